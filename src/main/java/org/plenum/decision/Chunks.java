package org.plenum.decision;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.AgendaItem;
import org.plenum.vocabulary.Seat;

/** Divides long lists over several events, so that each fits an entry of the ledger (65,535 bytes). */
final class Chunks {
    /** Bytes of one event's list, with room for the rest of the entry. */
    static final int MOST_BYTES = 48_000;

    private static final int FRAME_BYTES = 200;

    private Chunks() {}

    static List<List<Seat>> ofSeats(List<Seat> seats) {
        return of(seats, Chunks::bytes);
    }

    static <T> List<List<T>> of(List<T> all, ToIntFunction<T> bytes) {
        var chunks = new ArrayList<List<T>>();
        var chunk = new ArrayList<T>();
        var size = 0;
        for (var one : all) {
            var more = bytes.applyAsInt(one);
            if (size + more > MOST_BYTES && !chunk.isEmpty()) {
                chunks.add(List.copyOf(chunk));
                chunk.clear();
                size = 0;
            }
            chunk.add(one);
            size += more;
        }
        if (!chunk.isEmpty()) {
            chunks.add(List.copyOf(chunk));
        }
        return chunks;
    }

    static boolean fits(List<AgendaItem> agenda) {
        return agenda.stream()
                        .mapToInt(item -> bytes(item.number().value(), item.title(), item.kind()))
                        .sum()
                <= MOST_BYTES;
    }

    private static int bytes(Seat seat) {
        var delegate = seat.delegate();
        return bytes(
                seat.id().value(),
                seat.name(),
                seat.office(),
                delegate == null ? null : delegate.name(),
                delegate == null ? null : delegate.role());
    }

    /** What these texts and the frame around them take in an entry, at most: quotes and backslashes take two. */
    static int bytes(@Nullable String... texts) {
        return FRAME_BYTES
                + Stream.of(texts)
                        .filter(Objects::nonNull)
                        .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length
                                + (int) text.chars()
                                        .filter(c -> c == '"' || c == '\\')
                                        .count())
                        .sum();
    }
}
