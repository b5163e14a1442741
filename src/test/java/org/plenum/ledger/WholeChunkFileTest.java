package org.plenum.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The footers of chunks that H2 writes come after everything else. */
class WholeChunkFileTest {
    private static final int FOOTER = 128;

    @TempDir
    Path folder;

    private Path path;
    private WholeChunkFile file;

    @BeforeEach
    void open() throws IOException {
        path = folder.resolve("file");
        file = new WholeChunkFile(
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    private static byte[] chunk(int blocks, String mark) {
        var bytes = new byte[blocks * 4_096];
        Arrays.fill(bytes, (byte) 'x');
        put(bytes, 0, "chunk:" + mark);
        put(bytes, bytes.length - FOOTER, "chunk:" + mark);
        return bytes;
    }

    private static void put(byte[] bytes, int at, String text) {
        var part = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(part, 0, bytes, at, part.length);
    }

    private byte[] read(long position, int length) throws IOException {
        var buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && file.read(buffer, position + buffer.position()) > 0) {}
        return buffer.array();
    }

    @Test
    void aFooterReachesTheFileWithTheSync() throws IOException {
        var chunk = chunk(3, "one");
        assertThat(file.write(ByteBuffer.wrap(chunk), 8_192)).isEqualTo(chunk.length);
        var body = chunk.length - FOOTER;
        assertThat(Arrays.copyOfRange(Files.readAllBytes(path), 8_192, 8_192 + body))
                .isEqualTo(Arrays.copyOf(chunk, body));
        assertThat(Arrays.copyOfRange(Files.readAllBytes(path), 8_192 + body, 8_192 + chunk.length))
                .isEqualTo(new byte[FOOTER]);
        file.force(true);
        assertThat(Arrays.copyOfRange(Files.readAllBytes(path), 8_192, 8_192 + chunk.length))
                .isEqualTo(chunk);
    }

    @Test
    void readersSeeTheFooterAtOnce() throws IOException {
        var chunk = chunk(2, "one");
        file.write(ByteBuffer.wrap(chunk), 0);
        assertThat(read(0, chunk.length)).isEqualTo(chunk);
        for (var length : new int[] {1, 60, 127, 128, 129, 300}) {
            for (var end = chunk.length - 200; end <= chunk.length; end += 7) {
                assertThat(read(end - length, length)).isEqualTo(Arrays.copyOfRange(chunk, end - length, end));
            }
        }
    }

    @Test
    void whatIsOverwrittenOrCutOffKeepsNoFooter() throws IOException {
        file.write(ByteBuffer.wrap(chunk(2, "old")), 0);
        file.write(ByteBuffer.wrap(chunk(1, "gone")), 8_192);
        var chunk = chunk(2, "new");
        file.write(ByteBuffer.wrap(chunk), 0);
        file.truncate(8_192);
        file.force(true);
        assertThat(Files.readAllBytes(path)).isEqualTo(chunk);
        var plain = new byte[8_192];
        file.write(ByteBuffer.wrap(chunk(2, "other")), 0);
        file.write(ByteBuffer.wrap(plain), 0);
        file.force(true);
        assertThat(Files.readAllBytes(path)).isEqualTo(plain);
    }

    @Test
    void aHeaderIsWrittenWhenTheChunkIsWholeThatItSpeaksOf() throws IOException {
        var header = new byte[8_192];
        file.write(ByteBuffer.wrap(header), 0);
        var chunk = chunk(1, "last");
        file.write(ByteBuffer.wrap(chunk), header.length);
        put(header, 0, "H:2,chunk:last,clean:1");
        file.write(ByteBuffer.wrap(header), 0);
        assertThat(Arrays.copyOfRange(Files.readAllBytes(path), header.length, header.length + chunk.length))
                .isEqualTo(chunk);
        assertThat(Arrays.copyOf(Files.readAllBytes(path), header.length)).isEqualTo(header);
    }

    @Test
    void closingLeavesTheFileWhole() throws IOException {
        var chunk = chunk(1, "last");
        file.write(ByteBuffer.wrap(chunk), 0);
        file.close();
        assertThat(Files.readAllBytes(path)).isEqualTo(chunk);
    }
}
