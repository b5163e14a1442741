package org.plenum.web.page;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenum.projection.presence.PresenceAtVote;
import org.plenum.projection.report.SessionReport;
import org.plenum.projection.results.VoteResult;
import org.plenum.projection.wording.FindingSentences;
import org.plenum.proof.notary.Notary;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.VoteId;
import org.plenum.vocabulary.Words;
import org.plenum.web.security.CurrentPerson;
import org.plenum.web.security.SeenSessions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The lawyer's question: was this seat there for that vote? Answered in a sentence that can be quoted, with its grounds. */
@Controller
class PresencePages {
    /** A vote to choose from. */
    record VoteChoice(String id, String subject) {}

    /** The answer. */
    record Answer(
            String sentence,
            String relation,
            String basis,
            @Nullable String ballot,
            boolean late,
            List<DocumentPages.Ground> grounds,
            List<String> findings) {
        /** The positions that the answer rests on: "25, 53 and 96". */
        public String where() {
            return String.join(
                    ", ",
                    grounds.stream()
                            .map(ground -> Long.toString(ground.position()))
                            .toList());
        }
    }

    private final Rooms rooms;
    private final PageDesk desk;
    private final CurrentPerson people;
    private final SeenSessions sessions;
    private final Notary notary;

    PresencePages(Rooms rooms, PageDesk desk, CurrentPerson people, SeenSessions sessions, Notary notary) {
        this.rooms = rooms;
        this.desk = desk;
        this.people = people;
        this.sessions = sessions;
        this.notary = notary;
    }

    @GetMapping("/sessions/{session}/presence")
    String page(
            @PathVariable String session,
            @RequestParam(defaultValue = "") String vote,
            @RequestParam(defaultValue = "") String seat,
            Locale locale,
            Model model) {
        var said = desk.said(locale);
        var id = new SessionId(session);
        var seen =
                sessions.by(people.ofPage(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var report = seen.now();
        var answer = vote.isEmpty() || seat.isEmpty() ? null : answer(report, vote, seat);
        var scene = rooms.look(id, people.ofPage(), room -> {
                    var shown = Scenes.of(room, people.ofPage(), said);
                    if (answer != null) {
                        model.addAttribute("answer", told(room, report, answer, said));
                        model.addAttribute(
                                "picture", AttendancePicture.marked(seen, said, new SeatId(seat), new VoteId(vote)));
                    }
                    return shown;
                })
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("scene", scene);
        model.addAttribute("votes", choices(report));
        model.addAttribute("vote", vote);
        model.addAttribute("seat", seat);
        return "presence";
    }

    /** Only votes that are over: while one is open, the answer could tell how somebody votes. */
    private static List<VoteChoice> choices(SessionReport report) {
        return report.results().votes().stream()
                .filter(vote -> vote.status() != VoteResult.Status.OPEN)
                .map(vote -> new VoteChoice(
                        vote.question().vote().value(), vote.question().subject()))
                .toList();
    }

    private static @Nullable PresenceAtVote answer(SessionReport report, String vote, String seat) {
        return PresenceAtVote.of(report, new VoteId(vote), new SeatId(seat))
                .filter(found -> found.vote().status() != VoteResult.Status.OPEN)
                .orElse(null);
    }

    private Answer told(Room room, SessionReport report, PresenceAtVote answer, Said said) {
        var grounds = DocumentPages.grounds(
                rooms, notary, room, report, answer, new EventWords(room, people.ofPage(), said), said);
        var ballot = answer.ballot();
        return new Answer(
                said.of(answer.sentence()),
                Words.of(answer.relation()),
                said.say("presence.basis." + Words.of(answer.basis())),
                ballot == null ? null : EventWords.choice(ballot.choice(), said),
                answer.lateRecorded(),
                grounds,
                answer.findings().stream()
                        .map(placed -> said.of(FindingSentences.of(placed.finding(), report.names())))
                        .toList());
    }
}
