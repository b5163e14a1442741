package org.plenum.vocabulary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that the record shows and that someone should know.
 *
 * @param topic what exactly it is about: the stable name of the refusal behind it ("already-present"), or the number
 *     compared ("present", "for", "outcome", "sheet"); sentences are made from it
 * @param seats the seats concerned
 * @param expected what the record itself says, where two things are compared
 * @param found what was stated against it
 */
public record Finding(
        FindingCode code,
        String topic,
        List<SeatId> seats,
        @Nullable String expected,
        @Nullable String found) {
    /** Keeps its own copy of the seats. */
    public Finding {
        seats = List.copyOf(seats);
    }

    /** A finding about seats alone. */
    public static Finding about(FindingCode code, String topic, List<SeatId> seats) {
        return new Finding(code, topic, seats, null, null);
    }
}
