package org.plenum.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lines of bytes, each ended by a line break and not too long. */
final class Lines implements AutoCloseable {
    private static final int FIRST_BUFFER = 1 << 18;

    private final InputStream in;
    private final int longest;
    private byte[] buffer = new byte[FIRST_BUFFER];
    private int from;
    private int to;

    Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    byte @Nullable [] next() throws IOException, MalformedFile {
        var end = from;
        while (true) {
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            if (end - from > longest) {
                throw new MalformedFile("una riga è troppo lunga", "a line is too long");
            }
            if (end < to) {
                var line = Arrays.copyOfRange(buffer, from, end);
                from = end + 1;
                return line;
            }
            end -= from;
            var roomy = end < buffer.length ? buffer : new byte[2 * buffer.length];
            System.arraycopy(buffer, from, roomy, 0, end);
            buffer = roomy;
            from = 0;
            to = end;
            var read = in.read(buffer, to, buffer.length - to);
            if (read < 0) {
                if (to == 0) {
                    return null;
                }
                throw new MalformedFile("l'ultima riga non è finita", "the last line is not ended");
            }
            to += read;
        }
    }

    /** The next line as text; null at the end. */
    @Nullable String nextText() throws IOException, MalformedFile {
        var line = next();
        return line == null ? null : new String(line, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
