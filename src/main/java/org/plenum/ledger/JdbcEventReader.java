package org.plenum.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads page by page in the order of a key; nothing is held open between pages. */
final class JdbcEventReader implements EventReader {
    private final Storage storage;
    private final DurableIndex durable;
    private final DurabilityBarrier barrier;

    JdbcEventReader(Storage storage, DurableIndex durable, DurabilityBarrier barrier) {
        this.storage = storage;
        this.durable = durable;
        this.barrier = barrier;
    }

    private interface Query<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T query(Query<T> query) {
        try (var connection = storage.dataSource().getConnection()) {
            return query.on(connection);
        } catch (SQLException e) {
            throw new StorageFailed("the ledger cannot be read", e);
        }
    }

    @Override
    public long read(StreamId stream, long from, long to, Consumer<? super Entry> consumer) {
        var expected = new long[] {from};
        return pages(stream, from - 1, to, line -> consumer.accept(Entries.inOrder(line, stream, expected[0]++)));
    }

    @Override
    public long readLines(StreamId stream, Consumer<? super StoredLine> consumer) {
        return pages(stream, 0, Long.MAX_VALUE, consumer);
    }

    private long pages(StreamId stream, long after, long to, Consumer<? super StoredLine> consumer) {
        var lasting = lastIndex();
        var position = after;
        var count = 0L;
        while (position < to) {
            var from = position;
            var page = query(connection -> EntryTable.page(connection, stream, from, to));
            for (var line : page) {
                if (line.index() > lasting) {
                    return count;
                }
                consumer.accept(line);
                position = line.position();
                count++;
            }
            if (page.size() < EntryTable.PAGE) {
                return count;
            }
        }
        return count;
    }

    @Override
    public long readLines(long after, long to, Consumer<? super StoredLine> consumer) {
        var end = Math.min(to, lastIndex());
        var count = 0L;
        for (var index = after; index < end; index += EntryTable.PAGE) {
            var from = index;
            var page = query(connection -> EntryTable.page(connection, from, end));
            page.forEach(consumer);
            count += page.size();
        }
        return count;
    }

    @Override
    public long head(StreamId stream) {
        var lasting = lastIndex();
        return query(connection -> EntryTable.head(connection, stream, lasting));
    }

    @Override
    public long lastIndex() {
        if (storage.isShared()) {
            // Other nodes commit too; what they have committed lasts once our own sync has ended.
            var seen = look();
            while (seen.last() > durable.get() && !barrier.synced().join().equals(seen.life())) {
                // The database has started again meanwhile: what was seen before may be gone.
                seen = look();
            }
            durable.advanceTo(seen.last());
        }
        return durable.get();
    }

    /** The last index that a connection saw, and the life of the database in which it did. */
    private record Seen(long last, DatabaseLife life) {}

    private Seen look() {
        return query(connection -> new Seen(EntryTable.lastIndex(connection), storage.life(connection)));
    }

    @Override
    public List<StreamId> streams(StreamId.Kind kind) {
        // From name to name by the index, whatever the number of entries.
        var start = kind.word() + "/";
        return query(connection -> {
            var lasting = durable.get();
            var streams = new ArrayList<StreamId>();
            for (var next = EntryTable.nextStream(connection, start);
                    next != null && next.kind() == kind;
                    next = EntryTable.nextStream(connection, next.toString())) {
                if (EntryTable.head(connection, next, lasting) > 0) {
                    streams.add(next);
                }
            }
            return List.copyOf(streams);
        });
    }
}
