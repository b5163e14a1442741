package org.plenum.web.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenum.command.Refusal;
import org.plenum.command.SessionCommand.CastBallot;
import org.plenum.decision.VoteState;
import org.plenum.ledger.Answer;
import org.plenum.ledger.Entry;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.Method;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.SessionStage;
import org.plenum.vocabulary.VoteId;
import org.plenum.vocabulary.When;
import org.plenum.vocabulary.Words;
import org.plenum.web.live.SessionPulse;
import org.plenum.web.security.CurrentPerson;
import org.plenum.web.security.Person;
import org.plenum.web.security.SeatBinding;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The delegate's page: one screen, one question at a time. It is whole without scripts. */
@Controller
@RequestMapping("/sessions/{session}/ballot")
class BallotPages {
    /** What the page is about at the moment. */
    enum Stage {
        /** The person acts for no seat of this session. */
        NO_SEAT,
        /** The session has not begun, or pauses. */
        NOT_NOW,
        /** The seat is not recorded as present. */
        NOT_PRESENT,
        /** Present; no vote is open. */
        WAITING,
        /** A vote is open, and the seat may vote. */
        VOTING,
        /** A choice is made, and is to be confirmed. */
        CONFIRM,
        /** The ballot is recorded. */
        RECORDED,
        /** A vote is open that is not cast on devices. */
        BY_VOICE,
        /** A vote is open, and the seat has left its count. */
        RECUSED,
        /** A vote is open, and the seat takes no part by its own word. */
        DECLINED,
        /** A vote is open, and the seat was not there when it opened. */
        NOT_ENTITLED,
        /** A vote was closed, and its result is the last thing that happened. */
        RESULT,
        /** The session is over. */
        OVER
    }

    /**
     * A recorded ballot, as the delegate can keep it.
     *
     * @param shortHash as much of the entry's hash as one can compare by eye
     * @param text all of it, as a note to keep
     */
    record Receipt(
            String vote,
            String subject,
            @Nullable String choice,
            @Nullable String choiceWord,
            String position,
            String time,
            String shortHash,
            String text) {
        /** The same with blanks for what is this ballot's own. */
        Receipt withBlanks(Blanks blanks) {
            return new Receipt(
                    vote,
                    subject,
                    choice,
                    blanks.leave(choiceWord),
                    blanks.leaveAny(position),
                    blanks.leaveAny(time),
                    blanks.leaveAny(shortHash),
                    blanks.leaveAny(text));
        }
    }

    /** A choice that is made and not yet sent: of this vote. */
    record Chosen(String vote, Choice choice) {}

    /**
     * What the delegate sees.
     *
     * @param choice what is to be confirmed: a stance, or "preferences"
     * @param candidates whom it prefers
     * @param vote the vote that the page is about
     * @param asked when the clerk was asked to record the seat as present
     * @param entitled whether the seat could vote in the vote whose result is shown
     */
    record View(
            Stage stage,
            @Nullable String vote,
            @Nullable String asked,
            boolean entitled,
            String seat,
            String name,
            @Nullable String delegate,
            @Nullable String since,
            boolean remote,
            @Nullable String choice,
            @Nullable String choiceWord,
            List<String> candidates,
            @Nullable Receipt receipt,
            Scene.@Nullable Vote result) {
        /** The stage's name in messages and style: "not-present". */
        public String word() {
            return Words.of(stage);
        }

        /** The same with blanks for what is this delegate's own. */
        View withBlanks(Blanks blanks) {
            return new View(
                    stage,
                    vote,
                    blanks.leave(asked),
                    entitled,
                    blanks.leaveAny(seat),
                    blanks.leaveAny(name),
                    blanks.leave(delegate),
                    blanks.leave(since),
                    remote,
                    choice,
                    choiceWord,
                    candidates,
                    receipt == null ? null : receipt.withBlanks(blanks),
                    result);
        }
    }

