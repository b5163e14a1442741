package org.plenum.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.CommandKey;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Entries as a transaction sees them: committed, though perhaps not yet made to last. Only for deciding. */
final class EntryRows {
    private final Storage storage;

    EntryRows(Storage storage) {
        this.storage = storage;
    }

    private interface Query<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T query(Query<T> query) {
        var connection = DataSourceUtils.getConnection(storage.dataSource());
        try {
            return query.on(connection);
        } catch (SQLException e) {
            throw new StorageFailed("the ledger cannot be read", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, storage.dataSource());
        }
    }

    /** Hands over a stream's entries after a position, in order, and returns how many there were. */
    long forEach(StreamId stream, long after, Consumer<Entry> consumer) {
        var position = after;
        var page = query(connection -> EntryTable.page(connection, stream, after, Long.MAX_VALUE));
        while (true) {
            for (var line : page) {
                position++;
                consumer.accept(Entries.inOrder(line, stream, position));
            }
            if (page.size() < EntryTable.PAGE) {
                return position - after;
            }
            var last = page.getLast();
            page = query(connection -> EntryTable.pageAfter(connection, stream, last, Long.MAX_VALUE));
        }
    }

    /** A stream's entries after a position, read all at once. */
    Stream<Entry> stream(StreamId stream, long after) {
        var entries = Stream.<Entry>builder();
        forEach(stream, after, entries);
        return entries.build();
    }

    /** The last position of a stream, 0 where it has none. */
    long head(StreamId stream) {
        return query(connection -> EntryTable.head(connection, stream, Long.MAX_VALUE));
    }

    /** What is remembered of a command that came with a key. */
    Optional<EntryTable.Remembered> command(Actor actor, CommandKey key) {
        return query(connection -> EntryTable.command(connection, actor, key));
    }

    /**
     * The life of the database in which an entry is found to be committed; empty where it is not. Waits for transactions
     * that may still be adding entries, so that the answer holds.
     */
    Optional<DatabaseLife> committedIn(Entry entry) {
        return query(connection -> {
            storage.takeTurn(connection);
            var page = EntryTable.page(connection, entry.stream(), entry.position() - 1, entry.position());
            return page.size() == 1 && Arrays.equals(page.getFirst().line(), entry.line())
                    ? Optional.of(storage.life(connection))
                    : Optional.empty();
        });
    }
}
