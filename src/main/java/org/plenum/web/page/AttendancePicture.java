package org.plenum.web.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plenum.document.picture.AttendanceBars;
import org.plenum.document.picture.Caption;
import org.plenum.event.SessionEvent.*;
import org.plenum.projection.Moment;
import org.plenum.projection.attendance.Interval;
import org.plenum.projection.attendance.SeatAttendance;
import org.plenum.projection.report.SessionReport;
import org.plenum.projection.sight.Seen;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.Provenance;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.StatedTime;
import org.plenum.vocabulary.VoteId;

/**
 * Who was there when, along the order of the record: what was recorded together stands at one place, and ballots take no
 * room of their own. What corrections say is what is drawn.
 */
final class AttendancePicture {
    private final SessionReport report;
    private final Said said;
    private final Map<Long, Integer> steps = new HashMap<>();
    private final TreeMap<Integer, String> ticks = new TreeMap<>();
    private final int end;

    private AttendancePicture(Seen seen, Said said) {
        this.report = seen.now();
        this.said = said;
        var step = 0;
        var moved = false;
        StatedTime lastStated = null;
        for (var recorded : seen.events()) {
            var event = recorded.event();
            var passage = event instanceof SeatArrived || event instanceof SeatDeparted;
            var counts = passage
                    || event instanceof SessionOpened
                    || event instanceof VoteOpened
                    || event instanceof VoteClosed
                    || event instanceof ItemTakenUp
                    || event instanceof SessionSuspended
                    || event instanceof SessionResumed
                    || event instanceof SessionClosed;
            if (counts && !(passage && moved && Objects.equals(lastStated, recorded.stated()))) {
                step++;
            }
            if (counts) {
                moved = passage;
                lastStated = recorded.stated();
                var moment = Moment.of(recorded);
                if (moment.stated() != null || report.session().convened().provenance() == Provenance.LIVE) {
                    ticks.putIfAbsent(step, label(moment));
                }
            }
            steps.put(recorded.position(), step);
        }
        end = step + 1;
    }

    /** Everybody, and every vote. */
    static String whole(Seen seen, Said said) {
        return new AttendancePicture(seen, said).draw(null, null, false);
    }

    /** The same, with one seat and one vote marked. */
    static String marked(Seen seen, Said said, SeatId seat, VoteId vote) {
        return new AttendancePicture(seen, said).draw(seat, vote, false);
    }

    /** One seat alone, with one vote marked. */
    static String alone(Seen seen, Said said, SeatId seat, VoteId vote) {
        return new AttendancePicture(seen, said).draw(seat, vote, true);
    }

    private String draw(@Nullable SeatId seat, @Nullable VoteId vote, boolean alone) {
        var rows = report.attendance().seats().stream()
                .filter(each -> !alone || each.seat().id().equals(seat))
                .map(each -> row(each, seat, alone))
                .toList();
        var title = said.say("report.attendance");
        var words = said.say("report.attendance.words", report.names().roll().size());
        return new AttendanceBars(0, end, rows, lines(vote), spread(), new Caption(title, words)).draw("attendance");
    }

    private AttendanceBars.Row row(SeatAttendance attendance, @Nullable SeatId marked, boolean alone) {
        var seat = attendance.seat();
        var bars = new ArrayList<AttendanceBars.Bar>();
        for (var interval : attendance.intervals()) {
            var to = interval.to();
            var until = to == null ? end : at(to);
            bars.add(new AttendanceBars.Bar(
                    at(interval.from()), until, true, interval.mode() == Mode.REMOTE, label(interval.from())));
            if (interval.ending() == Interval.Ending.NAMES_LOST) {
                // From here on only a number is known: the seat may have been there until it is named again.
                bars.add(new AttendanceBars.Bar(
                        until, next(attendance, interval), false, false, said.say("sign.unknown")));
            }
        }
        return new AttendanceBars.Row(
                seat.name(), seat.name(), !alone && seat.id().equals(marked), bars);
    }

    private int next(SeatAttendance attendance, Interval after) {
        return attendance.intervals().stream()
                .map(interval -> at(interval.from()))
                .filter(from -> from > at(after.from()))
                .min(Integer::compare)
                .orElse(end);
    }

    private int at(Moment moment) {
        return steps.getOrDefault(moment.position(), end);
    }

    private String label(Moment moment) {
        return Moments.label(moment, report.session().convened(), said);
    }

    private List<AttendanceBars.Line> lines(@Nullable VoteId marked) {
        var lines = new ArrayList<AttendanceBars.Line>();
        for (var vote : report.results().votes()) {
            var ended = vote.ended();
            lines.add(new AttendanceBars.Line(
                    at(vote.opened()),
                    ended == null ? end : at(ended),
                    Integer.toString(lines.size() + 1),
                    vote.question().subject(),
                    vote.id().equals(marked)));
        }
        return lines;
    }

    /** Labels that would stand on each other are left out. */
    private List<AttendanceBars.Tick> spread() {
        var room = Math.max(2, end / 14);
        var shown = new ArrayList<AttendanceBars.Tick>();
        var last = -room;
        String before = "";
        for (var tick : ticks.entrySet()) {
            if (tick.getKey() - last >= room && !tick.getValue().equals(before)) {
                shown.add(new AttendanceBars.Tick(tick.getKey(), tick.getValue()));
                last = tick.getKey();
                before = tick.getValue();
            }
        }
        return shown;
    }
}
