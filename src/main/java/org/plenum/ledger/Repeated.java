package org.plenum.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values that lines repeat again and again, as a million ballots repeat a thousand seats: each is made once and found again
 * by its bytes, so that a replay neither checks nor keeps a million copies. It keeps a bounded number; what falls out is
 * made again. For any number of threads: its values never change, and a value seen late is only made twice.
 */
final class Repeated<T> {
    private static final int SLOTS = 1 << 14;

    private final Function<String, T> make;
    private final @Nullable Known<T>[] known;

    private static final class Known<T> {
        private final byte[] written;
        private final T value;

        Known(byte[] written, T value) {
            this.written = written;
            this.value = value;
        }
    }

    /**
     * Knows nothing yet.
     *
     * @param make makes a value of what is written; what it throws is passed on, and nothing is kept
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    Repeated(Function<String, T> make) {
        this.make = make;
        this.known = new Known[SLOTS];
    }

    /** The value that is written in ASCII in a part of a line. */
    T at(byte[] line, int from, int to) {
        var hash = 0;
        for (var i = from; i < to; i++) {
            hash = 31 * hash + line[i];
        }
        var slot = (hash ^ hash >>> 14) & SLOTS - 1;
        var found = known[slot];
        if (found == null || !Arrays.equals(found.written, 0, found.written.length, line, from, to)) {
            var text = new String(line, from, to - from, StandardCharsets.US_ASCII);
            found = new Known<>(text.getBytes(StandardCharsets.US_ASCII), make.apply(text));
            known[slot] = found;
        }
        return found.value;
    }
}
