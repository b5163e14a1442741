package org.plenum.decision.counting;

import java.util.LinkedHashSet;
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

    /**
     * With these seats there too, in the way in which they were there before: they took part and then left.
     *
     * @param before who was there then
     */
    public Presence withVoters(Set<SeatId> voters, Presence before) {
        var room = new LinkedHashSet<>(inPerson);
        var elsewhere = new LinkedHashSet<>(remote);
        var absent = new LinkedHashSet<>(represented);
        for (var seat : voters) {
            if (room.contains(seat) || elsewhere.contains(seat) || absent.contains(seat)) {
                continue;
            }
            if (before.represented().contains(seat)) {
                absent.add(seat);
            } else if (before.remote().contains(seat)) {
                elsewhere.add(seat);
            } else {
                room.add(seat);
            }
        }
        return new Presence(room, elsewhere, absent, recused, declined, unnamed.less(voters));
    }

    /** With at least so many there in all, where nobody knows how many there are: they were counted. */
    public Presence withAtLeast(int people) {
        var nameless = people - inPerson.size() - remote.size() - represented.size();
        return unnamed.atMost() == 0 || nameless <= unnamed.atLeast()
                ? this
                : new Presence(
                        inPerson,
                        remote,
                        represented,
                        recused,
                        declined,
                        new Unnamed(unnamed.among(), nameless, unnamed.atMost()));
    }

    /** Those who are there themselves, whatever keeps them from voting. */
    public Presence ofThoseThere() {
        return new Presence(inPerson, remote, Set.of(), Set.of(), Set.of(), unnamed);
    }
}
