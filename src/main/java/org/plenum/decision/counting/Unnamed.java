package org.plenum.decision.counting;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.plenum.vocabulary.SeatId;

/**
 * Presence without names: of these seats, at least so many and at most so many are there, and nobody knows which.
 */
public record Unnamed(Set<SeatId> among, int atLeast, int atMost) {
    /** Nobody: presence is known by name. */
    public static final Unnamed NONE = new Unnamed(Set.of(), 0, 0);

    /** Keeps the numbers within what the seats allow. */
    public Unnamed {
        among = atMost <= 0 ? Set.of() : Set.copyOf(among);
        atMost = Math.clamp(atMost, 0, among.size());
        atLeast = Math.clamp(atLeast, 0, atMost);
    }

    /** Whether nothing is in doubt about how many there are. */
    public boolean certainNumber() {
        return atLeast == atMost;
    }

    /** Without those seats that turn out to be there after all: each is one of the number. */
    Unnamed less(Set<SeatId> known) {
        var rest = among.stream().filter(seat -> !known.contains(seat)).collect(Collectors.toUnmodifiableSet());
        var fewer = among.size() - rest.size();
        return fewer == 0 ? this : new Unnamed(rest, atLeast - fewer, atMost - fewer);
    }

    /** Without those seats that do not count: they may or may not be among the number. */
    Unnamed excluding(Predicate<SeatId> excluded) {
        var rest = among.stream().filter(excluded.negate()).collect(Collectors.toUnmodifiableSet());
        return new Unnamed(rest, atLeast - (among.size() - rest.size()), atMost);
    }
}
