package org.plenum.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** How long each of many took. One thread at a time may add. */
final class Latencies {
    private long[] nanos = new long[1 << 12];
    private int count;

    void add(long took) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = took;
    }

    static Latencies together(List<Latencies> all) {
        var together = new Latencies();
        together.nanos = all.stream()
                .flatMapToLong(one -> Arrays.stream(one.nanos, 0, one.count))
                .toArray();
        together.count = together.nanos.length;
        return together;
    }

    int count() {
        return count;
    }

    /** Within which time this part of them was done. */
    Duration within(double part) {
        if (count == 0) {
            throw new IllegalStateException("nothing was measured");
        }
        var sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return Duration.ofNanos(sorted[(int) Math.max(0, Math.ceil(part * count) - 1)]);
    }

    Duration median() {
        return within(0.5);
    }
}
