package org.plenum.projection.sight;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Method;
import org.plenum.vocabulary.SeatId;

/**
 * How much of one session somebody may see.
 *
 * @param closedSittings what happens while the public is out
 * @param runningChoices how seats vote while a vote is open
 * @param secretParticipation which seats take part in a secret vote
 * @param own the seats that are the person's own, whose ballots they always see
 */
public record Sight(boolean closedSittings, boolean runningChoices, boolean secretParticipation, Set<SeatId> own) {
    /** Keeps its own copy of the seats. */
    public Sight {
        own = Set.copyOf(own);
    }

    /** Whether a seat's choice in a vote may be seen. How a seat chose in a secret vote stands nowhere. */
    public boolean choice(@Nullable Method method, boolean open, SeatId seat) {
        return method != Method.SECRET && (!open || runningChoices || own.contains(seat));
    }

    /** Whether the choices of all seats in a vote may be seen, and so what they add up to. */
    public boolean choices(@Nullable Method method, boolean open) {
        return !open || (method != Method.SECRET && runningChoices);
    }

    /** Whether it may be seen that a seat has taken part in a vote, or has not. */
    public boolean participation(@Nullable Method method, SeatId seat) {
        return participation(method) || own.contains(seat);
    }

    /** Whether it may be seen of all seats. */
    public boolean participation(@Nullable Method method) {
        return method != Method.SECRET || secretParticipation;
    }

    /** The same without seats of one's own: what everybody of the kind sees alike. */
    public Sight ofKind() {
        return own.isEmpty() ? this : new Sight(closedSittings, runningChoices, secretParticipation, Set.of());
    }
}
