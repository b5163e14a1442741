package org.plenum.vocabulary;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * A date and time as the clock on the wall shows it, to the minute or to the second.
 *
 * @param toTheSecond whether seconds were stated; otherwise the point stands for its whole minute
 * @param offset the offset from UTC, only where the clock showed this time twice and somebody said which is meant
 */
public record LocalPoint(
        LocalDateTime time, boolean toTheSecond, @Nullable ZoneOffset offset) {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    /** Throws {@link Malformed} if the time is finer than what it is stated to, or its year is beyond 1000 to 9999. */
    public LocalPoint {
        var fine = toTheSecond ? time.getNano() : time.getSecond() + time.getNano();
        if (fine != 0 || time.getYear() < 1000 || time.getYear() > 9999) {
            throw new Malformed(Malformed.Fault.TIME, "at", time.toString());
        }
    }

    /** The stretch of time that this point stands for in a zone: one minute or one second. */
    public Span in(ZoneId zone) {
        var start = instantIn(zone);
        return new Span(start, start.plus(toTheSecond ? Duration.ofSeconds(1) : Duration.ofMinutes(1)));
    }

    private Instant instantIn(ZoneId zone) {
        var offsets = zone.getRules().getValidOffsets(time);
        if (offsets.isEmpty()) {
            throw new Malformed(Malformed.Fault.TIME_SKIPPED, "at", toString());
        }
        if (offset != null && !offsets.contains(offset)) {
            throw new Malformed(Malformed.Fault.TIME, "at", toString());
        }
        if (offset == null && offsets.size() > 1) {
            throw new Malformed(Malformed.Fault.TIME_REPEATED, "at", toString());
        }
        return time.toInstant(offset == null ? offsets.getFirst() : offset);
    }

    /** As in {@code 2024-11-13T17:51}, with seconds and offset only where stated. */
    @Override
    public String toString() {
        return (toTheSecond ? SECONDS : MINUTES).format(time) + (offset == null ? "" : offset);
    }
}
