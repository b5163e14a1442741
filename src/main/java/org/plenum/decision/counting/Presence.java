package org.plenum.decision.counting;

import java.util.Set;
import org.plenum.vocabulary.SeatId;

/**
 * Who is there at one moment, for one item or vote. Seats without a vote may be named; they count nowhere.
 *
 * @param inPerson seats in the room, or of which nobody says otherwise
 * @param remote seats attending from elsewhere
 * @param represented absent seats that a present one represents
 * @param recused seats that a conflict of interest takes out of the count, present or represented
 * @param declined seats that declared to take no part in the vote
 * @param unnamed presence without names; its seats are in none of the first three sets
 */
public record Presence(
        Set<SeatId> inPerson,
        Set<SeatId> remote,
        Set<SeatId> represented,
        Set<SeatId> recused,
        Set<SeatId> declined,
        Unnamed unnamed) {

    /** Nobody. */
    public static final Presence NOBODY = new Presence(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Unnamed.NONE);

    /** These seats in the room and nothing else to say. */
    public static Presence of(Set<SeatId> inPerson) {
        return new Presence(inPerson, Set.of(), Set.of(), Set.of(), Set.of(), Unnamed.NONE);
    }
}
