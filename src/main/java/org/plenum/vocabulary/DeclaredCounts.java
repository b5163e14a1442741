package org.plenum.vocabulary;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The numbers that paper minutes state about a vote; null where they state none. Compared, never trusted. */
public record DeclaredCounts(
        @Nullable Integer present,
        @Nullable Integer voters,
        @Nullable Integer inFavour,
        @Nullable Integer against,
        @Nullable Integer abstain,
        @Nullable Integer blank,
        @Nullable Integer invalid,
        @Nullable Integer declined,
        @Nullable Integer absent,
        @Nullable DeclaredOutcome outcome) {

    /** Nothing is stated. */
    public static final DeclaredCounts NONE =
            new DeclaredCounts(null, null, null, null, null, null, null, null, null, null);

    /** Throws {@link Malformed} if a number is negative. */
    public DeclaredCounts {
        Stream.of(present, voters, inFavour, against, abstain, blank, invalid, declined, absent)
                .filter(Objects::nonNull)
                .filter(number -> number < 0)
                .findFirst()
                .ifPresent(number -> {
                    throw new Malformed(Malformed.Fault.NUMBER, "declared", number.toString());
                });
    }
}
