package org.plenum.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads page by page in the order of a key; nothing is held open between pages. */
final class JdbcEventReader implements EventReader {
    /** Where more entries are new, all streams are sought anew, by the index. */
    private static final long MOST_LOOKED_THROUGH = 10_000;

    private final Storage storage;
    private final DurableIndex durable;
    private final DurabilityBarrier barrier;
    private volatile boolean closed;

    /** Streams that last, by name, and up to which index they were looked for. */
    private final SortedSet<StreamId> known = new TreeSet<>(Comparator.comparing(StreamId::toString));

    private long knownUpTo;

    JdbcEventReader(Storage storage, DurableIndex durable, DurabilityBarrier barrier) {
        this.storage = storage;
        this.durable = durable;
        this.barrier = barrier;
    }

    /** Who is reading reads no further than the page at hand. */
    void close() {
        closed = true;
    }

    private interface Query<T> {
        T on(Connection connection) throws SQLException;
    }

    /** A database server that started again leaves broken connections behind, each found out by using it; reading again is safe. */
    private <T> T query(Query<T> query) {
        for (var untried = storage.connections(); ; untried--) {
            if (closed) {
                throw new StorageFailed("the ledger is closed");
            }
            try (var connection = storage.dataSource().getConnection()) {
                return query.on(connection);
            } catch (SQLException e) {
                if (untried == 0 || !isBroken(e)) {
                    throw new StorageFailed("the ledger cannot be read", e);
                }
            }
        }
    }

    /** Whether a connection that stood has failed: class 08 of SQL's states, and PostgreSQL's words for being shut down. */
    private static boolean isBroken(SQLException e) {
        var state = e instanceof SQLTransientConnectionException ? null : e.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }

    @Override
    public long read(StreamId stream, long from, long to, Consumer<? super Entry> consumer) {
        return pages(stream, from - 1, to, (line, expected) -> Entries.inOrder(line, stream, expected), consumer);
    }

    @Override
    public long readLines(StreamId stream, Consumer<? super StoredLine> consumer) {
        return pages(stream, 0, Long.MAX_VALUE, (line, _) -> line, consumer);
    }

    /** Makes of a line what is read, and of its place in the reading what its position must be. */
    private interface Reading<T> {
        T of(StoredLine line, long expected);
    }

    /**
     * The lines of a page that last.
     *
     * @param last the last of them; null where there are none
     * @param broken why what follows cannot be read, or null
     */
    private record Page<T>(
            List<T> read,
            @Nullable StoredLine last,
            boolean more,
            @Nullable UnreadableEntry broken) {}

    private <T> long pages(StreamId stream, long after, long to, Reading<T> reading, Consumer<? super T> consumer) {
        var lasting = lastIndex();
        var first = after < to
                ? query(connection -> EntryTable.page(connection, stream, after, to))
                : List.<StoredLine>of();
        var page = page(first, after, to, lasting, reading);
        var count = give(page, consumer);
        if (!page.more()) {
            return count;
        }
        // A page is read and understood while the one before it is taken in: a long replay keeps two cores busy.
        try (var ahead = Executors.newVirtualThreadPerTaskExecutor()) {
            var next = CompletableFuture.supplyAsync(after(page, stream, to, lasting, reading), ahead);
            while (page.more()) {
                page = arrived(next);
                if (page.more()) {
                    next = CompletableFuture.supplyAsync(after(page, stream, to, lasting, reading), ahead);
                }
                count += give(page, consumer);
            }
        }
        return count;
    }

    private <T> Supplier<Page<T>> after(Page<T> page, StreamId stream, long to, long lasting, Reading<T> reading) {
        var last = Objects.requireNonNull(page.last());
        return () -> page(
                query(connection -> EntryTable.pageAfter(connection, stream, last, to)),
                last.position(),
                to,
                lasting,
                reading);
    }

    private static <T> Page<T> arrived(CompletableFuture<Page<T>> page) {
        try {
            return page.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private static <T> long give(Page<T> page, Consumer<? super T> consumer) {
        page.read().forEach(consumer);
        if (page.broken() != null) {
            throw page.broken();
        }
        return page.read().size();
    }

    private static <T> Page<T> page(List<StoredLine> lines, long after, long to, long lasting, Reading<T> reading) {
        var read = new ArrayList<T>(lines.size());
        var last = after;
        for (var line : lines) {
            if (line.index() > lasting) {
                return new Page<>(read, null, false, null);
            }
            try {
                read.add(reading.of(line, last + 1));
            } catch (UnreadableEntry broken) {
                return new Page<>(read, null, false, broken);
            }
            last = line.position();
        }
        var more = lines.size() == EntryTable.PAGE && last < to;
        return new Page<>(read, lines.isEmpty() ? null : lines.getLast(), more, null);
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
    public void readOthers(long after, long to, Consumer<? super StoredLine> consumer) {
        var end = Math.min(to, lastIndex());
        List<StoredLine> page;
        var index = after;
        do {
            var from = index;
            page = query(connection -> EntryTable.others(connection, from, end));
            page.forEach(consumer);
            index = page.isEmpty() ? end : page.getLast().index();
        } while (page.size() == EntryTable.PAGE);
    }

    @Override
    public void readOthers(StreamId stream, Consumer<? super Entry> consumer) {
        var lasting = lastIndex();
        List<StoredLine> page;
        var position = 0L;
        do {
            var from = position;
            page = query(connection -> EntryTable.others(connection, stream, from));
            for (var line : page) {
                if (line.index() > lasting) {
                    return;
                }
                consumer.accept(Entries.read(line));
                position = line.position();
            }
        } while (page.size() == EntryTable.PAGE);
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
            while (seen.last() > durable.get() && !barrier.awaitSynced().equals(seen.life())) {
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
        return known(durable.get()).stream()
                .filter(stream -> stream.kind() == kind)
                .toList();
    }

    /** All streams that last, by name. None ever ends, so only those need be looked for that have begun since. */
    private synchronized Collection<StreamId> known(long lasting) {
        if (lasting > knownUpTo) {
            known.addAll(query(connection -> lasting - knownUpTo > MOST_LOOKED_THROUGH
                    ? allStreams(connection, lasting)
                    : EntryTable.begunStreams(connection, knownUpTo, lasting)));
            knownUpTo = lasting;
        }
        return List.copyOf(known);
    }

    /** From name to name by the index. */
    private static List<StreamId> allStreams(Connection connection, long lasting) throws SQLException {
        var streams = new ArrayList<StreamId>();
        for (var next = EntryTable.nextStream(connection, "");
                next != null;
                next = EntryTable.nextStream(connection, next.toString())) {
            if (EntryTable.head(connection, next, lasting) > 0) {
                streams.add(next);
            }
        }
        return streams;
    }
}
