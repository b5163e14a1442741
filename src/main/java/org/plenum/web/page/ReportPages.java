package org.plenum.web.page;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenum.projection.Moment;
import org.plenum.projection.attendance.Interval;
import org.plenum.projection.attendance.SeatAttendance;
import org.plenum.projection.report.SessionReport;
import org.plenum.projection.wording.FindingSentences;
import org.plenum.projection.wording.RuleSentences;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.SessionStage;
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

    /** A seat with its stays, as corrections leave them. */
    record Attended(String name, @Nullable String delegate, List<Stay> stays) {}

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
        var id = new SessionId(session);
        var scene = rooms.look(id, people.ofPage(), room -> {
                    model.addAttribute("attendees", room.attendees());
                    model.addAttribute("ballots", Scenes.ballots(room, people.ofPage(), said));
                    return Scenes.of(room, people.ofPage(), said);
                })
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var seen =
                sessions.by(people.ofPage(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var report = seen.now();
        model.addAttribute("scene", scene);
        model.addAttribute("attended", attended(report, said));
        model.addAttribute("picture", AttendancePicture.whole(seen, said));
        model.addAttribute("opened", opened(report, said));
        model.addAttribute("ended", ended(report, said));
        model.addAttribute(
                "quorumRule", said.of(RuleSentences.quorum(report.quorum().rule())));
        model.addAttribute("quorumLost", lost(report));
        model.addAttribute(
                "quorumReached",
                report.quorum().timeline().stream().anyMatch(step -> !Boolean.FALSE.equals(step.met())));
        model.addAttribute(
                "findings",
                report.findings().stream()
                        .map(placed -> new Found(
                                placed.position(), said.of(FindingSentences.of(placed.finding(), report.names()))))
                        .toList());
        return "report";
    }

    /** When it was opened; a session that is over or convened, and never was, is told as such. */
    private static String opened(SessionReport report, Said said) {
        var stage = report.session().stage();
        var never =
                report.session().opened() == null && (stage == SessionStage.DESERTED || stage == SessionStage.CONVENED);
        return never
                ? said.say("report.neverOpened")
                : time(report, report.session().opened(), said);
    }

    private static String ended(SessionReport report, Said said) {
        return isOver(report) ? time(report, report.session().closed(), said) : said.say("report.running");
    }

    private static boolean isOver(SessionReport report) {
        var stage = report.session().stage();
        return stage == SessionStage.CLOSED || stage == SessionStage.DESERTED;
    }

    /** The positions at which the quorum was no longer there, after it had been. */
    private static List<Long> lost(SessionReport report) {
        var lost = new java.util.ArrayList<Long>();
        var met = false;
        for (var step : report.quorum().timeline()) {
            if (met && Boolean.FALSE.equals(step.met())) {
                lost.add(step.position());
            }
            met = Boolean.TRUE.equals(step.met());
        }
        return lost;
    }

    static String time(SessionReport report, @Nullable Moment moment, Said said) {
        return moment == null
                ? said.say("time.notStated")
                : Moments.label(moment, report.session().convened(), said);
    }

    static List<Attended> attended(SessionReport report, Said said) {
        return report.attendance().seats().stream()
                .map(seat -> new Attended(
                        seat.seat().name(),
                        delegate(seat),
                        seat.intervals().stream()
                                .map(interval -> stay(report, interval, said))
                                .toList()))
                .toList();
    }

    private static @Nullable String delegate(SeatAttendance attendance) {
        var acting = attendance.intervals().stream()
                .map(Interval::delegate)
                .filter(java.util.Objects::nonNull)
                .map(delegate -> delegate.name())
                .distinct()
                .toList();
        var usual = attendance.seat().delegate();
        return acting.isEmpty() ? (usual == null ? null : usual.name()) : String.join(", ", acting);
    }

    static Stay stay(SessionReport report, Interval interval, Said said) {
        var until = switch (interval.ending()) {
            case LASTS -> said.say(isOver(report) ? "report.untilEnd" : "report.still");
            case NAMES_LOST -> said.say("report.namesLost");
            case DEPARTED, MISSED -> time(report, interval.to(), said);
        };
        return new Stay(
                time(report, interval.from(), said),
                interval.to() == null || interval.ending() != Interval.Ending.LASTS
                        ? until
                        : time(report, interval.to(), said),
                interval.mode() == Mode.REMOTE);
    }
}
