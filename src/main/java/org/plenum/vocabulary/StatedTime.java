package org.plenum.vocabulary;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When a fact happened, as the clerk or the minutes state it, in the session's zone: a point, or only bounds. At least
 * one of the three is there.
 */
public record StatedTime(
        @Nullable LocalPoint at,
        @Nullable LocalPoint notBefore,
        @Nullable LocalPoint notAfter) {

    /** Throws {@link Malformed} if nothing is stated, or a point and bounds at once. */
    public StatedTime {
        var bounds = notBefore != null || notAfter != null;
        if ((at == null) != bounds) {
            throw new Malformed(Malformed.Fault.TIME, "at", at + " " + notBefore + " " + notAfter);
        }
    }

    /** A point in time. */
    public static StatedTime at(LocalPoint at) {
        return new StatedTime(at, null, null);
    }

    /** As text: a point, or bounds with a slash between them and two dots where there is none. */
    public String written() {
        return at != null
                ? at.toString()
                : (notBefore == null ? ".." : notBefore) + "/" + (notAfter == null ? ".." : notAfter);
    }

    /**
     * The stretch of time that it leaves open.
     *
     * @throws Malformed if the zone's clocks never showed one of its times, showed it twice, or the bounds contradict
     */
    public Span in(ZoneId zone) {
        if (at != null) {
            return at.in(zone);
        }
        return new Span(
                notBefore == null ? Instant.MIN : notBefore.in(zone).from(),
                notAfter == null ? Instant.MAX : notAfter.in(zone).until());
    }
}
