package org.plenum.ledger;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.jspecify.annotations.Nullable;

/**
 * Axon's JDBC event store on the ledger's own table: the payload of an Axon event is an {@link Entry}, its sequence
 * number the position less one. Axon's serialisers have no part in it, since an entry carries its stored form.
 */
final class EntryStorageEngine extends JdbcEventStorageEngine {
    private final EntryRows rows;
    private final AppendTurn turn;
    private final Commits commits;

    /** Hears of every commit of entries, in the order of the ledger. */
    interface Commits {
        /** These entries, the first of which has this index, are committed in this life. They may not last yet. */
        void committed(long first, List<Entry> entries, DatabaseLife life);
    }

    private EntryStorageEngine(Builder builder, EntryRows rows, AppendTurn turn, Commits commits) {
        super(builder);
        this.rows = rows;
        this.turn = turn;
        this.commits = commits;
    }

    static EntryStorageEngine on(
            Storage storage, EntryRows rows, TransactionManager transactions, AppendTurn turn, Commits commits) {
        var builder = JdbcEventStorageEngine.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(storage.dataSource()))
                .transactionManager(transactions)
                .eventSerializer(NoSerializer.INSTANCE)
                .snapshotSerializer(NoSerializer.INSTANCE);
        builder.persistenceExceptionResolver(duplicateKeys());
        return new EntryStorageEngine(builder, rows, turn, commits);
    }

    private static PersistenceExceptionResolver duplicateKeys() {
        return exception -> exception instanceof SQLException sql
                && (isDuplicateKey(sql) || (sql instanceof BatchUpdateException && nextIsDuplicateKey(sql)));
    }

    private static boolean nextIsDuplicateKey(SQLException exception) {
        var next = exception.getNextException();
        return next != null && isDuplicateKey(next);
    }

    private static boolean isDuplicateKey(SQLException exception) {
        return "23505".equals(exception.getSQLState());
    }

    @Override
    protected PreparedStatement appendEvents(
            Connection connection, List<? extends EventMessage<?>> events, Serializer serializer) throws SQLException {
        var added = events.stream().map(EntryStorageEngine::row).toList();
        var work = CurrentUnitOfWork.get().root();
        var taken = turn.take(connection);
        var first = taken.next();
        // Until its commit is known to have succeeded, nobody may count on the indexes it took.
        turn.uncertain();
        work.onCleanup(_ -> turn.pass());
        work.afterCommit(_ -> {
            turn.committed(first + added.size() - 1);
            commits.committed(first, added.stream().map(EntryTable.Row::entry).toList(), taken.life());
        });
        EntryTable.noteOthers(connection, first, added);
        return EntryTable.adding(connection, first, added);
    }

    private static EntryTable.Row row(EventMessage<?> message) {
        return new EntryTable.Row((Entry) message.getPayload(), (CommandMark)
                message.getMetaData().get(CommandMark.NAME));
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        var stream = StreamId.parse(aggregateIdentifier);
        return DomainEventStream.of(rows.stream(stream, firstSequenceNumber).map(EntryStorageEngine::message));
    }

    private static DomainEventMessage<Entry> message(Entry entry) {
        return new GenericDomainEventMessage<>(
                entry.stream().kind().word(), entry.stream().toString(), entry.position() - 1, entry);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        var head = rows.head(StreamId.parse(aggregateIdentifier));
        return head == 0 ? Optional.empty() : Optional.of(head - 1);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        // A session of a hundred thousand events folds in a fraction of a second; there is nothing to keep in step.
        return Optional.empty();
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        throw new UnsupportedOperationException("follow the ledger by its DurableFeed, which never shows too much");
    }
}
