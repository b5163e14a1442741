package org.plenum.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plenum.event.Recorded;
import org.plenum.vocabulary.StatedTime;

/**
 * When an event happened, as far as that is known.
 *
 * @param position its place in the order of its session
 * @param recordedAt when the ledger accepted it; in a transcribed session that says nothing about the meeting
 * @param stated when it happened, as somebody states it, corrections applied
 */
public record Moment(
        long position, Instant recordedAt, @Nullable StatedTime stated) {
    /** The moment of an event. */
    public static Moment of(Recorded<?> recorded) {
        return new Moment(recorded.position(), recorded.recordedAt(), recorded.stated());
    }

    /** The same event, stated to have happened at another time. */
    public Moment statedAs(StatedTime meant) {
        return new Moment(position, recordedAt, meant);
    }
}