    private final Rooms rooms;
    private final PageDesk desk;
    private final CurrentPerson people;
    private final Calls calls;
    private final SessionPulse pulse;

    BallotPages(Rooms rooms, PageDesk desk, CurrentPerson people, Calls calls, SessionPulse pulse) {
        this.calls = calls;
        this.pulse = pulse;
        this.rooms = rooms;
        this.desk = desk;
        this.people = people;
    }

    @GetMapping
    String page(@PathVariable String session, @RequestParam @Nullable String seat, Locale locale, Model model) {
        return page(session, seat, null, locale, model);
    }

    private String page(String session, @Nullable String seat, @Nullable Chosen chosen, Locale locale, Model model) {
        var now = now(session, seat, chosen, locale);
        model.addAttribute("scene", now.scene());
        model.addAttribute("seats", now.seats());
        model.addAttribute("ballot", now.ballot());
        model.addAttribute("pulse", now.pulse());
        model.addAttribute("key", UUID.randomUUID().toString());
        return "ballot";
    }

    /**
     * What the page shows now.
     *
     * @param seats for whom the person acts in this session
     * @param written the pages already written for all who see the same scene
     */
    record Now(
            Scene scene, List<Scene.Place> seats, View ballot, SessionPulse.Mark pulse, LiveRenewal.Written written) {}

