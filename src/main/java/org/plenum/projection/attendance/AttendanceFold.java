package org.plenum.projection.attendance;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.*;
import org.plenum.projection.Moment;
import org.plenum.projection.attendance.SeatLog.Step;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SheetMark;

/** Attendance in the making, event by event. One thread at a time may use it; its views never change. */
public final class AttendanceFold {
    private final Map<SeatId, SheetMark> sheet = new HashMap<>();
    private final Map<SeatId, Seat> roll = new LinkedHashMap<>();
    private final Map<SeatId, SeatLog> logs = new LinkedHashMap<>();
    private final Map<Long, SeatId> seatByPosition = new HashMap<>();
    private @Nullable AttendanceView view;

    /** Takes in the next event. */
    public void apply(Recorded<SessionEvent> recorded) {
        var moment = Moment.of(recorded);
        switch (recorded.event()) {
            case SeatsEnrolled e ->
                e.seats().forEach(seat -> {
                    roll.put(seat.id(), seat);
                    logs.put(seat.id(), new SeatLog(seat));
                });
            case SheetDeclared e -> sheet.putAll(e.marks());
            case SeatArrived e -> {
                log(e.seat()).add(new Step.Came(new Passage(moment, null), e.mode(), e.delegate()));
                seatByPosition.put(recorded.position(), e.seat());
            }
            case SeatDeparted e -> {
                log(e.seat()).add(new Step.Went(new Passage(moment, null), e.inferred()));
                seatByPosition.put(recorded.position(), e.seat());
            }
            case AttendanceModeChanged e -> log(e.seat()).add(new Step.Changed(moment, e.mode(), null));
            case DelegateReplaced e -> log(e.seat()).add(new Step.Changed(moment, null, e.delegate()));
            case RollCounted _ ->
                logs.values().stream().filter(SeatLog::isThere).forEach(log -> log.add(new Step.NamesLost(moment)));
            case AttendanceCorrected e -> correct(recorded.position(), e);
            case OfVote _,
                    OfConvening _,
                    OfSitting _,
                    OfPresence _,
                    OfOffice _,
                    OfProxy _,
                    OfAgenda _,
                    OfStatement _,
                    SeatRecused _,
                    OfProposal _,
                    MinutesApproved _ -> {
                return;
            }
        }
        view = null;
    }

    /** Attendance as it stands. */
    public AttendanceView view() {
        var known = view;
        if (known == null) {
            var bySeat = new LinkedHashMap<SeatId, SeatAttendance>();
            roll.forEach((id, seat) -> bySeat.put(id, new SeatAttendance(seat, sheet.get(id), log(id).intervals())));
            known = new AttendanceView(bySeat);
            view = known;
        }
        return known;
    }

    private SeatLog log(SeatId seat) {
        var log = logs.get(seat);
        if (log == null) {
            throw new IllegalStateException("not on the roll: " + seat);
        }
        return log;
    }

    private void correct(long position, AttendanceCorrected e) {
        var recorded = seatByPosition.get(e.target());
        if (recorded == null) {
            throw new IllegalStateException("no arrival or departure at position " + e.target());
        }
        var step = log(recorded).remove(e.target());
        if (e.struck()) {
            seatByPosition.remove(e.target());
            return;
        }
        var meant = e.seat() == null ? recorded : e.seat();
        seatByPosition.put(e.target(), meant);
        log(meant).insert(corrected(step, position, e));
    }

    private static Step corrected(Step step, long position, AttendanceCorrected e) {
        return switch (step) {
            case Step.Came came ->
                new Step.Came(
                        corrected(came.passage(), position, e),
                        e.mode() == null ? came.mode() : e.mode(),
                        e.delegate() == null ? came.delegate() : e.delegate());
            case Step.Went went -> new Step.Went(corrected(went.passage(), position, e), went.inferred());
            case Step.Changed _, Step.NamesLost _ -> step;
        };
    }

    private static Passage corrected(Passage passage, long position, AttendanceCorrected e) {
        var moment = passage.moment();
        return new Passage(e.stated() == null ? moment : moment.statedAs(e.stated()), position);
    }
}
