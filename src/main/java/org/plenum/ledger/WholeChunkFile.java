package org.plenum.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.h2.store.fs.FileBaseDefault;

/**
 * Keeps back the footer of every chunk that H2 writes until the rest of it is on stable storage. A sync then syncs what
 * was written, writes the footers, and syncs again: those of one chunk after another, since a chunk relies on those before
 * it, which H2 has put before it in the file. So a chunk whose footer is there is there as a whole, with all that it relies
 * on, and one that a power cut has torn has no footer: H2 passes over it to the chunk before.
 */
final class WholeChunkFile extends FileBaseDefault {
    static final int BLOCK = 4_096;

    /** How long the footer of a chunk is, which ends its last block. */
    private static final int FOOTER = 128;

    private static final byte[] START = "chunk:".getBytes(StandardCharsets.US_ASCII);

    private final FileChannel file;

    /** Footers that are not in the file yet, by where they belong. */
    private final ConcurrentNavigableMap<Long, Footer> kept = new ConcurrentSkipListMap<>();

    /** The last bytes of a chunk; another one is another, even with the same bytes. */
    private static final class Footer {
        private final byte[] bytes = new byte[FOOTER];
    }

    WholeChunkFile(FileChannel file) {
        this.file = file;
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // the lock that matters is that of the footers
    public int write(ByteBuffer from, long position) throws IOException {
        var length = from.remaining();
        synchronized (kept) {
            if (!isChunk(from)) {
                writeHeader(from, position);
                return length;
            }
            forget(position, position + length);
            var footer = new Footer();
            from.get(from.limit() - FOOTER, footer.bytes);
            // Known to readers before the file has its place empty.
            kept.put(position + length - FOOTER, footer);
            writeFully(from.slice(from.position(), length - FOOTER), position);
            // The file has its full length, and nothing stands in the footer's place.
            writeFully(ByteBuffer.allocate(FOOTER), position + length - FOOTER);
            from.position(from.limit());
            return length;
        }
    }

    /**
     * The header stands in the file twice and says which chunk was the last, and whether the file was closed then. Where a
     * power cut leaves one copy old and one new, H2 may take the word of the one for the chunk of the other: so a new one
     * comes only when the chunk is whole that it speaks of.
     */
    private void writeHeader(ByteBuffer from, long position) throws IOException {
        var isFirst = file.size() == 0;
        if (!kept.isEmpty()) {
            force(true);
        }
        forget(position, position + from.remaining());
        writeFully(from, position);
        if (isFirst) {
            // Without a header H2 finds no chunk.
            file.force(true);
        }
    }

    private static boolean isChunk(ByteBuffer buffer) {
        return buffer.remaining() >= BLOCK
                && buffer.remaining() % BLOCK == 0
                && startsWith(buffer, buffer.position())
                && startsWith(buffer, buffer.limit() - FOOTER);
    }

    private static boolean startsWith(ByteBuffer buffer, int at) {
        var found = new byte[START.length];
        buffer.get(at, found);
        return Arrays.equals(found, START);
    }

    /** Footers of what is overwritten or cut off are never written. */
    private void forget(long from, long to) {
        kept.subMap(from - FOOTER, false, to, false).clear();
    }

    private void writeFully(ByteBuffer from, long position) throws IOException {
        var at = position;
        while (from.hasRemaining()) {
            at += file.write(from, at);
        }
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // reading at a position changes nothing
    public int read(ByteBuffer to, long position) throws IOException {
        var start = to.position();
        var length = file.read(to, position);
        if (length > 0 && !kept.isEmpty()) {
            kept.subMap(position - FOOTER, false, position + length, false)
                    .forEach((at, footer) -> patch(to, start, position, length, at, footer.bytes));
        }
        return length;
    }

    /** Puts the part of a kept footer that was read over what the file has in its place. */
    private static void patch(ByteBuffer to, int start, long position, int length, long at, byte[] footer) {
        var from = (int) Math.max(0, position - at);
        var until = (int) Math.min(FOOTER, position + length - at);
        to.put(start + (int) (at + from - position), footer, from, until - from);
    }

    @Override
    public void force(boolean metaData) throws IOException {
        SortedMap<Long, Footer> whole;
        synchronized (kept) {
            // All of these chunks are written; what is written from here on waits for the next sync.
            whole = new TreeMap<>(kept);
        }
        file.force(metaData);
        for (var each : whole.entrySet()) {
            synchronized (kept) {
                // Another one, or none, where the place was overwritten meanwhile.
                if (each.getValue().equals(kept.get(each.getKey()))) {
                    writeFully(ByteBuffer.wrap(each.getValue().bytes), each.getKey());
                    kept.remove(each.getKey());
                }
            }
            file.force(false);
        }
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    protected void implTruncate(long size) throws IOException {
        synchronized (kept) {
            forget(size, Long.MAX_VALUE);
            file.truncate(size);
        }
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return file.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        try {
            if (!kept.isEmpty()) {
                force(true);
            }
        } finally {
            file.close();
        }
    }
}
