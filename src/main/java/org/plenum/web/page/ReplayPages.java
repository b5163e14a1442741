package org.plenum.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plenum.document.picture.Caption;
import org.plenum.document.picture.ReplayRuler;
import org.plenum.event.SessionEvent.*;
import org.plenum.vocabulary.SessionId;
import org.plenum.web.security.CurrentPerson;
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

    private final Rooms rooms;
    private final PageDesk desk;
    private final CurrentPerson people;

    ReplayPages(Rooms rooms, PageDesk desk, CurrentPerson people) {
        this.rooms = rooms;
        this.desk = desk;
        this.people = people;
    }

    @GetMapping("/sessions/{session}/replay")
    String page(@PathVariable String session, @RequestParam @Nullable Long position, Locale locale, Model model) {
        var said = desk.said(locale);
        var person = people.ofPage();
        var id = new SessionId(session);
        var now = rooms.look(id, person, room -> {
                    var head = room.state().position();
                    var at = position == null ? head : Math.max(1, Math.min(head, position));
                    var then = rooms.asKnownAt(id, person, at);
                    var seen = Scenes.of(room, person, said);
                    var scene = Scenes.of(then, person, said);
                    var words = new EventWords(then, person, said);
                    var line = Journal.line(then, then.events().getLast(), words, said);
                    model.addAttribute("then", scene);
                    model.addAttribute("event", line);
                    model.addAttribute("at", at);
                    model.addAttribute("head", head);
                    model.addAttribute("ruler", ruler(room, at, said));
                    model.addAttribute("jumps", jumps(room, at));
                    model.addAttribute("lines", nearby(then, words, said));
                    model.addAttribute("differences", differences(scene, seen, said));
                    return seen;
                })
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("scene", now);
        return "replay";
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
        var words = new EventWords(room, org.plenum.web.security.Person.VISITOR, said);
        for (var recorded : room.events()) {
            var kind = kind(recorded.event(), !recorded.findings().isEmpty());
            if (kind != null) {
                dots.add(new ReplayRuler.Dot(recorded.position(), kind, words.of(recorded.event())));
            }
        }
        return picture(room, at, bands, dots, said).draw();
    }

    private static ReplayRuler.@Nullable Kind kind(org.plenum.event.SessionEvent event, boolean finding) {
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

    /** What was recorded then and was put right since: outcomes and announcements of votes closed by then. */
    private static List<Difference> differences(Scene then, Scene now, Said said) {
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
        return differences;
    }

    private static String summary(Scene.Vote vote, Said said) {
        var counts = vote.counts();
        var numbers =
                counts == null ? "" : " ✓ " + counts.inFavour() + "  ✕ " + counts.against() + "  – " + counts.abstain();
        return (vote.isAnnulled() ? said.say("vote.annulled") : String.valueOf(vote.outcomeWord())) + numbers;
    }
}
