package org.plenum.web.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plenum.document.picture.Caption;
import org.plenum.document.picture.ReplayRuler;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.*;
import org.plenum.projection.attendance.SeatAttendance;
import org.plenum.projection.report.SessionReport;
import org.plenum.projection.sight.Seen;
import org.plenum.projection.wording.FindingSentences;
import org.plenum.vocabulary.SessionId;
import org.plenum.web.security.CurrentPerson;
import org.plenum.web.security.Person;
import org.plenum.web.security.SeenSessions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Replay: a session as it was known at any position of its record, beside what is known now. */
@Controller
class ReplayPages {
    /** Something that is known otherwise now than it was then. */
    record Difference(String what, String then, String now) {}

    /** The entry of an event, with what somebody needs to check it in the page. */
    record Proof(
            String hash,
            @Nullable String previous,
            @Nullable String line) {}

    private final Rooms rooms;
    private final PageDesk desk;
    private final CurrentPerson people;
    private final SeenSessions sessions;

    ReplayPages(Rooms rooms, PageDesk desk, CurrentPerson people, SeenSessions sessions) {
        this.rooms = rooms;
        this.desk = desk;
        this.people = people;
        this.sessions = sessions;
    }

    @GetMapping("/sessions/{session}/replay")
    String page(@PathVariable String session, @RequestParam @Nullable Long position, Locale locale, Model model) {
        var said = desk.said(locale);
        var person = people.ofPage();
        var id = new SessionId(session);
        var known = sessions.by(person, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var now = rooms.look(id, person, room -> {
                    var head = room.state().position();
                    var at = position == null ? head : Math.max(1, Math.min(head, position));
                    var then = rooms.asKnownAt(id, person, at);
                    var seen = Scenes.of(room, person, said);
                    var scene = Scenes.then(then, person, said, room);
                    var words = new EventWords(then, person, said, room);
                    var recorded = then.events().getLast();
                    model.addAttribute("then", scene);
                    model.addAttribute("event", Journal.line(then, recorded, words, said));
                    model.addAttribute("at", at);
                    model.addAttribute("head", head);
                    model.addAttribute("ruler", ruler(room, at, said));
                    model.addAttribute("jumps", jumps(room, at));
                    model.addAttribute("lines", nearby(then, words, said));
                    model.addAttribute("differences", differences(known, at, scene, seen, said));
                    model.addAttribute("proof", proof(id, at, known));
                    model.addAttribute("findings", findings(known, recorded, said));
                    return seen;
                })
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("scene", now);
        return "replay";
    }

    /** The entry itself is shown only to whom nothing of the session is withheld. */
    private Proof proof(SessionId id, long at, Seen known) {
        var entry = rooms.entry(id, at).orElseThrow();
        return new Proof(
                entry.hash().hex(),
                at == 1
                        ? null
                        : rooms.entry(id, at - 1)
                                .map(before -> before.hash().hex())
                                .orElse(null),
                known.isWhole() ? new String(entry.line(), StandardCharsets.UTF_8) : null);
    }

    private static List<String> findings(Seen known, Recorded<SessionEvent> recorded, Said said) {
        var names = known.now().names();
        return recorded.findings().stream()
                .map(finding -> said.of(FindingSentences.of(finding, names)))
                .toList();
    }

    /** The events that led here, the latest first. */
    private static List<Journal.Line> nearby(Room then, EventWords words, Said said) {
        return then.events().reversed().stream()
                .skip(1)
                .limit(8)
                .map(recorded -> Journal.line(then, recorded, words, said))
                .toList();
    }

    private static ReplayRuler picture(
            Room room, long at, List<ReplayRuler.Band> bands, List<ReplayRuler.Dot> dots, Said said) {
        return new ReplayRuler(
                room.state().position(),
                at,
                bands,
                dots,
                new Caption(
                        said.say("door.replay"),
                        said.say("replay.at", at, room.state().position())));
    }

    private static String ruler(Room room, long at, Said said) {
        var bands = new ArrayList<ReplayRuler.Band>();
        room.state().votes().forEach((id, vote) -> {
            var from = room.opened(id).map(Room.Moment::position).orElse(1L);
            var until = room.closed(id)
                    .map(Room.Moment::position)
                    .orElse(room.state().position());
            bands.add(new ReplayRuler.Band(
                    from,
                    until,
                    Integer.toString(bands.size() + 1),
                    vote.opened().subject()));
        });
        var dots = new ArrayList<ReplayRuler.Dot>();
        var words = new EventWords(room, Person.VISITOR, said);
        for (var recorded : room.events()) {
            var kind = kind(recorded.event(), !recorded.findings().isEmpty());
            if (kind != null) {
                dots.add(new ReplayRuler.Dot(recorded.position(), kind, words.of(recorded)));
            }
        }
        return picture(room, at, bands, dots, said).draw();
    }

    private static ReplayRuler.@Nullable Kind kind(SessionEvent event, boolean finding) {
        if (finding) {
            return ReplayRuler.Kind.FINDING;
        }
        if (event instanceof SeatArrived) {
            return ReplayRuler.Kind.ARRIVAL;
        }
        if (event instanceof SeatDeparted) {
            return ReplayRuler.Kind.DEPARTURE;
        }
        return event instanceof SessionOpened || event instanceof SessionClosed || event instanceof SessionSuspended
                ? ReplayRuler.Kind.SITTING
                : null;
    }

    /** Where the vote before and the vote after stand. */
    private static Map<String, Long> jumps(Room room, long at) {
        var jumps = new TreeMap<String, Long>();
        for (var recorded : room.events()) {
            if (recorded.event() instanceof VoteOpened) {
                if (recorded.position() < at) {
                    jumps.put("before", recorded.position());
                } else if (recorded.position() > at) {
                    jumps.putIfAbsent("after", recorded.position());
                }
            }
        }
        return jumps;
    }

    /** What was recorded then and is known otherwise now: who was there, outcomes and announcements of votes over by then. */
    private static List<Difference> differences(Seen seen, long at, Scene then, Scene now, Said said) {
        var differences = new ArrayList<Difference>();
        for (var before : then.votes()) {
            for (var after : now.votes()) {
                if (before.id().equals(after.id()) && !before.isOpen()) {
                    var was = summary(before, said);
                    var is = summary(after, said);
                    if (!was.equals(is)) {
                        differences.add(new Difference(before.subject(), was, is));
                    }
                }
            }
        }
        var report = seen.now();
        var known = seen.at(at, null);
        for (var before : known.attendance().seats()) {
            var after = report.attendance().of(before.seat().id()).orElse(before);
            var was = stays(known, before, at, said);
            var is = stays(report, after, at, said);
            if (!was.equals(is)) {
                differences.add(new Difference(before.seat().name(), was, is));
            }
        }
        return differences;
    }

    /** The stays of a seat that began by a position, each with its end if that came by then. */
    private static String stays(SessionReport report, SeatAttendance attendance, long at, Said said) {
        var stays = attendance.intervals().stream()
                .filter(interval -> interval.from().position() <= at)
                .map(interval -> {
                    var to = interval.to();
                    var from = ReportPages.time(report, interval.from(), said);
                    return to == null || to.position() > at
                            ? said.say("replay.since", from)
                            : from + " – " + ReportPages.time(report, to, said);
                })
                .toList();
        return stays.isEmpty() ? said.say("sign.absent") : String.join("; ", stays);
    }

    private static String summary(Scene.Vote vote, Said said) {
        var counts = vote.counts();
        var numbers =
                counts == null ? "" : " ✓ " + counts.inFavour() + "  ✕ " + counts.against() + "  – " + counts.abstain();
        return (vote.isAnnulled() ? said.say("vote.annulled") : String.valueOf(vote.outcomeWord())) + numbers;
    }
}
