package org.plenum.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Has H2 find its last chunk after its process has died. H2 looks where its header points, at the end of the file, and where
 * each chunk guessed that the next would be; a chunk that was put into free space in the middle of the file, where none of
 * these is, it passes over, synced or not. So before H2 opens a file that was not closed, all of it is looked through, and
 * the header is made to point to the last chunk that is whole.
 */
final class LastChunk {
    static final int BLOCK = 4_096;

    /** How long the footer of a chunk is, which ends its last block. */
    static final int FOOTER = 128;

    /** The header fills the first block, and the second once more. */
    private static final int HEADERS = 2;

    private static final int AT_ONCE = 256 * BLOCK;
    private static final String CHUNK = "chunk";
    private static final String VERSION = "version";
    private static final String BLOCK_KEY = "block";
    private static final String LENGTH = "len";
    private static final String CLEAN = "clean";
    private static final String CHECKSUM = ",fletcher:";

    private final FileChannel file;

    /** A chunk that is whole. */
    private record Whole(long block, long id, long version) {}

    private LastChunk(FileChannel file) {
        this.file = file;
    }

    /** Makes the header of a file that was not closed point to its last whole chunk. Other files are left as they are. */
    static void point(FileChannel file) throws IOException {
        if (file.size() > HEADERS * BLOCK) {
            new LastChunk(file).point();
        }
    }

    private void point() throws IOException {
        var first = checked(block(0));
        var second = checked(block(1));
        var header = newer(first, second);
        if (header == null || (first != null && first.equals(second) && wasClosed(header))) {
            return;
        }
        var last = last();
        if (last != null && !last.equals(pointedTo(header))) {
            var pointing = new HashMap<>(header);
            pointing.remove(CLEAN);
            pointing.put(BLOCK_KEY, Long.toHexString(last.block()));
            pointing.put(CHUNK, Long.toHexString(last.id()));
            pointing.put(VERSION, Long.toHexString(last.version()));
            for (var copy = 0; copy < HEADERS; copy++) {
                write(text(pointing), copy);
                file.force(false);
            }
        }
    }

    private static @Nullable Map<String, String> newer(
            @Nullable Map<String, String> one, @Nullable Map<String, String> other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return DataUtils.readHexLong(other, VERSION, 0) > DataUtils.readHexLong(one, VERSION, 0) ? other : one;
    }

    private boolean wasClosed(Map<String, String> header) throws IOException {
        return header.containsKey(CLEAN) && pointedTo(header) != null;
    }

    /** The chunk that a header points to, where it is whole. */
    private @Nullable Whole pointedTo(Map<String, String> header) throws IOException {
        var block = DataUtils.readHexLong(header, BLOCK_KEY, 0);
        var start = block < HEADERS ? null : start(block);
        var end = start == null ? 0 : block + DataUtils.readHexLong(start, LENGTH, 0);
        return end <= block ? null : whole(end, footer(end));
    }

    private @Nullable Whole last() throws IOException {
        Whole last = null;
        var blocks = file.size() / BLOCK;
        var buffer = ByteBuffer.allocate(AT_ONCE);
        for (var from = (long) HEADERS; from < blocks; from += AT_ONCE / BLOCK) {
            read(buffer.clear(), from * BLOCK);
            for (var end = BLOCK; end <= buffer.limit(); end += BLOCK) {
                var bytes = Arrays.copyOfRange(buffer.array(), end - FOOTER, end);
                var found = whole(from + end / BLOCK, bytes);
                // Of two copies of one, the one nearer to the beginning, as H2 has it.
                if (found != null && (last == null || found.version() > last.version())) {
                    last = found;
                }
            }
        }
        return last;
    }

    /** The chunk that ends before a block, where these bytes are its footer and its beginning is there too. */
    private @Nullable Whole whole(long end, byte[] footer) throws IOException {
        var said = version(footer) < 0 ? null : checked(footer);
        if (said == null) {
            return null;
        }
        var length = DataUtils.readHexLong(said, LENGTH, 0);
        var found = new Whole(
                end - length, DataUtils.readHexLong(said, CHUNK, -1), DataUtils.readHexLong(said, VERSION, -1));
        var start = found.block() < HEADERS ? null : start(found.block());
        return start != null
                        && found.id() == DataUtils.readHexLong(start, CHUNK, -1)
                        && found.version() == DataUtils.readHexLong(start, VERSION, -1)
                        && length == DataUtils.readHexLong(start, LENGTH, -1)
                ? found
                : null;
    }

    private @Nullable Map<String, String> start(long block) throws IOException {
        return parsed(line(block(block)));
    }

    /** What stands before the first line break. */
    private static String line(byte[] bytes) {
        var end = 0;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.ISO_8859_1).strip();
    }

    private byte[] footer(long end) throws IOException {
        var bytes = block(end - 1);
        return Arrays.copyOfRange(bytes, BLOCK - FOOTER, BLOCK);
    }

    /** The version that a chunk with this footer is of; negative where it is no footer. */
    static long version(byte[] footer) {
        if (!new String(footer, 0, CHUNK.length() + 1, StandardCharsets.ISO_8859_1).equals(CHUNK + ":")) {
            return -1;
        }
        var said = checked(footer);
        return said == null ? -1 : DataUtils.readHexLong(said, VERSION, -1);
    }

    /** What is written in "key:value,…", where its checksum is right; else null. */
    private static @Nullable Map<String, String> checked(byte[] bytes) {
        var text = line(bytes);
        var end = text.lastIndexOf(CHECKSUM);
        if (end < 0) {
            return null;
        }
        var map = parsed(text);
        var sum = DataUtils.getFletcher32(text.getBytes(StandardCharsets.ISO_8859_1), 0, end);
        return map != null && Integer.toHexString(sum).equals(text.substring(end + CHECKSUM.length())) ? map : null;
    }

    private static @Nullable Map<String, String> parsed(String text) {
        try {
            var map = DataUtils.parseMap(text);
            map.remove("fletcher");
            return map;
        } catch (MVStoreException notOne) {
            return null;
        }
    }

    private static byte[] text(Map<String, String> map) {
        var text = new StringBuilder();
        map.forEach((key, value) -> DataUtils.appendMap(text, key, value));
        var bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
        text.append(CHECKSUM)
                .append(Integer.toHexString(DataUtils.getFletcher32(bytes, 0, bytes.length)))
                .append('\n');
        return Arrays.copyOf(text.toString().getBytes(StandardCharsets.ISO_8859_1), BLOCK);
    }

    private byte[] block(long number) throws IOException {
        var buffer = ByteBuffer.allocate(BLOCK);
        read(buffer, number * BLOCK);
        return buffer.array();
    }

    /** Reads as much as there is and fits, and makes the buffer end with it. */
    private void read(ByteBuffer buffer, long position) throws IOException {
        while (buffer.hasRemaining() && file.read(buffer, position + buffer.position()) > 0) {
            // Goes on where it stopped.
        }
        buffer.flip();
    }

    private void write(byte[] bytes, int block) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            file.write(buffer, (long) block * BLOCK + buffer.position());
        }
    }
}
