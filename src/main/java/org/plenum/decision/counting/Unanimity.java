package org.plenum.decision.counting;

import org.jspecify.annotations.Nullable;

/**
 * Whether everybody agreed.
 *
 * @param unanimous whether a question was carried with nobody against, null where that is not known
 * @param of of whom, null unless it was unanimous
 * @param heads of how many, null unless it was unanimous and the number is known
 */
public record Unanimity(
        @Nullable Boolean unanimous,
        @Nullable Of of,
        @Nullable Integer heads) {
    /** Whose agreement it was. */
    public enum Of {
        /** Everybody present and entitled to vote voted for. */
        PRESENT,
        /** Everybody who voted for or against voted for; others abstained or took no part. */
        VOTERS
    }

    static final Unanimity NO = new Unanimity(Boolean.FALSE, null, null);
    static final Unanimity UNKNOWN = new Unanimity(null, null, null);

    /** Of one count. A blank or void paper is a vote that does not agree. */
    static Unanimity of(Case one) {
        var tally = one.counts().heads();
        var opposed = tally.against().add(tally.blank()).add(tally.invalid());
        if (tally.inFavour().signum() == 0 || opposed.signum() != 0) {
            return NO;
        }
        var everybody = tally.inFavour().compareTo(tally.electorate()) == 0;
        return new Unanimity(
                Boolean.TRUE,
                everybody ? Of.PRESENT : Of.VOTERS,
                tally.inFavour().intValueExact());
    }
}
