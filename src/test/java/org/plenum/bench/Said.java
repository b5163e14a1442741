package org.plenum.bench;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;

/** Numbers as the document writes them. */
final class Said {
    private Said() {}

    static String rate(double perSecond) {
        return String.format(Locale.ROOT, "%,.0f", perSecond);
    }

    static String count(long many) {
        return String.format(Locale.ROOT, "%,d", many);
    }

    /** To three digits, in the unit that fits. */
    static String time(Duration time) {
        var millis = time.toNanos() / 1e6;
        if (millis >= 1_000) {
            return String.format(Locale.ROOT, millis >= 100_000 ? "%.0f s" : "%.1f s", millis / 1_000);
        }
        return String.format(Locale.ROOT, millis >= 100 ? "%.0f ms" : millis >= 10 ? "%.1f ms" : "%.2f ms", millis);
    }

    static String times(double ratio) {
        return String.format(Locale.ROOT, ratio >= 10 ? "%.0f times" : "%.1f times", ratio);
    }

    static String megabytes(OptionalLong megabytes) {
        return megabytes.isPresent() ? count(megabytes.getAsLong()) + " MB" : "not told by this system";
    }
}
