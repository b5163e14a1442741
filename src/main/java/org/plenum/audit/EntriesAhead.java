package org.plenum.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.plenum.ledger.Entry;
import org.plenum.ledger.EntryHash;
import org.plenum.ledger.EntryLines;
import org.plenum.ledger.StreamId;
import org.plenum.ledger.UnreadableEntry;

/**
 * The lines of a bundle's entries in their order: read, hashed and understood on a thread of their own, some way ahead of
 * whoever checks them. What is wrong with a line comes to light when that line is looked at.
 */
final class EntriesAhead implements AutoCloseable {
    private static final int LINES = 512;
    private static final int BATCHES = 4;
    private static final byte[] COMMITMENT = "{\"commitment\":\"".getBytes(StandardCharsets.UTF_8);

    /** One line. */
    static final class Line {
        private final StreamId stream;
        private final long position;
        private final byte[] bytes;
        private final EntryHash hash;
        private final int commitments;
        private final @Nullable Entry withoutTexts;

        /** A line that should stand at this position of the session. */
        Line(StreamId stream, long position, byte[] bytes) {
            this.stream = stream;
            this.position = position;
            this.bytes = bytes;
            this.hash = EntryHash.of(bytes);
            this.commitments = occurrences(bytes);
            this.withoutTexts = commitments == 0 ? readable(stream, position, bytes) : null;
        }

        private static @Nullable Entry readable(StreamId stream, long position, byte[] bytes) {
            try {
                return EntryLines.read(stream, position, bytes, null);
            } catch (UnreadableEntry | IllegalStateException laterToBeTold) {
                return null;
            }
        }

        /** The hash of its bytes. */
        EntryHash hash() {
            return hash;
        }

        /** How many free texts it promises. */
        int commitments() {
            return commitments;
        }

        /**
         * How it says that it stands in its stream.
         *
         * @throws IllegalArgumentException if it does not begin as a line does
         */
        EntryLines.Header header() {
            return EntryLines.header(bytes);
        }

        /**
         * What it tells.
         *
         * @param disclosed its free texts; null where it has none, or they are withheld
         * @throws UnreadableEntry if it is no entry
         */
        Entry entry(@Nullable String disclosed) {
            return withoutTexts != null && disclosed == null
                    ? withoutTexts
                    : EntryLines.read(stream, position, bytes, disclosed);
        }

        private static int occurrences(byte[] line) {
            var count = 0;
            for (var i = 0; i + COMMITMENT.length <= line.length; i++) {
                if (line[i] == '{' && Arrays.equals(line, i, i + COMMITMENT.length, COMMITMENT, 0, COMMITMENT.length)) {
                    count++;
                }
            }
            return count;
        }
    }

    /** Some lines, and what was wrong after the last of them. */
    private record Batch(
            List<Line> lines, boolean last, @Nullable MalformedFile broken) {}

    private final Lines lines;
    private final StreamId stream;
    private final ExecutorService reading = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("bundle-entries").factory());
    private final Queue<Future<Batch>> ahead = new ArrayDeque<>();
    private long position;
    private Batch now = new Batch(List.of(), false, null);
    private Iterator<Line> left = Collections.emptyIterator();

    EntriesAhead(Lines lines, StreamId stream) {
        this.lines = lines;
        this.stream = stream;
        for (var i = 0; i < BATCHES; i++) {
            ahead.add(reading.submit(this::read));
        }
    }

    private Batch read() throws IOException {
        var batch = new ArrayList<Line>(LINES);
        try {
            while (batch.size() < LINES) {
                var line = lines.next();
                if (line == null) {
                    return new Batch(batch, true, null);
                }
                position++;
                batch.add(new Line(stream, position, line));
            }
            return new Batch(batch, false, null);
        } catch (MalformedFile broken) {
            return new Batch(batch, true, broken);
        }
    }

    /** The next line; null at the end. */
    @Nullable Line next() throws IOException, MalformedFile {
        while (!left.hasNext()) {
            if (now.broken() != null) {
                throw now.broken();
            }
            if (now.last()) {
                return null;
            }
            now = arrived();
            left = now.lines().iterator();
            ahead.add(reading.submit(this::read));
        }
        return left.next();
    }

    private Batch arrived() throws IOException {
        try {
            return ahead.remove().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while entries were read", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failed -> throw failed;
                case RuntimeException failed -> throw failed;
                case Error failed -> throw failed;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        // Never by an interrupt, which would close the file for all who read from it.
        reading.close();
        lines.close();
    }
}
