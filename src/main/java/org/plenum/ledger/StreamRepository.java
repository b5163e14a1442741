package org.plenum.ledger;

import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;

/**
 * Loads aggregates, and keeps them in memory until a transaction fails. They are folded straight from stored rows. What
 * has no events is not kept: asking for a session that does not exist leaves no trace.
 */
final class StreamRepository<T extends StreamAggregate<?>> extends EventSourcingRepository<T> {
    private final AggregateCache<T> cache = new AggregateCache<>();
    private final EmptyAggregates<T> empty;
    private final EventStore store;
    private final EventReader reader;
    private final EntryRows rows;
    private final boolean shared;

    private StreamRepository(
            Builder<T> builder,
            EmptyAggregates<T> empty,
            EventStore store,
            EventReader reader,
            EntryRows rows,
            boolean shared) {
        super(builder);
        this.empty = empty;
        this.store = store;
        this.reader = reader;
        this.rows = rows;
        this.shared = shared;
    }

    static <T extends StreamAggregate<?>> StreamRepository<T> of(
            Builder<T> builder,
            EmptyAggregates<T> empty,
            EventStore store,
            EventReader reader,
            EntryRows rows,
            boolean shared) {
        builder.eventStore(store).aggregateFactory(empty);
        return new StreamRepository<>(builder, empty, store, reader, rows, shared);
    }

    @Override
    protected EventSourcedAggregate<T> doLoadWithLock(String stream, Long expectedVersion) {
        CurrentUnitOfWork.get().onRollback(_ -> cache.remove(stream));
        var kept = cache.get(stream);
        if (kept != null) {
            if (shared) {
                catchUp(kept, stream);
            }
            return kept;
        }
        var root = empty.create(stream);
        // What lasts is read ahead of the fold, on other connections; what was committed since, on this one.
        var read = reader.read(StreamId.parse(stream), root::on);
        if (read + rows.forEach(StreamId.parse(stream), read, root::on) == 0) {
            throw new AggregateNotFoundException(stream, "nothing is recorded of it");
        }
        return EventSourcedAggregate.reconstruct(
                root, aggregateModel(), root.position() - 1, false, store, NoSnapshotTriggerDefinition.TRIGGER);
    }

    /** Takes in what other nodes have recorded since. */
    private void catchUp(EventSourcedAggregate<T> aggregate, String stream) {
        var root = aggregate.getAggregateRoot();
        if (rows.forEach(StreamId.parse(stream), root.position(), root::on) > 0) {
            aggregate.initSequence(root.position() - 1);
        }
    }

    @Override
    protected void doSaveWithLock(EventSourcedAggregate<T> aggregate) {
        if (aggregate.version() != null) {
            var stream = aggregate.identifierAsString();
            CurrentUnitOfWork.get().onRollback(_ -> cache.remove(stream));
            cache.put(stream, aggregate);
        }
    }

    /** How many aggregates are kept. */
    int kept() {
        return cache.size();
    }
}
