package org.plenum.decision.counting;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.Tally;

/**
 * A vote counted in every measure.
 *
 * @param heads by seats
 * @param weight by voting weight, null where it is not known which seats voted how
 * @param population by residents, null where that is not known or a seat's population is not
 */
public record Counts(
        Tally heads, @Nullable Tally weight, @Nullable Tally population) {
    /** The count in one measure, null where unknown. */
    public @Nullable Tally in(Measure measure) {
        return switch (measure) {
            case HEADS -> heads;
            case WEIGHT -> weight;
            case POPULATION -> population;
        };
    }

    /**
     * Counts ballots by name: linear in the electorate.
     *
     * @throws IllegalArgumentException if a ballot or a declaration is of a seat outside the electorate
     */
    public static Counts of(
            Roll roll, Set<SeatId> electorate, Map<SeatId, Choice.Stance> ballots, Set<SeatId> declined) {
        var sums = new Sums();
        for (var seat : electorate) {
            var right = roll.right(seat);
            if (right == null) {
                throw new IllegalArgumentException("not a voting seat: " + seat);
            }
            sums.add(Part.of(ballots.get(seat), declined.contains(seat)), Totals.of(right));
        }
        if (!electorate.containsAll(ballots.keySet()) || !electorate.containsAll(declined)) {
            throw new IllegalArgumentException("ballots outside the electorate");
        }
        return sums.counts();
    }

    /** The same with the weight and population of seats that all weigh the same, of whom nobody knows who voted how. */
    static Counts ofHeads(Roll roll, Tally heads) {
        var common = roll.commonWeight();
        return new Counts(heads, common == null ? null : heads.times(common), null);
    }

    /** What a seat of the electorate did. */
    enum Part {
        FOR,
        AGAINST,
        ABSTAIN,
        BLANK,
        VOID,
        DECLINED,
        DID_NOT_VOTE;

        static Part of(Choice.@Nullable Stance stance, boolean declined) {
            if (stance == null) {
                return declined ? DECLINED : DID_NOT_VOTE;
            }
            return switch (stance) {
                case FOR -> FOR;
                case AGAINST -> AGAINST;
                case ABSTAIN -> ABSTAIN;
                case BLANK -> BLANK;
                case VOID -> VOID;
            };
        }
    }

    /** Sums being made, one for each part. */
    static final class Sums {
        private final EnumMap<Part, Totals> sums = new EnumMap<>(Part.class);

        void add(Part part, Totals totals) {
            sums.merge(part, totals, Totals::plus);
        }

        Sums with(Part part, Totals totals) {
            var more = new Sums();
            more.sums.putAll(sums);
            more.add(part, totals);
            return more;
        }

        Counts counts() {
            var heads = tally(Measure.HEADS);
            if (heads == null) {
                throw new IllegalStateException("heads are always known");
            }
            return new Counts(heads, tally(Measure.WEIGHT), tally(Measure.POPULATION));
        }

        private @Nullable Tally tally(Measure measure) {
            var known = new EnumMap<Part, BigDecimal>(Part.class);
            for (var part : Part.values()) {
                var sum = sums.getOrDefault(part, Totals.NONE).in(measure);
                if (sum == null) {
                    return null;
                }
                known.put(part, sum);
            }
            return new Tally(
                    of(known, Part.FOR),
                    of(known, Part.AGAINST),
                    of(known, Part.ABSTAIN),
                    of(known, Part.BLANK),
                    of(known, Part.VOID),
                    of(known, Part.DECLINED),
                    of(known, Part.DID_NOT_VOTE));
        }

        private static BigDecimal of(EnumMap<Part, BigDecimal> sums, Part part) {
            return sums.getOrDefault(part, BigDecimal.ZERO);
        }
    }
}
