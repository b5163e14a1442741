package org.plenum.bench;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * Something aimed at, and what was measured.
 *
 * @param factor how many times as good as aimed at; below 1 it is missed
 * @param why what stands in the way where it is missed
 */
record Aim(String what, String wanted, String measured, double factor, String why) {
    static Aim atLeast(String what, double wanted, double measured) {
        return new Aim(what, "at least " + Said.rate(wanted), Said.rate(measured), measured / wanted, "");
    }

    static Aim atLeastTimes(String what, double wanted, double measured) {
        return new Aim(what, "at least " + Said.times(wanted), Said.times(measured), measured / wanted, "");
    }

    static Aim atMostTimes(String what, double wanted, double measured) {
        return new Aim(what, "at most " + Said.times(wanted), Said.times(measured), wanted / measured, "");
    }

    static Aim within(String what, Duration wanted, Duration measured) {
        return new Aim(
                what,
                "under " + Said.time(wanted),
                Said.time(measured),
                (double) wanted.toNanos() / measured.toNanos(),
                "");
    }

    static Aim under(String what, long megabytes, OptionalLong measured) {
        return new Aim(
                what,
                "under " + megabytes + " MB",
                Said.megabytes(measured),
                measured.isPresent() ? (double) megabytes / measured.getAsLong() : 1,
                "");
    }

    static Aim none(String what, long measured) {
        return new Aim(what, "none", Said.count(measured), measured == 0 ? 1 : 0, "");
    }

    /** Says what stands in the way where it is missed. */
    Aim otherwise(String why) {
        return new Aim(what, wanted, measured, factor, why);
    }

    boolean holds() {
        return factor >= 1;
    }
}
