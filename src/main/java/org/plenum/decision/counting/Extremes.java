package org.plenum.decision.counting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.SeatId;

/** The least and the most that so many seats of a set can come to, whichever they are. */
final class Extremes {
    private final List<BigDecimal> weights;
    private final @Nullable List<BigDecimal> populations;

    /** Sums up, once, the seats of the set from the lightest and from the heaviest. */
    Extremes(Roll roll, Set<SeatId> among) {
        var rights = new ArrayList<VotingRight>();
        for (var seat : among) {
            var right = roll.right(seat);
            if (right != null) {
                rights.add(right);
            }
        }
        weights = sumsFromSmallest(rights, VotingRight::weight);
        populations = rights.stream().anyMatch(right -> right.population() == null)
                ? null
                : sumsFromSmallest(rights, right -> {
                    var population = right.population();
                    return population == null ? BigDecimal.ZERO : BigDecimal.valueOf(population);
                });
    }

    /** The least that so many can come to. */
    Totals least(int heads) {
        return new Totals(
                BigDecimal.valueOf(heads),
                weights.get(heads),
                heads == 0 ? BigDecimal.ZERO : populations == null ? null : populations.get(heads));
    }

    /** The most that so many can come to. */
    Totals most(int heads) {
        return new Totals(
                BigDecimal.valueOf(heads),
                fromLargest(weights, heads),
                heads == 0 ? BigDecimal.ZERO : populations == null ? null : fromLargest(populations, heads));
    }

    private static BigDecimal fromLargest(List<BigDecimal> sums, int count) {
        var last = sums.size() - 1;
        return sums.get(last).subtract(sums.get(last - count));
    }

    private static List<BigDecimal> sumsFromSmallest(
            List<VotingRight> rights, Function<VotingRight, BigDecimal> value) {
        var sums = new ArrayList<BigDecimal>(rights.size() + 1);
        var sum = BigDecimal.ZERO;
        sums.add(sum);
        for (var each :
                rights.stream().map(value).sorted(Comparator.naturalOrder()).toList()) {
            sum = sum.add(each);
            sums.add(sum);
        }
        return sums;
    }
}
