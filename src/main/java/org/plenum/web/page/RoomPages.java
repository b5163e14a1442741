package org.plenum.web.page;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenum.command.SessionCommand;
import org.plenum.command.SessionCommand.*;
import org.plenum.decision.Quorums;
import org.plenum.decision.VoteCount;
import org.plenum.decision.VoteState;
import org.plenum.decision.counting.ElectionFound;
import org.plenum.decision.counting.Electorate;
import org.plenum.vocabulary.AgendaItem;
import org.plenum.vocabulary.Candidate;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.Conclusion;
import org.plenum.vocabulary.Delegate;
import org.plenum.vocabulary.FreeText;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.Method;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.SessionStage;
import org.plenum.vocabulary.VoteId;
import org.plenum.vocabulary.When;
import org.plenum.vocabulary.Words;
import org.plenum.web.live.SessionPulse;
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
    private static final FreeText NO_TEXT = new FreeText(NO_REASON);

    private final Rooms rooms;
    private final PageDesk desk;
    private final CurrentPerson people;
    private final Calls calls;
    private final SessionPulse pulse;
    private final InstantSource clock;

    RoomPages(Rooms rooms, PageDesk desk, CurrentPerson people, Calls calls, SessionPulse pulse) {
        this.calls = calls;
        this.pulse = pulse;
        this.rooms = rooms;
        this.desk = desk;
        this.people = people;
        this.clock = InstantSource.system();
    }

    private Scene show(String session, Locale locale, Model model, BiConsumer<Room, Foresight> more) {
        var said = desk.said(locale);
        var person = people.ofPage();
        var called = pulse.calls(new SessionId(session));
        var scene = rooms.look(new SessionId(session), person, room -> {
                    var seen = Scenes.of(room, person, said);
                    var foresight = new Foresight(room, person, said, clock.instant());
                    more.accept(room, foresight);
                    model.addAttribute("possible", foresight.possible());
                    return seen;
                })
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("said", said);
        model.addAttribute("scene", scene);
        model.addAttribute("pulse", new SessionPulse.Mark(scene.position(), called));
        model.addAttribute("key", UUID.randomUUID().toString());
        return scene;
    }

    /** A page that shows nothing but the scene is written once for all who see the same. */
    private BiConsumer<Room, Foresight> shared(Locale locale, Model model) {
        return (room, _) ->
                model.addAttribute(LiveRenewal.WRITTEN, Scenes.written(room, people.ofPage(), desk.said(locale)));
    }

    @GetMapping
    String door(@PathVariable String session, Locale locale, Model model) {
        show(session, locale, model, shared(locale, model));
        return "session";
    }

    @GetMapping("/president")
    String president(
            @PathVariable String session, @RequestParam(defaultValue = "") String find, Locale locale, Model model) {
        var id = new SessionId(session);
        var scene = show(session, locale, model, (room, foresight) -> {
            conduct(id, room, foresight);
            voting(id, room, foresight, desk.said(locale), model);
            others(id, room, foresight, model);
        });
        otherSessions(scene, desk.said(locale), model);
        model.addAttribute("seats", SeatsShown.of(scene.places(), find));
        return "president";
    }

    @GetMapping("/clerk")
    String clerk(
            @PathVariable String session,
            @RequestParam @Nullable String seat,
            @RequestParam @Nullable Long fix,
            @RequestParam(defaultValue = "40") int lines,
            @RequestParam(defaultValue = "") String find,
            @RequestParam(defaultValue = "") String except,
            @RequestParam(defaultValue = "false") boolean roll,
            Locale locale,
            Model model) {
        var id = new SessionId(session);
        var scene = show(session, locale, model, (room, foresight) -> {
            var said = desk.said(locale);
            conduct(id, room, foresight);
            foresight
                    .ask("rollCall", new CallRoll(id, List.of(), List.of()))
                    .ask("attendee", new NoteAttendee(id, NO_REASON, null, null, true))
                    .ask("arrive", comingOrGoing(id, room))
                    .ask("statement", new RecordStatement(id, new Participant.OfSeat(first(room)), NO_TEXT));
            voting(id, room, foresight, said, model);
            others(id, room, foresight, model);
            model.addAttribute("journal", Journal.latest(room, people.ofPage(), said, Math.clamp(lines, 1, 5000)));
            model.addAttribute("callers", callers(id, room, said));
            if (seat != null && room.state().roll().containsKey(new SeatId(seat))) {
                one(id, new SeatId(seat), room, foresight, said, model);
            }
            if (fix != null) {
                Fix.of(room, people.ofPage(), said, fix).ifPresent(found -> model.addAttribute("fix", found));
            }
        });
        otherSessions(scene, desk.said(locale), model);
        var seats = SeatsShown.of(scene.places(), find);
        var waiting = scene.waiting();
        model.addAttribute("seats", seats);
        model.addAttribute("waiting", waiting);
        model.addAttribute("exceptions", SeatsShown.of(waiting, except));
        // A roll of thousands is called only on purpose.
        model.addAttribute("rollShown", roll || seats.whole());
        return "clerk";
    }

    /** A delegate who asks to be recorded as present. */
    record Caller(String seat, String name, String time) {}

    private List<Caller> callers(SessionId id, Room room, Said said) {
        var zone = room.state().convened().zone();
        return calls.waiting(id, room).entrySet().stream()
                .filter(entry -> room.state().roll().containsKey(entry.getKey()))
                .map(entry -> new Caller(
                        entry.getKey().value(),
                        Objects.requireNonNull(room.state().roll().get(entry.getKey()))
                                .name(),
                        said.time(entry.getValue(), zone)))
                .toList();
    }

    /** What can be put to the vote, how, and by which rule. */
    private void voting(SessionId id, Room room, Foresight foresight, Said said, Model model) {
        var usual = room.state().rules().majority();
        model.addAttribute("methods", methods(id, foresight));
        model.addAttribute("few", few(room));
        foresight.ask("openElection", openElection(id, Method.SHOW_OF_HANDS));
        model.addAttribute("electionMethods", electionMethods(id, foresight));
        model.addAttribute("electionRounds", Elections.roundNames());
        model.addAttribute("usual", RuleWords.of(usual, said));
        model.addAttribute("majorities", Majorities.options(room.state(), said));
    }

    /** Who else may preside, record, count or speak; the agenda as it can be written anew; minutes to approve. */
    private void others(SessionId id, Room room, Foresight foresight, Model model) {
        var state = room.state();
        foresight
                .ask("chair", new HandOverChair(id, anybodyThere(room)))
                .ask("recorder", new ReplaceClerk(id, anybodyThere(room)))
                .ask("scrutineers", new AppointScrutineers(id, present(room)))
                .ask(
                        "agenda",
                        new AmendAgenda(
                                id,
                                Stream.concat(
                                                state.agenda().stream(),
                                                Stream.of(new AgendaItem(new ItemNumber("--"), NO_REASON, null)))
                                        .toList()))
                .ask("publicity", state.isClosedToPublic() ? new ReopenToPublic(id) : new CloseToPublic(id, null));
        model.addAttribute("attendees", room.attendees());
        model.addAttribute("agendaText", AgendaText.write(state.agenda()));
    }

    /**
     * What other sessions of the assembly offer: minutes to approve, where a vote was carried, and what may tie the next
     * vote to them, where one can open. Asked outside the room of this one.
     */
    private void otherSessions(Scene scene, Said said, Model model) {
        var opens = scene.stage() == SessionStage.OPEN && scene.vote() == null;
        var carried = scene.votes().stream().anyMatch(vote -> "carried".equals(vote.outcome()) && !vote.isAnnulled());
        var others = opens || carried ? rooms.all(people.ofPage()) : List.<SessionLine>of();
        model.addAttribute("across", opens ? AcrossForm.options(scene, others, said) : List.<AcrossForm.Option>of());
        model.addAttribute("approvable", carried ? approvable(scene, others) : List.<SessionLine>of());
    }

    private static List<SessionLine> approvable(Scene scene, List<SessionLine> sessions) {
        return sessions.stream()
                .filter(line -> line.assembly().equals(scene.assembly())
                        && !line.id().equals(scene.id())
                        && line.stage() == SessionStage.CLOSED)
                .limit(12)
                .toList();
    }

    private static SeatId first(Room room) {
        return room.state().roll().keySet().iterator().next();
    }

    /** An arrival; where everybody is there, a departure. */
    private static SessionCommand comingOrGoing(SessionId id, Room room) {
        return room.state().roll().keySet().stream()
                .filter(seat -> room.state().attendance().find(seat).isEmpty())
                .findFirst()
                .<SessionCommand>map(seat -> new RegisterArrival(id, seat, Mode.IN_PERSON, null))
                .orElseGet(() -> new RegisterDeparture(id, first(room), null));
    }

    private static List<SeatId> present(Room room) {
        return room.state().attendance().named().stream().limit(1).toList();
    }

    /** Somebody present, so that what is asked is whether the act is possible at all, and not for whom. */
    private static Participant anybodyThere(Room room) {
        return room.state().attendance().named().stream()
                .map(seat -> (Participant) new Participant.OfSeat(seat))
                .filter(seat -> !seat.equals(room.state().chair()))
                .findFirst()
                .orElseGet(() -> new Participant.OfSeat(first(room)));
    }

    @GetMapping("/wall")
    String wall(
            @PathVariable String session,
            @RequestParam(defaultValue = "dark") String theme,
            Locale locale,
            Model model) {
        var shared = shared(locale, model);
        show(session, locale, model, (room, foresight) -> {
            shared.accept(room, foresight);
            model.addAttribute("chart", Scenes.chart(room, people.ofPage(), desk.said(locale)));
        });
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
                .askAny(
                        "proxyOne",
                        holders(room, seat).stream()
                                .map(holder -> new GiveProxy(id, seat, holder))
                                .toList())
                .ask(
                        "recuseOne",
                        new Recuse(
                                id,
                                seat,
                                room.state().openVote().isPresent()
                                        ? null
                                        : room.state().itemAtHand().orElse(new ItemNumber("-")),
                                room.state()
                                        .openVote()
                                        .map(vote -> vote.opened().vote())
                                        .orElse(null),
                                NO_TEXT))
                .ask("delegateOne", new ReplaceDelegate(id, seat, Delegate.named(NO_REASON)))
                .ask("revokeOne", new RevokeProxy(id, seat));
        room.state()
                .openVote()
                .ifPresent(vote -> foresight
                        .ask(
                                "declineOne",
                                new DeclineToParticipate(id, vote.opened().vote(), seat))
                        .ask("ballotOne", new CastBallot(id, vote.opened().vote(), seat, Choice.Stance.FOR)));
    }

    /** Who could be asked to hold a seat's proxy; where nobody is there, the seat itself, to be told why not. */
    private static List<SeatId> holders(Room room, SeatId giver) {
        var others = room.state().attendance().named().stream()
                .filter(seat -> !seat.equals(giver))
                .toList();
        return others.isEmpty() ? List.of(giver) : others;
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
                .ask("openVote", openVote(id, Method.SHOW_OF_HANDS, false))
                .ask("openProcedural", openVote(id, Method.SHOW_OF_HANDS, true));
        room.state().agenda().stream()
                .map(item -> item.number())
                .forEach(number -> foresight.ask("takeUp:" + number, new TakeUpItem(id, number)));
        room.state()
                .itemAtHand()
                .ifPresent(number -> foresight.ask("conclude", new ConcludeItem(id, number, Conclusion.NOTED)));
        room.state().votes().values().forEach(vote -> {
            VoteId voteId = vote.opened().vote();
            foresight.ask("closeVote:" + voteId, new CloseVote(id, voteId));
            if (vote.contest() != null) {
                foresight
                        .ask("round:" + voteId, new OpenRound(id, null, voteId, null, null))
                        .ask("lot:" + voteId, lot(id, vote, room));
            }
            if (vote.outcome() != null) {
                foresight.ask("proclaim:" + voteId, new Proclaim(id, voteId, vote.outcome()));
            }
            foresight.ask("annul:" + voteId, new AnnulVote(id, voteId, NO_TEXT));
        });
    }

    private static OpenVote openVote(SessionId id, Method method, boolean procedural) {
        return new OpenVote(
                id, null, List.<ItemNumber>of(), NO_REASON, method, null, procedural, null, null, null, null);
    }

    private static final Candidate SOMEBODY = new Candidate(new CandidateId("somebody"), NO_REASON, null);

    private static OpenElection openElection(SessionId id, Method method) {
        return new OpenElection(id, null, List.of(), NO_REASON, method, null, List.of(SOMEBODY), null);
    }

    /** The ways in which candidates can be voted on now. */
    private static List<String> electionMethods(SessionId id, Foresight foresight) {
        return Elections.METHODS.stream()
                .filter(method -> method != Method.SECRET || foresight.reason(openElection(id, method)) == null)
                .map(Words::of)
                .toList();
    }

    /** The lot that the count asks for, in any order; where it asks for none, one that is refused. */
    private static RecordLot lot(SessionId id, VoteState vote, Room room) {
        var among = VoteCount.found(room.state(), vote) instanceof ElectionFound found
                        && found.next() instanceof ElectionFound.DrawLots draw
                ? draw.among()
                : List.of(SOMEBODY.id(), new CandidateId("nobody"));
        return new RecordLot(id, vote.opened().vote(), among, null);
    }

    /** How many may vote now, where they are so few that a secret vote hardly hides anybody; null where not. */
    private static @Nullable Integer few(Room room) {
        var items = room.state().itemAtHand().map(List::of).orElse(List.of());
        var presence = Quorums.presence(room.state(), room.state().recusedFor(items), java.util.Set.of());
        var size = Electorate.of(room.state().countingRoll(), presence).size();
        return size != null && size < Quorums.FEW_FOR_SECRECY ? size : null;
    }

    /** The ways of voting that can be had now. */
    private static List<String> methods(SessionId id, Foresight foresight) {
        var open = foresight.reason(openVote(id, Method.SHOW_OF_HANDS, false)) == null;
        var methods = new ArrayList<String>();
        for (var method :
                List.of(Method.ELECTRONIC, Method.SHOW_OF_HANDS, Method.ROLL_CALL, Method.ACCLAMATION, Method.SECRET)) {
            if (!open || foresight.reason(openVote(id, method, false)) == null) {
                methods.add(Words.of(method));
            }
        }
        return methods;
    }
}
