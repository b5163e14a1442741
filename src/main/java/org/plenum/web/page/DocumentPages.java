package org.plenum.web.page;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenum.document.minutes.Minutes;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.projection.presence.PresenceAtVote;
import org.plenum.projection.report.SessionReport;
import org.plenum.projection.results.VoteResult;
import org.plenum.projection.sight.Seen;
import org.plenum.projection.wording.FindingSentences;
import org.plenum.proof.merkle.Hash;
import org.plenum.proof.notary.Notary;
import org.plenum.vocabulary.Provenance;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.VoteId;
import org.plenum.web.security.CurrentPerson;
import org.plenum.web.security.SeenSessions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Documents to print and sign: the minutes of a session, and the certificate of a seat's presence at a vote. */
@Controller
class DocumentPages {
    /** What stands at the head of a document. */
    record Head(
            String assembly,
            String title,
            String day,
            @Nullable String place,
            boolean transcribed) {}

    /** A part of the minutes in one language. */
    record Part(@Nullable String number, String title, List<Line> lines) {}

    /** A sentence of the minutes, its kind and the positions that it rests on. */
    record Line(String words, String kind, List<Long> positions) {
        /** The positions, with those that follow one another as a range. */
        public String where() {
            var text = new StringBuilder();
            for (var i = 0; i < positions.size(); i++) {
                var last = i;
                while (last + 1 < positions.size() && positions.get(last + 1) == positions.get(last) + 1) {
                    last++;
                }
                text.append(text.isEmpty() ? "" : ", ").append(positions.get(i));
                if (last > i) {
                    text.append(last == i + 1 ? ", " : "–").append(positions.get(last));
                }
                i = last;
            }
            return text.toString();
        }
    }

    /** An event that a certificate rests on. */
    record Ground(long position, String stated, String recorded, String words, String hash, boolean proven) {}

    /** The state of the public log that a document was made at. */
    record Log(String origin, long size, String root) {}

    private final Rooms rooms;
    private final PageDesk desk;
    private final CurrentPerson people;
    private final SeenSessions sessions;
    private final Notary notary;
    private final InstantSource clock = InstantSource.system();

    DocumentPages(Rooms rooms, PageDesk desk, CurrentPerson people, SeenSessions sessions, Notary notary) {
        this.rooms = rooms;
        this.desk = desk;
        this.people = people;
        this.sessions = sessions;
        this.notary = notary;
    }

    private Seen seen(SessionId id) {
        return sessions.by(people.ofPage(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private void head(SessionReport report, Said said, Model model) {
        var convened = report.session().convened();
        model.addAttribute("sessionId", convened.session().value());
        model.addAttribute(
                "head",
                new Head(
                        convened.assemblyName(),
                        convened.title(),
                        said.day(convened.date()),
                        convened.place(),
                        convened.provenance() == Provenance.TRANSCRIBED));
        var now = clock.instant();
        model.addAttribute("issuedDay", said.day(now.atZone(convened.zone()).toLocalDate()));
        model.addAttribute("issuedAt", said.time(now, convened.zone()));
        model.addAttribute("position", report.position());
        var checkpoint = notary.latest().checkpoint();
        model.addAttribute(
                "log",
                new Log(
                        checkpoint.origin(),
                        checkpoint.size(),
                        checkpoint.root().toString()));
    }

    @GetMapping("/sessions/{session}/minutes")
    String minutes(
            @PathVariable String session,
            @RequestParam(defaultValue = "true") boolean positions,
            Locale locale,
            Model model) {
        var said = desk.said(locale);
        var id = new SessionId(session);
        var seen = seen(id);
        var report = seen.now();
        var minutes = Minutes.of(report, seen.events());
        head(report, said, model);
        model.addAttribute("positions", positions);
        model.addAttribute(
                "parts",
                minutes.sections().stream()
                        .map(section -> new Part(
                                section.number(),
                                said.of(section.title()),
                                section.sentences().stream()
                                        .map(sentence -> line(sentence, said))
                                        .toList()))
                        .toList());
        model.addAttribute(
                "warnings",
                minutes.warnings().stream().map(warning -> line(warning, said)).toList());
        model.addAttribute("picture", AttendancePicture.whole(seen, said));
        model.addAttribute("attended", ReportPages.attended(report, said));
        var names = report.names();
        var session_ = report.session();
        model.addAttribute("chair", session_.chair() == null ? null : names.participant(session_.chair()));
        model.addAttribute("clerk", session_.clerk() == null ? null : names.participant(session_.clerk()));
        return "minutes";
    }

    private static Line line(Minutes.Sentence sentence, Said said) {
        return new Line(
                said.of(sentence.text()), org.plenum.vocabulary.Words.of(sentence.kind()), sentence.positions());
    }

    @GetMapping("/sessions/{session}/presence/certificate")
    String certificate(
            @PathVariable String session,
            @RequestParam String vote,
            @RequestParam String seat,
            Locale locale,
            Model model) {
        var said = desk.said(locale);
        var id = new SessionId(session);
        var seen = seen(id);
        var report = seen.now();
        var answer = PresenceAtVote.of(report, new VoteId(vote), new SeatId(seat))
                .filter(found -> found.vote().status() != VoteResult.Status.OPEN)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        head(report, said, model);
        model.addAttribute("answer", answer);
        model.addAttribute("sentence", said.of(answer.sentence()));
        model.addAttribute("relation", org.plenum.vocabulary.Words.of(answer.relation()));
        model.addAttribute("basis", org.plenum.vocabulary.Words.of(answer.basis()));
        model.addAttribute(
                "grounds",
                rooms.look(
                                id,
                                people.ofPage(),
                                room -> grounds(
                                        rooms,
                                        notary,
                                        room,
                                        report,
                                        answer,
                                        new EventWords(room, people.ofPage(), said),
                                        said))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute(
                "findings",
                answer.findings().stream()
                        .map(placed -> said.of(FindingSentences.of(placed.finding(), report.names())))
                        .toList());
        model.addAttribute(
                "warnings",
                Minutes.of(report, seen.events()).warnings().stream()
                        .map(warning -> line(warning, said))
                        .toList());
        model.addAttribute("picture", AttendancePicture.alone(seen, said, new SeatId(seat), new VoteId(vote)));
        return "certificate";
    }

    /** The events that an answer rests on, in words, with both times and the hashes of their entries. */
    static List<Ground> grounds(
            Rooms rooms,
            Notary notary,
            Room room,
            SessionReport report,
            PresenceAtVote answer,
            EventWords words,
            Said said) {
        var session = report.session().convened().session();
        return answer.positions().stream()
                .map(position -> {
                    var recorded = room.event(position);
                    var hash = rooms.entry(session, position).orElseThrow().hash();
                    return new Ground(
                            position,
                            stated(recorded, said),
                            recordedAt(recorded, report, said),
                            words.of(recorded),
                            hash.hex(),
                            notary.prove(Hash.of(hash.bytes())).isPresent());
                })
                .toList();
    }

    private static String stated(Recorded<SessionEvent> recorded, Said said) {
        return recorded.stated() == null ? "–" : Moments.stated(recorded.stated(), said);
    }

    /** When the ledger took it in; for paper minutes that is when they were typed, and says so by its day. */
    private static String recordedAt(Recorded<SessionEvent> recorded, SessionReport report, Said said) {
        var convened = report.session().convened();
        var day = recorded.recordedAt().atZone(convened.zone()).toLocalDate();
        var time = said.time(recorded.recordedAt(), convened.zone());
        return day.equals(convened.date()) ? time : said.day(day) + ", " + time;
    }
}
