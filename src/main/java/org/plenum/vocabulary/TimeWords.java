package org.plenum.vocabulary;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time as somebody writes it: "17:51", "17:51:30", or with its date "2024-11-13T17:51", perhaps with an offset. Which
 * day a bare time belongs to is known only within its session.
 */
public record TimeWords(
        @Nullable LocalDate date,
        LocalTime time,
        boolean toTheSecond,
        @Nullable ZoneOffset offset) {
    private static final Pattern WRITTEN =
            Pattern.compile("(?:(\\d{4}-\\d{2}-\\d{2})[T ])?(\\d{1,2}:\\d{2})(:\\d{2})?(Z|[+-]\\d{2}:\\d{2})?");

    /**
     * Reads a time.
     *
     * @throws Malformed if it is not written as one, or is no time of day ("25:00", "2023-02-29T10:00")
     */
    public static TimeWords parse(String what, String written) {
        var match = WRITTEN.matcher(written.strip());
        if (!match.matches()) {
            throw new Malformed(Malformed.Fault.TIME, what, written);
        }
        try {
            var clock = match.group(2).length() == 4 ? "0" + match.group(2) : match.group(2);
            var seconds = match.group(3);
            return new TimeWords(
                    match.group(1) == null ? null : LocalDate.parse(match.group(1)),
                    LocalTime.parse(clock + (seconds == null ? "" : seconds)),
                    seconds != null,
                    match.group(4) == null ? null : ZoneOffset.of(match.group(4)));
        } catch (DateTimeException e) {
            throw new Malformed(Malformed.Fault.TIME, what, written);
        }
    }

    /**
     * The date and time meant: a bare time is on the session's day, or on that of the time stated before it; one that is
     * more than 12 hours earlier than the one before it is past midnight.
     */
    public LocalPoint resolve(LocalDate sessionDay, @Nullable LocalDateTime before) {
        if (date != null) {
            return new LocalPoint(date.atTime(time), toTheSecond, offset);
        }
        var near = (before == null ? sessionDay : before.toLocalDate()).atTime(time);
        var pastMidnight = before != null && near.plusHours(12).isBefore(before);
        return new LocalPoint(pastMidnight ? near.plusDays(1) : near, toTheSecond, offset);
    }
}