    Now now(String session, @Nullable String seat, @Nullable Chosen chosen, Locale locale) {
        var said = desk.said(locale);
        var person = people.ofPage();
        var called = pulse.calls(new SessionId(session));
        return rooms.look(new SessionId(session), person, room -> {
                    var scene = Scenes.of(room, person, said);
                    var seats = seatsOf(person, room);
                    var mine = seats.stream()
                            .filter(one -> seat == null || one.seat().equals(seat))
                            .findFirst();
                    return new Now(
                            scene,
                            seats,
                            view(room, scene, mine, chosen, said),
                            new SessionPulse.Mark(scene.position(), called),
                            Scenes.written(room, person, said));
                })
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** A choice to be confirmed: it must stand in no address, where histories and logs would keep it beside the seat. */
    @PostMapping("/choice")
    String choose(
            @PathVariable String session,
            @RequestParam String vote,
            @RequestParam String seat,
            @RequestParam String choice,
            @RequestParam @Nullable List<String> candidate,
            Locale locale,
            Model model,
            RedirectAttributes flash) {
        var chosen = chosen(vote, choice, candidate == null ? List.of() : candidate);
        if (chosen == null) {
            flash.addFlashAttribute("trouble", desk.said(locale).say("ballot.nobodyChosen"));
            return "redirect:/sessions/" + session + "/ballot?seat=" + seat;
        }
        return page(session, seat, chosen, locale, model);
    }

    /** Asked for again, as after a reload or in another language, the choices are offered anew. */
    @GetMapping("/choice")
    String chooseAgain(@PathVariable String session) {
        return "redirect:/sessions/" + session + "/ballot";
    }

    private static List<Scene.Place> seatsOf(Person person, Room room) {
        var assembly = room.state().convened().assembly();
        return person.seats().stream()
                .filter(binding -> binding.assembly().equals(assembly))
                .map(SeatBinding::seat)
                .filter(room.state().roll()::containsKey)
                .map(id -> {
                    var enrolled = room.state().roll().get(id);
                    return new Scene.Place(
                            id.value(),
                            null,
                            enrolled == null ? id.value() : enrolled.name(),
                            enrolled == null ? id.value() : SeatNames.shortened(enrolled.name()),
                            null,
                            true,
                            "",
                            "",
                            null,
                            null,
                            null,
                            null);
                })
                .toList();
    }

    private View view(Room room, Scene scene, Optional<Scene.Place> mine, @Nullable Chosen chosen, Said said) {
        if (mine.isEmpty()) {
            return new View(
                    Stage.NO_SEAT, null, null, false, "", "", null, null, false, null, null, List.of(), null, null);
        }
        var id = new SeatId(mine.get().seat());
        var place = scene.place(id.value());
        var vote = room.state().openVote().orElse(null);
        var stage = stage(room, id, place, vote, chosen);
        var choice = stage == Stage.CONFIRM && chosen != null ? chosen.choice() : null;
        var fresh = room.freshResult().flatMap(room.state()::vote).orElse(null);
        var about = vote != null ? vote : stage == Stage.RESULT ? fresh : null;
        var asked = calls.waiting(room.state().convened().session(), room).get(id);
        return new View(
                stage,
                about == null ? null : about.opened().vote().value(),
                asked == null ? null : said.time(asked, room.state().convened().zone()),
                about != null && about.electorate().seats().contains(id),
                id.value(),
                place.name(),
                place.delegate(),
                place.since(),
                place.presence().equals("remote"),
                choice == null ? null : word(choice),
                choice == null || vote == null ? null : words(vote, choice, said),
                choice instanceof Choice.Preferences(var preferred)
                        ? preferred.stream().map(CandidateId::value).toList()
                        : List.of(),
                about != null && about.hasCast(id) ? receipt(room, about, id, said) : null,
                stage == Stage.RESULT ? scene.freshResult() : null);
    }

    private static final String PREFERENCES = "preferences";

    private static @Nullable Chosen chosen(String vote, String choice, List<String> candidates) {
        try {
            return new Chosen(vote, choice(choice, candidates));
        } catch (Malformed unknownWord) {
            // Nobody was chosen, or somebody changed the form by hand: the choices are offered again.
            return null;
        }
    }

    /** A choice as forms send it: a stance, or "preferences" with the candidates. */
    static Choice choice(String word, List<String> candidates) {
        return word.equals(PREFERENCES)
                ? new Choice.Preferences(
                        candidates.stream().map(CandidateId::new).toList())
                : Words.read(Choice.Stance.class, "choice", word);
    }

    private static String word(Choice choice) {
        return choice instanceof Choice.Stance stance ? Words.of((Enum<?>) stance) : PREFERENCES;
    }

    private static String words(VoteState vote, Choice choice, Said said) {
        return switch (choice) {
            case Choice.Stance stance -> said.word("choice", stance);
            case Choice.Preferences(var preferred) ->
                preferred.stream().map(each -> EventWords.candidate(vote, each)).collect(Collectors.joining(", "));
        };
    }

    private static Stage stage(
            Room room, SeatId seat, Scene.Place place, @Nullable VoteState vote, @Nullable Chosen chosen) {
        var state = room.state();
        if (vote != null) {
            var id = vote.opened().vote();
            if (vote.hasCast(seat)) {
                return Stage.RECORDED;
            }
            if (vote.recused().contains(seat)) {
                return Stage.RECUSED;
            }
            if (vote.declined().contains(seat)) {
                return Stage.DECLINED;
            }
            if (!vote.electorate().seats().contains(seat)) {
                return place.isThere() ? Stage.NOT_ENTITLED : Stage.NOT_PRESENT;
            }
            if (vote.opened().method() != Method.ELECTRONIC && vote.opened().method() != Method.SECRET) {
                return Stage.BY_VOICE;
            }
            return chosen != null && id.value().equals(chosen.vote()) && vote.offers(chosen.choice())
                    ? Stage.CONFIRM
                    : Stage.VOTING;
        }
        if (state.stage() == SessionStage.CLOSED || state.stage() == SessionStage.DESERTED) {
            return Stage.OVER;
        }
        if (!place.isThere()) {
            return state.stage() == SessionStage.OPEN ? Stage.NOT_PRESENT : Stage.NOT_NOW;
        }
        if (state.stage() != SessionStage.OPEN) {
            return Stage.NOT_NOW;
        }
        return room.freshResult().isPresent() ? Stage.RESULT : Stage.WAITING;
    }

    private Receipt receipt(Room room, VoteState vote, SeatId seat, Said said) {
        var id = vote.opened().vote();
        var cast = room.cast(id, seat).orElseThrow();
        var choice =
                vote.opened().method() == Method.SECRET ? null : vote.ballots().get(seat);
        var zone = room.state().convened().zone();
        var hash = rooms.entry(room.state().convened().session(), cast.position())
                .map(Entry::hash)
                .map(each -> each.hex())
                .orElse("");
        var time = said.time(cast.recordedAt(), zone);
        return new Receipt(
                id.value(),
                vote.opened().subject(),
                choice == null ? null : word(choice),
                choice == null ? null : words(vote, choice, said),
                Long.toString(cast.position()),
                time,
                hash.length() <= 16 ? hash : hash.substring(0, 16),
                said.say(
                        "receipt.text",
                        room.state().convened().title(),
                        vote.opened().subject(),
                        SeatNames.of(room.state(), seat),
                        said.day(room.state().convened().date()),
                        time,
                        Long.toString(cast.position()),
                        hash));
    }

    /** The receipt as a small file to keep. It says that the ballot is in the ledger and where, never how it was cast. */
    @GetMapping("/receipt")
    ResponseEntity<String> receipt(
            @PathVariable String session, @RequestParam String seat, @RequestParam String vote, Locale locale) {
        var said = desk.said(locale);
        var person = people.ofPage();
        var id = new SeatId(seat);
        var text = rooms.look(
                        new SessionId(session),
                        person,
                        room -> room.state()
                                .vote(new VoteId(vote))
                                .filter(each -> person.actsFor(
                                                room.state().convened().assembly(), id)
                                        && each.hasCast(id)
                                        && room.cast(each.opened().vote(), id).isPresent())
                                .map(each -> receipt(room, each, id, said).text()))
                .flatMap(found -> found)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("plenum-" + session + "-" + vote + ".txt")
                                .build()
                                .toString())
                .body(text);
    }

