package org.plenum.decision.counting;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.SeatId;

/**
 * What counting needs to know of a seat.
 *
 * @param weight what its vote is worth, exact and positive
 * @param population residents it stands for, null where unknown
 * @param office an office that rules may leave out of a quorum
 * @param votes whether it has a vote; without one it counts nowhere
 */
public record VotingRight(
        SeatId seat,
        BigDecimal weight,
        @Nullable Long population,
        @Nullable String office,
        boolean votes) {
    /** The right of a seat. */
    public static VotingRight of(Seat seat) {
        return new VotingRight(seat.id(), seat.weight(), seat.population(), seat.office(), seat.votes());
    }
}
