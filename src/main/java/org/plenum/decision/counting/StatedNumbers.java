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
        @Nullable Integer declined) {}
