package org.plenum.transcript;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.SeatId;

/**
 * How a vote divided the seats, as the minutes list them.
 *
 * @param named the lists that are there, each with its seats
 * @param rest the list that says "rest": everybody in the electorate whom no list names
 */
public record Division(
        Map<Stand, List<SeatId>> named, @Nullable Stand rest) {
    /** Keeps its own copy of the lists, in the order of the stands. */
    public Division {
        named = Collections.unmodifiableMap(named.isEmpty() ? Map.of() : new EnumMap<>(named));
    }

    /** The seats on a list; none where it is not there or says "rest". */
    public List<SeatId> seats(Stand stand) {
        return named.getOrDefault(stand, List.of());
    }

    /** Whether the minutes list nobody at all. */
    public boolean isEmpty() {
        return rest == null && named.values().stream().allMatch(List::isEmpty);
    }
}
