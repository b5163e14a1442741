package org.plenum.vocabulary;

import java.time.Instant;

/**
 * The stretch of time within which something happened.
 *
 * @param from the earliest it can have been; {@link Instant#MIN} where nothing bounds it
 * @param until the first moment that is too late; {@link Instant#MAX} where nothing bounds it
 */
public record Span(Instant from, Instant until) {
    /** Nothing is known. */
    public static final Span UNKNOWN = new Span(Instant.MIN, Instant.MAX);

    /** Throws {@link Malformed} if it would be empty. */
    public Span {
        if (!from.isBefore(until)) {
            throw new Malformed(Malformed.Fault.TIME, "at", from + " / " + until);
        }
    }

    /** A single moment, as the ledger's own clock shows it. */
    public static Span of(Instant moment) {
        return new Span(moment, moment.plusNanos(1));
    }

    /** Whether it certainly lies before the other: they share no moment. */
    public boolean whollyBefore(Span other) {
        return !until.isAfter(other.from);
    }

    /** Whether both could be the same moment, so that only their order in the record tells which came first. */
    public boolean overlaps(Span other) {
        return !whollyBefore(other) && !other.whollyBefore(this);
    }
}
