package org.plenum.transcript;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.AgendaItem;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.SheetMark;

/**
 * A past session as its paper minutes tell it, nothing added.
 *
 * @param source where the minutes come from
 * @param record what happened, in the order of the minutes
 */
public record Transcript(
        String source,
        Assembly assembly,
        Session session,
        List<Attendee> attendees,
        List<AgendaItem> agenda,
        List<Step> record) {

    /** The body that met, with its roll on that day, and its rules where the file states them. */
    public record Assembly(
            AssemblyId id, String name, @Nullable RulesOfProcedure rules, List<Seat> seats) {}

    /**
     * A line of the roll.
     *
     * @param role a role stated of a seat whose delegate is not named; null otherwise
     * @param sheet what the attendance sheet says of it; null where it says nothing
     */
    public record Seat(
            org.plenum.vocabulary.Seat seat,
            @Nullable String role,
            @Nullable SheetMark sheet) {}

    /** The sitting itself. */
    public record Session(
            SessionId id,
            String title,
            LocalDate date,
            ZoneId zone,
            int call,
            @Nullable SessionId secondCallOf,
            @Nullable String place,
            @Nullable LocalTime scheduled,
            @Nullable SeatId president,
            @Nullable String clerk) {}

    /** A person without a seat. */
    public record Attendee(
            String name, @Nullable String role, @Nullable String affiliation, boolean present) {}
}
