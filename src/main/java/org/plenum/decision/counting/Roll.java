package org.plenum.decision.counting;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.SeatId;

/** The voting seats of a session's roll, in the order of the roll. Made once for a session: sums are kept. */
public final class Roll {
    private final Map<SeatId, VotingRight> voting = new LinkedHashMap<>();
    private final Totals totals;
    private final int weightScale;
    private final @Nullable BigDecimal commonWeight;

    /** A roll of these seats; those without a vote are left aside. */
    public Roll(List<VotingRight> seats) {
        var sum = Totals.NONE;
        var scale = 0;
        BigDecimal common = null;
        var same = true;
        for (var seat : seats) {
            if (seat.votes()) {
                voting.put(seat.seat(), seat);
                sum = sum.plus(Totals.of(seat));
                scale = Math.max(scale, seat.weight().stripTrailingZeros().scale());
                same = same && (common == null || common.compareTo(seat.weight()) == 0);
                common = seat.weight();
            }
        }
        totals = sum;
        weightScale = scale;
        commonWeight = same ? common : null;
    }

    /** The voting seats, in the order of the roll. */
    public Set<SeatId> seats() {
        return Collections.unmodifiableSet(voting.keySet());
    }

    /** A voting seat's right, or null where there is no such voting seat. */
    public @Nullable VotingRight right(SeatId seat) {
        return voting.get(seat);
    }

    /** Whether a seat is on the roll and has a vote. */
    public boolean votes(SeatId seat) {
        return voting.containsKey(seat);
    }

    /** What all voting seats come to. */
    public Totals totals() {
        return totals;
    }

    /** What these seats come to; those without a vote add nothing. */
    public Totals totals(Collection<SeatId> seats) {
        var sum = Totals.NONE;
        for (var seat : seats) {
            var right = voting.get(seat);
            sum = right == null ? sum : sum.plus(Totals.of(right));
        }
        return sum;
    }

    /** What the voting seats that pass a test come to. */
    Totals totals(Predicate<VotingRight> test) {
        var sum = Totals.NONE;
        for (var right : voting.values()) {
            sum = test.test(right) ? sum.plus(Totals.of(right)) : sum;
        }
        return sum;
    }

    /** The weight of every voting seat where all weigh the same, else null. */
    @Nullable BigDecimal commonWeight() {
        return commonWeight;
    }

    /** How many decimals the grid of a measure has: whole heads and residents, weights as fine as the finest. */
    int scale(Measure measure) {
        return measure == Measure.WEIGHT ? weightScale : 0;
    }
}
