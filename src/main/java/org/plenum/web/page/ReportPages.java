package org.plenum.web.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plenum.document.picture.AttendanceBars;
import org.plenum.document.picture.Caption;
import org.plenum.event.SessionEvent.*;
import org.plenum.projection.sight.Seen;
import org.plenum.projection.wording.FindingSentences;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.StatedTime;
import org.plenum.vocabulary.VoteId;
import org.plenum.web.security.CurrentPerson;
import org.plenum.web.security.SeenSessions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The report: who, when, the items in order, each vote with its names; it reads and prints like minutes. */
@Controller
class ReportPages {
    /** A stretch in which a seat was there. */
    record Stay(String from, String until, boolean remote) {}

    /** A seat with its stays. */
    record Attended(String name, String delegate, List<Stay> stays) {}

    /** A finding and where it stands. */
    record Found(long position, String words) {}

    private final Rooms rooms;
    private final PageDesk desk;
    private final CurrentPerson people;
    private final SeenSessions sessions;

    ReportPages(Rooms rooms, PageDesk desk, CurrentPerson people, SeenSessions sessions) {
        this.sessions = sessions;
        this.rooms = rooms;
        this.desk = desk;
        this.people = people;
    }

    @GetMapping("/sessions/{session}/report")
    String page(@PathVariable String session, Locale locale, Model model) {
        var said = desk.said(locale);
        var scene = rooms.look(new SessionId(session), people.ofPage(), room -> {
                    var seen = Scenes.of(room, people.ofPage(), said);
                    model.addAttribute("attended", attended(room, said));
                    model.addAttribute("attendees", room.attendees());
                    model.addAttribute("picture", picture(room, said));
                    model.addAttribute("opened", time(room, room.firstOpened().orElse(null), said));
                    model.addAttribute(
                            "ended",
                            seen.stage().name().equals("CLOSED")
                                            || seen.stage().name().equals("DESERTED")
                                    ? time(room, room.stageSince().orElse(null), said)
                                    : said.say("report.running"));
                    return seen;
                })
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("scene", scene);
        model.addAttribute("findings", findings(new SessionId(session), said));
        return "report";
    }

    private List<Found> findings(SessionId session, Said said) {
        return sessions.by(people.ofPage(), session)
                .map(Seen::now)
                .map(report -> report.findings().stream()
                        .map(placed -> new Found(
                                placed.position(), said.of(FindingSentences.of(placed.finding(), report.names()))))
                        .toList())
                .orElse(List.of());
    }

    private static String time(Room room, Room.@Nullable Moment moment, Said said) {
        return moment == null
                ? said.say("time.notStated")
                : Moments.label(
                        moment, room.state().convened().zone(), !room.state().isTranscribed(), said);
    }

    private static List<Attended> attended(Room room, Said said) {
        return room.state().roll().values().stream()
                .map(seat -> {
                    var delegate = room.state().delegateOf(seat.id());
                    return new Attended(
                            seat.name(), delegate == null ? "" : delegate.name(), stays(room, seat.id(), said));
                })
                .toList();
    }

    private static List<Stay> stays(Room room, SeatId seat, Said said) {
        var stays = new ArrayList<Stay>();
        Room.Passage came = null;
        for (var passage : room.passages(seat)) {
            if (passage.arrival()) {
                came = passage;
            } else if (came != null) {
                stays.add(new Stay(
                        time(room, came.moment(), said),
                        time(room, passage.moment(), said),
                        came.mode() == Mode.REMOTE));
                came = null;
            }
        }
        if (came != null) {
            stays.add(
                    new Stay(time(room, came.moment(), said), said.say("report.untilEnd"), came.mode() == Mode.REMOTE));
        }
        return stays;
    }

    /**
     * The attendance along the order of the record: what was recorded together stands at one place, and ballots take no
     * room of their own.
     */
    static String picture(Room room, Said said) {
        return picture(room, said, null, null);
    }

    /** The same, with one seat and one vote marked. */
    static String picture(Room room, Said said, @Nullable SeatId markedSeat, @Nullable VoteId markedVote) {
        var steps = new HashMap<Long, Integer>();
        var ticks = new TreeMap<Integer, String>();
        var step = 0;
        var moved = false;
        StatedTime lastStated = null;
        for (var recorded : room.events()) {
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
            if (counts && !(passage && moved && java.util.Objects.equals(lastStated, recorded.stated()))) {
                step++;
            }
            if (counts) {
                moved = passage;
                lastStated = recorded.stated();
                var stated = recorded.stated();
                if (stated != null) {
                    ticks.putIfAbsent(step, Moments.stated(stated, said));
                }
            }
            steps.put(recorded.position(), step);
        }
        var end = step + 1;
        var lines = new ArrayList<AttendanceBars.Line>();
        room.state().votes().forEach((id, vote) -> {
            var from = room.opened(id)
                    .map(moment -> steps.getOrDefault(moment.position(), 0))
                    .orElse(0);
            var until = room.closed(id)
                    .map(moment -> steps.getOrDefault(moment.position(), end))
                    .orElse(end);
            lines.add(new AttendanceBars.Line(
                    from,
                    until,
                    Integer.toString(lines.size() + 1),
                    vote.opened().subject(),
                    false));
        });
        return new AttendanceBars(
                        0, end, rows(room, said, steps, end, markedSeat), lines, spread(ticks), caption(room, said))
                .draw("attendance");
    }

    private static Caption caption(Room room, Said said) {
        return new Caption(
                said.say("report.attendance"),
                said.say("report.attendance.words", room.state().roll().size()));
    }

    /** Labels that would stand on each other are left out. */
    private static List<AttendanceBars.Tick> spread(Map<Integer, String> ticks) {
        var shown = new ArrayList<AttendanceBars.Tick>();
        var last = -2;
        for (var tick : ticks.entrySet()) {
            if (tick.getKey() - last >= 2) {
                shown.add(new AttendanceBars.Tick(tick.getKey(), tick.getValue()));
                last = tick.getKey();
            }
        }
        return shown;
    }

    private static List<AttendanceBars.Row> rows(
            Room room, Said said, Map<Long, Integer> steps, int end, @Nullable SeatId marked) {
        return room.state().roll().values().stream()
                .map(seat -> {
                    var bars = new ArrayList<AttendanceBars.Bar>();
                    Room.Passage came = null;
                    for (var passage : room.passages(seat.id())) {
                        if (passage.arrival()) {
                            came = passage;
                        } else if (came != null) {
                            bars.add(bar(
                                    room,
                                    came,
                                    steps,
                                    steps.getOrDefault(passage.moment().position(), end),
                                    said));
                            came = null;
                        }
                    }
                    if (came != null) {
                        bars.add(bar(room, came, steps, end, said));
                    }
                    return new AttendanceBars.Row(
                            seat.name(), seat.name(), seat.id().equals(marked), bars);
                })
                .toList();
    }

    private static AttendanceBars.Bar bar(
            Room room, Room.Passage came, Map<Long, Integer> steps, int until, Said said) {
        return new AttendanceBars.Bar(
                steps.getOrDefault(came.moment().position(), 0),
                until,
                true,
                came.mode() == Mode.REMOTE,
                time(room, came.moment(), said));
    }
}