    /** A delegate who is not recorded as present asks the clerk to look up. */
    @PostMapping("/call")
    String call(@PathVariable String session, @RequestParam String seat) {
        var id = new SessionId(session);
        var person = people.ofPage();
        var own = rooms.look(
                        id,
                        person,
                        room -> person.actsFor(room.state().convened().assembly(), new SeatId(seat))
                                && room.state().roll().containsKey(new SeatId(seat)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!own) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        calls.ask(id, new SeatId(seat));
        return "redirect:/sessions/" + session + "/ballot?seat=" + seat;
    }

    /** A refusal is told in the answer itself: no other page that is asked for meanwhile can take it away. */
    @PostMapping
    String cast(
            @PathVariable String session,
            @RequestParam String vote,
            @RequestParam String seat,
            @RequestParam String choice,
            @RequestParam @Nullable List<String> candidate,
            @RequestParam String key,
            Locale locale,
            Model model) {
        var trouble = casting(session, vote, seat, choice, candidate == null ? List.of() : candidate, key, locale);
        if (trouble == null) {
            return "redirect:/sessions/" + session + "/ballot?seat=" + seat;
        }
        model.addAttribute("trouble", trouble);
        return page(session, seat, null, locale, model);
    }

    private @Nullable String casting(
            String session,
            String vote,
            String seat,
            String choice,
            List<String> candidates,
            String key,
            Locale locale) {
        var said = desk.said(locale);
        try {
            var answer = desk.give(
                    new CastBallot(
                            new SessionId(session), new VoteId(vote), new SeatId(seat), choice(choice, candidates)),
                    When.NOT_STATED,
                    key);
            var trouble = desk.trouble(answer, said);
            return switch (answer) {
                case Answer.Refused(Refusal.VoteNotOpen _) -> said.say("ballot.late");
                case Answer.Refused _ -> said.say("ballot.refused", trouble == null ? "" : trouble);
                case Answer.Accepted _, Answer.NothingToRecord _, Answer.NotRecorded _, Answer.Uncertain _ -> trouble;
            };
        } catch (Malformed malformed) {
            return desk.sentence(malformed, said);
        }
    }
}
