package org.plenum.web.page;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plenum.projection.dossier.Dossier;
import org.plenum.projection.results.VoteResult;
import org.plenum.projection.sight.Seen;
import org.plenum.vocabulary.SessionId;
import org.plenum.web.security.CurrentPerson;
import org.plenum.web.security.SeenSessions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What one person did across sessions: when they were there, and how they voted. */
@Controller
class DossierPages {
    /** One session of the person's. */
    record Sitting(
            String id,
            String title,
            String day,
            String seat,
            String seatId,
            boolean transcribed,
            List<ReportPages.Stay> stays,
            @Nullable String lasted,
            List<Part> votes) {}

    /** What the person did in one vote. */
    record Part(String vote, String subject, String sign, String words) {}

    private final Rooms rooms;
    private final PageDesk desk;
    private final CurrentPerson people;
    private final SeenSessions sessions;

    DossierPages(Rooms rooms, PageDesk desk, CurrentPerson people, SeenSessions sessions) {
        this.rooms = rooms;
        this.desk = desk;
        this.people = people;
        this.sessions = sessions;
    }

    @GetMapping("/dossiers")
    String page(@RequestParam(defaultValue = "") String person, Locale locale, Model model) {
        var said = desk.said(locale);
        var name = person.strip();
        model.addAttribute("person", name);
        model.addAttribute("known", rooms.delegates(people.ofPage()));
        model.addAttribute("sittings", name.isEmpty() ? List.of() : sittings(name, said));
        return "dossier";
    }

    private List<Sitting> sittings(String name, Said said) {
        var person = people.ofPage();
        var reports = rooms.all(person).stream()
                .map(line -> sessions.by(person, new SessionId(line.id()))
                        .map(Seen::now)
                        .orElse(null))
                .filter(Objects::nonNull)
                .toList();
        return Dossier.of(name, reports).sessions().stream()
                .map(one -> sitting(one, said))
                .toList();
    }

    private static Sitting sitting(Dossier.InSession one, Said said) {
        var convened = one.session().session().convened();
        return new Sitting(
                convened.session().value(),
                convened.title(),
                said.day(convened.date()),
                one.seat().name(),
                one.seat().id().value(),
                convened.provenance() == org.plenum.vocabulary.Provenance.TRANSCRIBED,
                one.intervals().stream()
                        .map(interval -> ReportPages.stay(one.session(), interval, said))
                        .toList(),
                one.present() == null || one.present().isZero() ? null : lasted(one.present(), said),
                one.votes().stream()
                        // How somebody votes is told only once the vote is over.
                        .filter(vote -> one.session().results().of(vote.vote()).stream()
                                .noneMatch(each -> each.status() == VoteResult.Status.OPEN))
                        .map(vote -> part(vote, said))
                        .toList());
    }

    private static String lasted(Duration present, Said said) {
        return said.say("dossier.lasted", present.toHours(), present.toMinutesPart());
    }

    private static Part part(Dossier.InVote vote, Said said) {
        var choice = vote.choice();
        if (choice != null) {
            var sign = choice instanceof org.plenum.vocabulary.Choice.Stance stance
                    ? org.plenum.vocabulary.Words.of((Enum<?>) stance)
                    : "voted";
            return new Part(vote.vote().value(), vote.subject(), sign, EventWords.choice(choice, said));
        }
        var sign = switch (vote.part()) {
            case CAST -> "voted";
            case DECLINED, RECUSED -> "out";
            case DID_NOT_VOTE -> "waiting";
            case NOT_SHOWN, NOT_ENTITLED -> "absent";
        };
        return new Part(vote.vote().value(), vote.subject(), sign, said.word("dossier.part", vote.part()));
    }
}
