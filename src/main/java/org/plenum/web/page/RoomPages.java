package org.plenum.web.page;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.plenum.command.SessionCommand.*;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.Delegate;
import org.plenum.vocabulary.FreeText;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.Method;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.VoteId;
import org.plenum.vocabulary.When;
import org.plenum.web.security.CurrentPerson;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The pages of one session: its door, the consoles of president and clerk, and the wall. */
@Controller
@RequestMapping("/sessions/{session}")
class RoomPages {
    private static final String NO_REASON = "-";

    private final Rooms rooms;
    private final PageDesk desk;
    private final CurrentPerson people;
    private final InstantSource clock;

    RoomPages(Rooms rooms, PageDesk desk, CurrentPerson people) {
        this.rooms = rooms;
        this.desk = desk;
        this.people = people;
        this.clock = InstantSource.system();
    }

    private void show(String session, Locale locale, Model model, BiConsumer<Room, Foresight> more) {
        var said = desk.said(locale);
        var person = people.ofPage();
        var scene = rooms.look(new SessionId(session), person, room -> {
                    var seen = Scenes.of(room, person, said);
                    var foresight = new Foresight(room, person, said, clock.instant());
                    more.accept(room, foresight);
                    model.addAttribute("possible", foresight.possible());
                    model.addAttribute("presence", Scenes.presenceChart(seen, said));
                    return seen;
                })
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("scene", scene);
        model.addAttribute("key", UUID.randomUUID().toString());
    }

    @GetMapping
    String door(@PathVariable String session, Locale locale, Model model) {
        show(session, locale, model, (_, _) -> {});
        return "session";
    }

    @GetMapping("/president")
    String president(@PathVariable String session, Locale locale, Model model) {
        var id = new SessionId(session);
        show(session, locale, model, (room, foresight) -> {
            conduct(id, room, foresight);
            model.addAttribute("methods", methods(id, foresight));
            var said = desk.said(locale);
            var usual = room.state().rules().majority();
            model.addAttribute("usual", RuleWords.of(usual, said));
            model.addAttribute("majorities", Majorities.options(room.state(), said));
        });
        return "president";
    }

    @GetMapping("/clerk")
    String clerk(@PathVariable String session, @RequestParam @Nullable String seat, Locale locale, Model model) {
        var id = new SessionId(session);
        show(session, locale, model, (room, foresight) -> {
            conduct(id, room, foresight);
            foresight
                    .ask("rollCall", new CallRoll(id, List.of(), List.of()))
                    .ask("attendee", new NoteAttendee(id, NO_REASON, null, null, true));
            var said = desk.said(locale);
            var usual = room.state().rules().majority();
            model.addAttribute("methods", methods(id, foresight));
            model.addAttribute("usual", RuleWords.of(usual, said));
            model.addAttribute("majorities", Majorities.options(room.state(), said));
            model.addAttribute("attendees", room.attendees());
            model.addAttribute("journal", Journal.latest(room, people.ofPage(), said, 25));
            if (seat != null && room.state().roll().containsKey(new SeatId(seat))) {
                one(id, new SeatId(seat), room, foresight, said, model);
            }
        });
        return "clerk";
    }

    @GetMapping("/wall")
    String wall(
            @PathVariable String session,
            @RequestParam(defaultValue = "dark") String theme,
            Locale locale,
            Model model) {
        show(session, locale, model, (_, _) -> {});
        model.addAttribute("theme", theme.equals("light") ? "light" : "dark");
        return "wall";
    }

    /** What the clerk can do with one seat. */
    private static void one(SessionId id, SeatId seat, Room room, Foresight foresight, Said said, Model model) {
        var zone = room.state().convened().zone();
        var live = !room.state().isTranscribed();
        model.addAttribute("one", seat.value());
        model.addAttribute(
                "passages",
                room.passages(seat).stream()
                        .map(passage -> new PassageLine(
                                passage.moment().position(),
                                passage.arrival(),
                                Moments.label(passage.moment(), zone, live, said)))
                        .toList()
                        .reversed());
        foresight
                .ask("arriveOne", new RegisterArrival(id, seat, Mode.IN_PERSON, null))
                .ask("departOne", new RegisterDeparture(id, seat, null))
                .ask("modeRemote", new ChangeMode(id, seat, Mode.REMOTE))
                .ask("modeInPerson", new ChangeMode(id, seat, Mode.IN_PERSON))
                .ask("delegateOne", new ReplaceDelegate(id, seat, Delegate.named(NO_REASON)))
                .ask("revokeOne", new RevokeProxy(id, seat));
        room.state()
                .openVote()
                .ifPresent(vote -> foresight
                        .ask(
                                "declineOne",
                                new DeclineToParticipate(id, vote.opened().vote(), seat))
                        .ask(
                                "recuseOne",
                                new Recuse(id, seat, null, vote.opened().vote(), new FreeText(NO_REASON)))
                        .ask("ballotOne", new CastBallot(id, vote.opened().vote(), seat, Choice.Stance.FOR)));
    }

    /** An arrival or departure, as the clerk can put it right. */
    record PassageLine(long position, boolean arrival, String time) {}

    private static void conduct(SessionId id, Room room, Foresight foresight) {
        foresight
                .ask("open", new OpenSession(id))
                .ask("suspend", new SuspendSession(id, null))
                .ask("resume", new ResumeSession(id))
                .ask("adjourn", new AdjournSession(id, When.NOT_STATED))
                .ask("desert", new DeclareDeserted(id, null))
                .ask("close", new CloseSession(id))
                .ask("quorum", new VerifyQuorum(id, null))
                .ask("openVote", openVote(id, Method.SHOW_OF_HANDS));
        room.state().agenda().stream()
                .map(item -> item.number())
                .forEach(number -> foresight.ask("takeUp:" + number, new TakeUpItem(id, number)));
        room.state()
                .itemAtHand()
                .ifPresent(number -> foresight.ask(
                        "conclude", new ConcludeItem(id, number, org.plenum.vocabulary.Conclusion.NOTED)));
        room.state().votes().values().forEach(vote -> {
            VoteId voteId = vote.opened().vote();
            foresight.ask("closeVote:" + voteId, new CloseVote(id, voteId));
            if (vote.outcome() != null) {
                foresight.ask("proclaim:" + voteId, new Proclaim(id, voteId, vote.outcome()));
            }
            foresight.ask("annul:" + voteId, new AnnulVote(id, voteId, new FreeText(NO_REASON)));
        });
    }

    private static OpenVote openVote(SessionId id, Method method) {
        return new OpenVote(id, null, List.<ItemNumber>of(), NO_REASON, method, null, false, null, null, null, null);
    }

    /** The ways of voting that can be had now. */
    private static List<String> methods(SessionId id, Foresight foresight) {
        var open = foresight.reason(openVote(id, Method.SHOW_OF_HANDS)) == null;
        var methods = new ArrayList<String>();
        for (var method :
                List.of(Method.ELECTRONIC, Method.SHOW_OF_HANDS, Method.ROLL_CALL, Method.ACCLAMATION, Method.SECRET)) {
            if (!open || foresight.reason(openVote(id, method)) == null) {
                methods.add(org.plenum.vocabulary.Words.of(method));
            }
        }
        return methods;
    }
}
