package org.plenum.projection.quorum;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.SessionState;
import org.plenum.decision.counting.Presence;
import org.plenum.decision.counting.Quorum;
import org.plenum.decision.counting.QuorumFound;
import org.plenum.decision.counting.Totals;
import org.plenum.decision.counting.Unnamed;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.SeatId;

/**
 * The seats that count for a quorum and what they come to, kept up seat by seat, so that one arrival costs the same
 * however large the assembly is. For presence known by name.
 */
final class CountedPresence {
    private final Quorum quorum;
    private final Set<SeatId> counted = new HashSet<>();
    private BigDecimal heads = BigDecimal.ZERO;
    private BigDecimal weight = BigDecimal.ZERO;
    private BigDecimal population = BigDecimal.ZERO;
    private int unknownPopulations;

    CountedPresence(Quorum quorum) {
        this.quorum = quorum;
    }

    /** Looks at every seat. */
    void recount(SessionState state) {
        quorum.roll().seats().forEach(seat -> update(state, seat));
    }

    /** Looks at one seat. */
    void update(SessionState state, SeatId seat) {
        var counts = quorum.counts(seat, presence(state, seat));
        if (counts ? counted.add(seat) : counted.remove(seat)) {
            shift(seat, counts);
        }
    }

    QuorumFound found() {
        var totals = new Totals(heads, weight, unknownPopulations > 0 ? null : population);
        return new QuorumFound(quorum, totals, totals);
    }

    private void shift(SeatId seat, boolean in) {
        var right = quorum.roll().right(seat);
        if (right == null) {
            throw new IllegalStateException("counts without a vote: " + seat);
        }
        heads = shifted(heads, BigDecimal.ONE, in);
        weight = shifted(weight, right.weight(), in);
        var residents = right.population();
        if (residents == null) {
            unknownPopulations += in ? 1 : -1;
        } else {
            population = shifted(population, BigDecimal.valueOf(residents), in);
        }
    }

    private static BigDecimal shifted(BigDecimal sum, BigDecimal by, boolean in) {
        return in ? sum.add(by) : sum.subtract(by);
    }

    /** The presence of one seat alone, by which the quorum tells whether it counts. */
    private static Presence presence(SessionState state, SeatId seat) {
        @Nullable Mode mode = state.attendance().find(seat).map(how -> how.mode()).orElse(null);
        var itself = Set.of(seat);
        var none = Set.<SeatId>of();
        return new Presence(
                mode != null && mode != Mode.REMOTE ? itself : none,
                mode == Mode.REMOTE ? itself : none,
                state.proxies().containsKey(seat) ? itself : none,
                none,
                none,
                Unnamed.NONE);
    }
}
