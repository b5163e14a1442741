package org.plenum.decision.counting;

import org.jspecify.annotations.Nullable;

/**
 * The numbers that minutes state of a vote, without names; null where they state none.
 *
 * @param voters all who cast a ballot, abstentions included
 */
public record StatedNumbers(
        @Nullable Integer voters,
        @Nullable Integer inFavour,
        @Nullable Integer against,
        @Nullable Integer abstain,
        @Nullable Integer blank,
        @Nullable Integer invalid,
        @Nullable Integer declined) {
    /** How many ballots there were, as far as the minutes tell. */
    public int ballots() {
        var named = or0(inFavour) + or0(against) + or0(abstain) + or0(blank) + or0(invalid);
        return Math.max(named, or0(voters));
    }

    private static int or0(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
