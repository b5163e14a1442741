package org.plenum.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.decision.SessionScenario.REASON;
import static org.plenum.decision.SessionScenario.REFUSED;
import static org.plenum.decision.SessionScenario.SESSION;
import static org.plenum.decision.SessionScenario.convene;
import static org.plenum.decision.SessionScenario.item;
import static org.plenum.decision.SessionScenario.live;
import static org.plenum.decision.SessionScenario.question;
import static org.plenum.decision.SessionScenario.roll;
import static org.plenum.decision.SessionScenario.seat;
import static org.plenum.decision.SessionScenario.transcribed;
import static org.plenum.decision.SessionScenario.vote;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.plenum.command.AssemblyCommand;
import org.plenum.command.AssemblyCommand.AddSeats;
import org.plenum.command.AssemblyCommand.AdoptRules;
import org.plenum.command.AssemblyCommand.ChangeSeat;
import org.plenum.command.AssemblyCommand.FoundAssembly;
import org.plenum.command.AssemblyCommand.RemoveSeat;
import org.plenum.command.Refusal;
import org.plenum.command.Refusal.*;
import org.plenum.command.SessionCommand;
import org.plenum.command.SessionCommand.*;
import org.plenum.event.AssemblyEvent;
import org.plenum.event.Recorded;
import org.plenum.vocabulary.*;
import org.plenum.vocabulary.Choice.Stance;

/** Every refusal, from the command that meets it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RefusalsTest {
    private static final Participant SEAT_A = new Participant.OfSeat(seat("a"));
    private static final SeatId NOBODY = seat("nobody");

    private static RegisterArrival arrival(String id) {
        return new RegisterArrival(SESSION, seat(id), Mode.IN_PERSON, null);
    }

    private static CastBallot ballot(String vote, String seat, Stance stance) {
        return new CastBallot(SESSION, vote(vote), seat(seat), stance);
    }

    private static WrongState stage(SessionStage stage, SessionStage... allowed) {
        return new WrongState(stage, List.of(allowed));
    }

    @Test
    void nothingHappensInASessionThatDoesNotExist() {
        var nowhere = new SessionState();
        var decision =
                SessionDecision.decide(nowhere, new OpenSession(SESSION), When.NOT_STATED, SessionScenario.START);
        assertThat(decision).isEqualTo(new Decision.Refused<>(new UnknownSession(SESSION)));
        REFUSED.add(UnknownSession.class);
    }

    @Test
    void aSessionIsConvenedOnceWithASoundRollAndAgenda() {
        var again = convene(Provenance.LIVE, roll(3), null, null);
        live(3).refused(again, new SessionExists(SESSION));
        var empty = convene(Provenance.LIVE, List.of(), null, null);
        fresh().refused(empty, new NoSeats());
        var twice = convene(Provenance.LIVE, List.of(Seat.of("x", "X"), Seat.of("x", "Y")), null, null);
        fresh().refused(twice, new SeatNamedTwice(seat("x")));
        var doubled = with(again, List.of(item("1"), item("1")), 1, null, null, Map.of());
        fresh().refused(doubled, new ItemTwice(new ItemNumber("1")));
        var repeats = with(again, again.agenda(), 1, new SessionId("earlier"), null, Map.of());
        fresh().refused(repeats, new CallMismatch(1, new SessionId("earlier")));
        var stranger = with(again, again.agenda(), 1, null, NOBODY, Map.of());
        fresh().refused(stranger, new UnknownSeat(NOBODY));
        var sheet = with(again, again.agenda(), 1, null, null, Map.of(NOBODY, SheetMark.YES));
        fresh().refused(sheet, new UnknownSeat(NOBODY));
        var endless = new ArrayList<AgendaItem>();
        for (var i = 0; i < 60; i++) {
            endless.add(new AgendaItem(new ItemNumber("" + i), "x".repeat(1000), null));
        }
        fresh().refused(
                        with(again, endless, 1, null, null, Map.of()),
                        new NotWellFormed(Malformed.Fault.TEXT_LENGTH, "agenda", "60 items"));
    }

    private static SessionScenario fresh() {
        return new SessionScenario();
    }

    private static ConveneSession with(
            ConveneSession c,
            List<AgendaItem> agenda,
            int call,
            @Nullable SessionId secondCallOf,
            @Nullable SeatId president,
            Map<SeatId, SheetMark> sheet) {
        return new ConveneSession(
                c.session(),
                c.assembly(),
                c.assemblyName(),
                c.title(),
                c.date(),
                c.zone(),
                c.provenance(),
                call,
                secondCallOf,
                c.place(),
                c.scheduled(),
                president,
                c.clerk(),
                c.source(),
                agenda,
                c.roll(),
                c.rules(),
                sheet);
    }

    @Test
    void theSittingGoesThroughItsStages() {
        var s = live(3);
        s.refused(new SuspendSession(SESSION, null), stage(SessionStage.CONVENED, SessionStage.OPEN));
        s.openWith("a", "b");
        s.refused(new OpenSession(SESSION), stage(SessionStage.OPEN, SessionStage.CONVENED));
        s.refused(new ResumeSession(SESSION), stage(SessionStage.OPEN, SessionStage.SUSPENDED, SessionStage.ADJOURNED));
        s.accepted(new CloseSession(SESSION));
        s.refused(new CloseSession(SESSION), stage(SessionStage.CLOSED, SessionStage.OPEN, SessionStage.SUSPENDED));
        s.refused(new TakeUpItem(SESSION, new ItemNumber("1")), stage(SessionStage.CLOSED, SessionStage.OPEN));
        s.refused(
                arrival("c"),
                stage(
                        SessionStage.CLOSED,
                        SessionStage.CONVENED,
                        SessionStage.OPEN,
                        SessionStage.SUSPENDED,
                        SessionStage.ADJOURNED));
    }

    @Test
    void noPauseNoEndAndNoItemWhileAVoteIsOpen() {
        var s = live(3).openWith("a", "b").openVote("v");
        var open = new AnotherVoteOpen(vote("v"));
        s.refused(new SuspendSession(SESSION, null), open);
        s.refused(new AdjournSession(SESSION, When.NOT_STATED), open);
        s.refused(new CloseSession(SESSION), open);
        s.refused(new TakeUpItem(SESSION, new ItemNumber("1")), open);
        s.refused(new ConcludeItem(SESSION, new ItemNumber("1"), Conclusion.NOTED), open);
        s.refused(new AmendAgenda(SESSION, List.of(item("9"))), open);
        s.refused(question("w"), open);
        s.refused(new CallRoll(SESSION, List.of(), List.of()), open);
    }

    @Test
    void aSessionWithItsQuorumIsNotDeserted() {
        live(3).openWith("a", "b")
                .refused(
                        new DeclareDeserted(SESSION, null),
                        new QuorumIsMet(BigDecimal.valueOf(2), BigDecimal.valueOf(2)));
    }

    @Test
    void aSessionIsNotDesertedBeforeTheTimeOfGraceIsOver() {
        var late = convene(Provenance.LIVE, roll(3), null, LocalTime.of(18, 0));
        var until = StatedTime.at(new LocalPoint(LocalDate.of(2026, 3, 10).atTime(18, 30), false, null));
        SessionScenario.convened(late)
                .refused(new DeclareDeserted(SESSION, null), new GraceNotOver(until))
                .pass(Duration.ofMinutes(30))
                .accepted(new DeclareDeserted(SESSION, null));
    }

    @Test
    void thePublicIsOutOnce() {
        var s = live(3).openWith("a");
        s.refused(new ReopenToPublic(SESSION), new PublicityUnchanged(false));
        s.accepted(new CloseToPublic(SESSION, null));
        s.refused(new CloseToPublic(SESSION, null), new PublicityUnchanged(true));
    }

    @Test
    void whoIsThereArrivesNoSecondTimeAndWhoIsNotCannotLeave() {
        var s = live(3, rules -> rules.remote(false)).openWith("a");
        s.refused(arrival("a"), new AlreadyPresent(seat("a")));
        s.refused(arrival("nobody"), new UnknownSeat(NOBODY));
        s.refused(new RegisterDeparture(SESSION, seat("b"), null), new NotPresent(seat("b")));
        s.refused(new ChangeMode(SESSION, seat("b"), Mode.IN_PERSON), new NotPresent(seat("b")));
        s.refused(new ChangeMode(SESSION, seat("a"), Mode.IN_PERSON), new AlreadySo(seat("a")));
        s.refused(new ChangeMode(SESSION, seat("a"), Mode.REMOTE), new RemoteNotAllowed(seat("a")));
        s.refused(new RegisterArrival(SESSION, seat("b"), Mode.REMOTE, null), new RemoteNotAllowed(seat("b")));
    }

    @Test
    void onePersonActsForOneSeat() {
        var s = live(3).openWith("a");
        var same = Delegate.named("delegate A");
        s.refused(
                new RegisterArrival(SESSION, seat("b"), Mode.IN_PERSON, same),
                new PersonActsForAnother("delegate A", seat("b"), seat("a")));
        s.arrive("b");
        s.refused(
                new ReplaceDelegate(SESSION, seat("b"), same),
                new PersonActsForAnother("delegate A", seat("b"), seat("a")));
        s.refused(new ReplaceDelegate(SESSION, seat("b"), Delegate.named("Delegate b")), new AlreadySo(seat("b")));
        var both =
                List.of(new RollEntry(seat("a"), Mode.IN_PERSON, null), new RollEntry(seat("c"), Mode.IN_PERSON, same));
        s.refused(new CallRoll(SESSION, both, List.of()), new PersonActsForAnother("delegate A", seat("c"), seat("a")));
        live(3, rules -> rules.onePersonManySeats(true))
                .openWith("a")
                .accepted(new RegisterArrival(SESSION, seat("b"), Mode.IN_PERSON, same));
    }

    @Test
    void theRollNamesEachSeatOnce() {
        var twice =
                List.of(new RollEntry(seat("a"), Mode.IN_PERSON, null), new RollEntry(seat("a"), Mode.IN_PERSON, null));
        live(3).refused(new CallRoll(SESSION, twice, List.of()), new SeatNamedTwice(seat("a")));
        live(3).refused(new CallRoll(SESSION, twice.subList(0, 1), List.of(seat("a"))), new SeatNamedTwice(seat("a")));
    }

    @Test
    void onlyMinutesSpeakOfNumbersWithoutNames() {
        var s = live(3).openWith("a", "b").openVote("v");
        s.refused(new NoteUnnamed(SESSION, Movement.ARRIVED, 1), new OnlyTranscribed());
        s.refused(new DeclarePresence(SESSION, 1), new OnlyTranscribed());
        s.refused(new NoteAbsent(SESSION, List.of(seat("a"))), new OnlyTranscribed());
        s.refused(new NoteAbsentAllBut(SESSION, List.of(seat("a"))), new OnlyTranscribed());
        var declared = new DeclaredCounts(1, null, 1, 0, 0, null, null, null, null, null);
        s.refused(new DeclareCounts(SESSION, vote("v"), declared), new OnlyTranscribed());
        s.closeVote("v").refused(new CountRoll(SESSION, 2), new OnlyTranscribed());
        transcribed(3).refused(new CountRoll(SESSION, -1), new CountOutOfRange(-1, 3));
        transcribed(3).accepted(new CountRoll(SESSION, 4));
        transcribed(3).refused(new DeclarePresence(SESSION, -1), new CountOutOfRange(-1, 3));
        transcribed(3).refused(new NoteUnnamed(SESSION, Movement.ARRIVED, 0), new CountOutOfRange(0, 3));
    }

    @Test
    void onlyWhoIsThereTakesTheChairOrThePen() {
        var s = live(3).openWith("a");
        s.accepted(new NoteAttendee(SESSION, "Ada", "secretary", null, false));
        s.refused(new HandOverChair(SESSION, new Participant.OfSeat(seat("b"))), new NotPresent(seat("b")));
        s.refused(new ReplaceClerk(SESSION, new Participant.Named("Ada")), new AttendeeNotPresent("Ada"));
        s.refused(new HandOverChair(SESSION, new Participant.OfSeat(NOBODY)), new UnknownSeat(NOBODY));
        s.refused(new AppointScrutineers(SESSION, List.of(seat("b"))), new NotPresent(seat("b")));
        s.refused(new AppointScrutineers(SESSION, List.of()), new NoSeats());
        s.refused(new AppointScrutineers(SESSION, List.of(seat("a"), seat("a"))), new SeatNamedTwice(seat("a")));
    }

    @Test
    void proxiesKeepTheRules() {
        var a = seat("a");
        var b = seat("b");
        var c = seat("c");
        var d = seat("d");
        live(4).openWith("a").refused(new GiveProxy(SESSION, b, a), new ProxiesNotAllowed(b, a));
        var s = live(5, rules -> rules.proxiesPerHolder(1)).openWith("a", "d");
        s.refused(new GiveProxy(SESSION, a, d), new ProxyGiverPresent(a, d));
        s.refused(new GiveProxy(SESSION, b, c), new ProxyHolderAbsent(b, c));
        s.refused(new RevokeProxy(SESSION, b), new NoSuchProxy(b));
        s.accepted(new GiveProxy(SESSION, b, a));
        s.refused(new GiveProxy(SESSION, b, d), new ProxyAlreadyGiven(b, d));
        s.refused(new GiveProxy(SESSION, c, a), new ProxyCapReached(c, a, 1));
        var chain = transcribed(4);
        chain.accepted(new GiveProxy(SESSION, b, a));
        assertThat(chain.findings()).contains(FindingCode.PROXY_EXCESS);
        var itself = live(3, rules -> rules.proxiesPerHolder(2)).openWith("a");
        itself.accepted(new GiveProxy(SESSION, b, a));
        itself.refused(new GiveProxy(SESSION, c, b), new ProxyHolderAbsent(c, b));
        var withoutVote = new ArrayList<>(roll(2));
        withoutVote.add(new Seat(seat("z"), "Z", 3, BigDecimal.ONE, null, null, false, null));
        var rules = RulesOfProcedure.defaults().change().proxiesPerHolder(2).build();
        SessionScenario.convened(convene(Provenance.LIVE, withoutVote, rules, null))
                .openWith("a")
                .refused(new GiveProxy(SESSION, seat("z"), a), new ProxyChain(seat("z"), a));
    }

    @Test
    void itemsAndSpeakersMustBeKnown() {
        var s = live(3).openWith("a");
        var nine = new ItemNumber("9");
        s.refused(new TakeUpItem(SESSION, nine), new UnknownItem(nine));
        s.refused(new ConcludeItem(SESSION, nine, Conclusion.NOTED), new UnknownItem(nine));
        s.refused(new RecordStatement(SESSION, new Participant.Named("Eve"), REASON), new UnknownAttendee("Eve"));
        s.refused(new RecordStatement(SESSION, new Participant.OfSeat(NOBODY), REASON), new UnknownSeat(NOBODY));
        s.accepted(new TakeUpItem(SESSION, new ItemNumber("1")));
        s.refused(new AmendAgenda(SESSION, List.of(item("2"))), new ItemTakenUpAlready(new ItemNumber("1")));
        s.refused(new AmendAgenda(SESSION, List.of(item("1"), item("1"))), new ItemTwice(new ItemNumber("1")));
        s.refused(new AmendAgenda(SESSION, s.state().agenda()), new NothingChanges());
    }

    @Test
    void aVoteOpensWithItsQuorumAndAFreeName() {
        var s = live(3).openWith("a");
        s.refused(question("v"), new NoQuorum(BigDecimal.ONE, BigDecimal.valueOf(2)));
        s.arrive("b").openVote("v").closeVote("v");
        s.refused(question("v"), new VoteExists(vote("v")));
        s.refused(opening("w", List.of(new ItemNumber("9")), null, null, null), new UnknownItem(new ItemNumber("9")));
        s.refused(opening("w", List.of(), vote("x"), null, null), new UnknownVote(vote("x")));
        s.refused(opening("w", List.of(), null, vote("x"), null), new UnknownVote(vote("x")));
        s.refused(opening("w", List.of(), null, vote("v"), null), new VoteNotAnnulled(vote("v")));
        s.refused(opening("w", List.of(), null, null, SEAT_A), new MoverIsSeconder(SEAT_A));
        var blank = new OpenVote(
                SESSION, vote("w"), List.of(), " ", Method.ELECTRONIC, null, false, null, null, null, null);
        s.refused(blank, new NotWellFormed(Malformed.Fault.TEXT_EMPTY, "subject", " "));
    }

    private static OpenVote secret(String id) {
        return new OpenVote(SESSION, vote(id), List.of(), "Who?", Method.SECRET, null, false, null, null, null, null);
    }

    @Test
    void aSecretVoteIsNotHeldWhereItsResultWouldTellHowSomebodyVoted() {
        var v = vote("v");
        live(3, rules -> rules.ballotChange(true))
                .openWith("a", "b")
                .refused(secret("v"), new WouldReveal(v, WouldReveal.Leak.BALLOT_CHANGE));
        live(3, rules -> rules.castingVote(true))
                .openWith("a", "b")
                .refused(secret("v"), new WouldReveal(v, WouldReveal.Leak.CASTING_VOTE));
        var heavy = new ArrayList<>(roll(2));
        heavy.add(new Seat(seat("c"), "C", 3, BigDecimal.TEN, null, null, true, null));
        var unequal = SessionScenario.convened(convene(Provenance.LIVE, heavy, null, null));
        unequal.openWith("a", "c").refused(secret("v"), new WouldReveal(v, WouldReveal.Leak.UNEQUAL_SEATS));
        unequal.depart("c").arrive("b").accepted(secret("v"));
    }

    @Test
    void anElectionHasItsOwnChoicesRoundsAndLots() {
        var rossi = new CandidateId("rossi");
        var verdi = new CandidateId("verdi");
        var both = List.of(new Candidate(rossi, "Rossi", null), new Candidate(verdi, "Verdi", null));
        var s = live(3).openWith("a", "b", "c").openVote("q");
        s.refused(
                new CastBallot(SESSION, vote("q"), seat("a"), new Choice.Preferences(List.of(rossi))),
                new ChoiceNotOffered(vote("q")));
        s.cast("q", "a+").closeVote("q");
        s.refused(new OpenRound(SESSION, null, vote("q"), null, null), new NotAnElection(vote("q")));
        s.refused(new RecordLot(SESSION, vote("q"), List.of(rossi, verdi), null), new NotAnElection(vote("q")));
        s.accepted(new OpenElection(
                SESSION, vote("e"), List.of(), "Whom?", Method.SHOW_OF_HANDS, ElectionRule.ofOne(), both, null));
        s.refused(ballot("e", "a", Stance.FOR), new ChoiceNotOffered(vote("e")));
        s.refused(
                new RecordBallots(SESSION, vote("e"), List.of(), new Part.Cast(Stance.FOR)),
                new ChoiceNotOffered(vote("e")));
        s.refused(
                new CastBallot(SESSION, vote("e"), seat("a"), new Choice.Preferences(List.of(rossi, verdi))),
                new NotWellFormed(Malformed.Fault.NUMBER, "preferences", "2 > 1"));
        s.accepted(new CastBallot(SESSION, vote("e"), seat("a"), new Choice.Preferences(List.of(rossi))));
        s.accepted(new CastBallot(SESSION, vote("e"), seat("b"), new Choice.Preferences(List.of(verdi))));
        s.closeVote("e");
        s.refused(new OpenRound(SESSION, null, vote("e"), null, null), new NoFurtherRound(vote("e")));
        s.refused(
                new RecordLot(SESSION, vote("e"), List.of(rossi, new CandidateId("x")), null),
                new NotWellFormed(Malformed.Fault.WORD, "candidate", "x"));
        s.accepted(new RecordLot(SESSION, vote("e"), List.of(verdi, rossi), new Participant.OfSeat(seat("c"))));
        assertThat(s.outcome("e")).isEqualTo(Outcome.CARRIED);
        s.refused(new RecordLot(SESSION, vote("e"), List.of(verdi, rossi), null), new NoLotToDraw(vote("e")));
        s.refused(new DeclareVotes(SESSION, vote("e"), Map.of(), List.of()), new OnlyTranscribed());
    }

    @Test
    void aLotIsDrawnBetweenThoseWhoAreEqualAndARoundOpensOnce() {
        var three = List.of(
                new Candidate(new CandidateId("x"), "X", null),
                new Candidate(new CandidateId("y"), "Y", null),
                new Candidate(new CandidateId("z"), "Z", null));
        var s = live(3).openWith("a", "b", "c");
        s.accepted(new OpenElection(SESSION, vote("e"), List.of(), "Whom?", Method.ROLL_CALL, null, three, null));
        s.accepted(
                new CastBallot(SESSION, vote("e"), seat("a"), new Choice.Preferences(List.of(new CandidateId("x")))));
        s.accepted(
                new CastBallot(SESSION, vote("e"), seat("b"), new Choice.Preferences(List.of(new CandidateId("y")))));
        s.closeVote("e");
        s.refused(
                new RecordLot(SESSION, vote("e"), List.of(new CandidateId("x"), new CandidateId("z")), null),
                new LotNotAmongEquals(vote("e"), List.of(new CandidateId("x"), new CandidateId("y"))));
        var majority = new ElectionRule(
                1,
                1,
                List.of(new ElectionRule.Round(
                        new Rule.Share(Rule.Base.SEATS, Fraction.HALF, Rule.Test.EXCEEDED, Measure.HEADS), null)),
                ElectionRule.Ties.LOT,
                Measure.HEADS);
        s.accepted(new OpenElection(SESSION, vote("m"), List.of(), "Whom?", Method.ROLL_CALL, majority, three, null));
        s.closeVote("m");
        s.accepted(new OpenRound(SESSION, vote("m2"), vote("m"), null, null));
        s.closeVote("m2");
        s.refused(new OpenRound(SESSION, null, vote("m"), null, null), new RoundOpenedAlready(vote("m"), vote("m2")));
    }

    @Test
    void aSecretBallotIsCastByItsSeatAloneAndForGood() {
        var s = live(3).openWith("a", "b", "c").accepted(secret("v"));
        s.accepted(ballot("v", "a", Stance.FOR));
        s.refused(ballot("v", "a", Stance.AGAINST), new AlreadyCast(vote("v"), seat("a")));
        s.refused(
                new RecordBallots(SESSION, vote("v"), List.of(), new Part.Cast(Stance.FOR)),
                new WouldReveal(vote("v"), WouldReveal.Leak.RECORDED_FOR_OTHERS));
        s.refused(new CloseVote(SESSION, vote("v")), new UrnNeeded(vote("v")));
        s.refused(new CloseSecretVote(SESSION, vote("v"), List.of()), new UrnMismatch(vote("v"), 1, 0));
        s.accepted(new CloseSecretVote(SESSION, vote("v"), List.of(new ChoiceCount(Stance.FOR, 1))));
        s.refused(
                new CorrectBallot(SESSION, vote("v"), seat("a"), Stance.AGAINST, REASON),
                new WouldReveal(vote("v"), WouldReveal.Leak.CORRECTION));
    }

    private static OpenVote opening(
            String id,
            List<ItemNumber> items,
            @Nullable VoteId follows,
            @Nullable VoteId repeats,
            @Nullable Participant mover) {
        return new OpenVote(
                SESSION,
                vote(id),
                items,
                "Question",
                Method.SHOW_OF_HANDS,
                null,
                false,
                follows,
                repeats,
                mover,
                mover);
    }

    @Test
    void aBallotNeedsAnOpenVoteAndAPlaceInIt() {
        var s = live(4).openWith("a", "b", "c");
        s.refused(ballot("v", "a", Stance.FOR), new UnknownVote(vote("v")));
        s.openVote("v");
        s.refused(ballot("v", "nobody", Stance.FOR), new UnknownSeat(NOBODY));
        s.refused(ballot("v", "d", Stance.FOR), new NotInElectorate(vote("v"), seat("d")));
        s.arrive("d");
        s.refused(ballot("v", "d", Stance.FOR), new NotInElectorate(vote("v"), seat("d")));
        s.cast("v", "a+");
        s.refused(ballot("v", "a", Stance.AGAINST), new AlreadyCast(vote("v"), seat("a")));
        s.refused(new DeclineToParticipate(SESSION, vote("v"), seat("a")), new AlreadyCast(vote("v"), seat("a")));
        s.refused(new Recuse(SESSION, seat("a"), null, vote("v"), REASON), new AlreadyCast(vote("v"), seat("a")));
        s.accepted(new DeclineToParticipate(SESSION, vote("v"), seat("b")));
        s.refused(ballot("v", "b", Stance.FOR), new HasDeclined(vote("v"), seat("b")));
        s.accepted(new Recuse(SESSION, seat("c"), null, vote("v"), REASON));
        s.refused(ballot("v", "c", Stance.FOR), new IsRecused(vote("v"), seat("c")));
        s.refused(
                new CastBallot(SESSION, vote("v"), seat("a"), new Choice.Preferences(List.of(new CandidateId("ada")))),
                new ChoiceNotOffered(vote("v")));
        s.closeVote("v");
        s.refused(ballot("v", "a", Stance.FOR), new VoteNotOpen(vote("v")));
        s.refused(new CloseVote(SESSION, vote("v")), new VoteNotOpen(vote("v")));
        s.refused(new CloseVote(SESSION, vote("x")), new UnknownVote(vote("x")));
        s.refused(
                new Recuse(SESSION, seat("a"), new ItemNumber("1"), vote("v"), REASON),
                new NotWellFormed(Malformed.Fault.WORD, "item | vote", "1 | v"));
    }

    @Test
    void aBallotChangesOnlyWhereTheRulesAllowAndOnlyToAnother() {
        live(2, rules -> rules.ballotChange(true))
                .openWith("a", "b")
                .openVote("v")
                .cast("v", "a+")
                .refused(ballot("v", "a", Stance.FOR), new NothingChanges())
                .accepted(ballot("v", "a", Stance.AGAINST));
    }

    @Test
    void recordingByExceptionIsAllOrNothing() {
        var s = live(4).openWith("a", "b", "c").openVote("v");
        var cast = new Part.Cast(Stance.FOR);
        var absent = List.of(new NamedPart(seat("a"), cast), new NamedPart(seat("d"), cast));
        s.refused(new RecordBallots(SESSION, vote("v"), absent, null), new NotInElectorate(vote("v"), seat("d")));
        var twice = List.of(new NamedPart(seat("a"), cast), new NamedPart(seat("a"), new Part.Declined()));
        s.refused(new RecordBallots(SESSION, vote("v"), twice, null), new SeatNamedTwice(seat("a")));
        assertThat(s.voteState("v").ballots()).isEmpty();
    }

    @Test
    void anOutcomeIsProclaimedOnceOfAVoteThatStands() {
        var s = live(3).openWith("a", "b").openVote("v");
        s.refused(new Proclaim(SESSION, vote("x"), Outcome.CARRIED), new UnknownVote(vote("x")));
        s.refused(new Proclaim(SESSION, vote("v"), Outcome.CARRIED), new VoteNotClosed(vote("v")));
        s.refused(new CorrectProclamation(SESSION, vote("v"), Outcome.CARRIED, REASON), new VoteNotClosed(vote("v")));
        s.closeVote("v").accepted(new Proclaim(SESSION, vote("v"), Outcome.REJECTED));
        s.refused(new Proclaim(SESSION, vote("v"), Outcome.REJECTED), new AlreadyProclaimed(vote("v")));
        s.accepted(new AnnulVote(SESSION, vote("v"), REASON));
        s.refused(new AnnulVote(SESSION, vote("v"), REASON), new VoteIsAnnulled(vote("v")));
        s.refused(new Proclaim(SESSION, vote("v"), Outcome.REJECTED), new VoteIsAnnulled(vote("v")));
        s.refused(new ApproveMinutes(SESSION, new SessionId("old"), vote("v")), new VoteNotCarried(vote("v")));
    }

    @Test
    void aStatedTimeLiesNeitherAheadNorBeforeTheSeatsOwnDeeds() {
        var s = live(3);
        var ahead = StatedTime.at(new LocalPoint(LocalDate.of(2026, 3, 10).atTime(18, 30), false, null));
        s.refused(arrival("a"), When.at("18:30"), new TimeInFuture(ahead));
        s.openWith("a", "b").openVote("v").cast("v", "a+");
        var before = StatedTime.at(new LocalPoint(LocalDate.of(2026, 3, 10).atTime(17, 30), false, null));
        var cast = s.state().position();
        s.refused(
                new RegisterDeparture(SESSION, seat("a"), null),
                When.at("17:30"),
                new TimeBeforeEarlierEvent(before, cast, List.of(seat("a"))));
        s.accepted(new RegisterDeparture(SESSION, seat("a"), null), When.at("18:00"));
        s.refused(
                arrival("c"),
                When.at("2026-03-29T02:30"),
                new NotWellFormed(Malformed.Fault.TIME_SKIPPED, "at", "2026-03-29T02:30"));
        s.refused(
                arrival("c"),
                When.at("2025-10-26T02:30"),
                new NotWellFormed(Malformed.Fault.TIME_REPEATED, "at", "2025-10-26T02:30"));
        s.accepted(arrival("c"), When.at("2025-10-26T02:30+01:00"));
    }

    @Test
    void aCorrectionNeedsItsTargetAndMustChangeSomething() {
        var s = live(3).openWith("a", "b").openVote("v").cast("v", "a+").closeVote("v");
        s.refused(struck(1), new UnknownPosition(1));
        s.refused(
                new CorrectAttendance(SESSION, 4, false, null, When.NOT_STATED, null, null, REASON),
                new NothingChanges());
        s.refused(new CorrectStatement(SESSION, 1, null, REASON, REASON), new UnknownPosition(1));
        s.refused(new CorrectBallot(SESSION, vote("v"), seat("a"), Stance.FOR, REASON), new NothingChanges());
        s.refused(
                new CorrectBallot(SESSION, vote("v"), seat("c"), Stance.FOR, REASON),
                new NotInElectorate(vote("v"), seat("c")));
        s.refused(new CorrectBallot(SESSION, vote("x"), seat("a"), Stance.FOR, REASON), new UnknownVote(vote("x")));
    }

    private static SessionCommand struck(long position) {
        return new CorrectAttendance(SESSION, position, true, null, When.NOT_STATED, null, null, REASON);
    }

    @Test
    void whatIsLeftToTwoIsNotDoneByOne() {
        var s = live(3, rules -> rules.twoPersons(Set.of("annul-vote")))
                .openWith("a", "b")
                .openVote("v")
                .closeVote("v");
        var annul = new AnnulVote(SESSION, vote("v"), REASON);
        s.refused(annul, new NeedsTwoPersons("annul-vote"));
        s.accepted(new Propose(SESSION, annul, REASON));
        var proposal = s.state().position();
        s.refused(new CarryOut(SESSION, proposal, annul, When.NOT_STATED, Actor.LOCAL), new SamePerson(proposal));
        s.refused(new ConfirmProposal(SESSION, 1), new UnknownProposal(1));
        s.refused(new WithdrawProposal(SESSION, 1, null), new UnknownProposal(1));
    }

    // ---- assemblies

    private static final AssemblyId COUNCIL = new AssemblyId("council");
    private static final RulesOfProcedure RULES = RulesOfProcedure.defaults();

    private final AssemblyState assembly = new AssemblyState();

    private RefusalsTest founded() {
        var founding = AssemblyDecision.decide(assembly, new FoundAssembly(COUNCIL, "The council", roll(2), RULES));
        assertThat(founding).isInstanceOf(Decision.Accepted.class);
        if (founding instanceof Decision.Accepted<AssemblyEvent>(var facts, var _)) {
            facts.forEach(fact -> assembly.evolve(new Recorded<>(
                    assembly.position() + 1,
                    SessionScenario.START,
                    fact.stated(),
                    Actor.LOCAL,
                    fact.findings(),
                    fact.event())));
        }
        return this;
    }

    private void refused(AssemblyCommand command, Refusal expected) {
        var before = assembly.position();
        assertThat(AssemblyDecision.decide(assembly, command)).isEqualTo(new Decision.Refused<>(expected));
        assertThat(assembly.position()).isEqualTo(before);
        REFUSED.add(expected.getClass());
    }

    @Test
    void nothingHappensInAnAssemblyThatDoesNotExist() {
        refused(new AdoptRules(COUNCIL, RULES), new UnknownAssembly(COUNCIL));
        refused(new AddSeats(COUNCIL, roll(1)), new UnknownAssembly(COUNCIL));
        refused(new RemoveSeat(COUNCIL, seat("a")), new UnknownAssembly(COUNCIL));
    }

    @Test
    void anAssemblyIsFoundedOnceWithASoundRollAndAName() {
        refused(new FoundAssembly(COUNCIL, "The council", List.of(), null), new NoSeats());
        var twice = List.of(Seat.of("x", "X"), Seat.of("x", "Y"));
        refused(new FoundAssembly(COUNCIL, "The council", twice, null), new SeatNamedTwice(seat("x")));
        refused(
                new FoundAssembly(COUNCIL, " ", roll(1), null),
                new NotWellFormed(Malformed.Fault.TEXT_EMPTY, "name", " "));
        founded().refused(new FoundAssembly(COUNCIL, "The council", roll(2), RULES), new AssemblyExists(COUNCIL));
    }

    @Test
    void aSeatIsAddedOnceAndChangedOrRemovedWhereItIs() {
        founded();
        refused(new AddSeats(COUNCIL, List.of(Seat.of("a", "A"))), new SeatExists(seat("a")));
        refused(new AddSeats(COUNCIL, List.of()), new NoSeats());
        refused(new AddSeats(COUNCIL, List.of(Seat.of("x", "X"), Seat.of("x", "Y"))), new SeatNamedTwice(seat("x")));
        refused(new ChangeSeat(COUNCIL, Seat.of("x", "X")), new UnknownSeat(seat("x")));
        refused(new ChangeSeat(COUNCIL, roll(1).getFirst()), new NothingChanges());
        refused(new RemoveSeat(COUNCIL, seat("x")), new UnknownSeat(seat("x")));
    }

    @Test
    void rulesThatHoldAlreadyAreNotAdoptedAgain() {
        founded().refused(new AdoptRules(COUNCIL, RULES), new NothingChanges());
    }

    /** Refusals that are the ledger's own, which LedgerContract meets, and those that EarlierSessionsTest meets. */
    private static final Set<Class<?>> ELSEWHERE = Set.of(
            KeyReused.class,
            EntryTooLarge.class,
            Refusal.NotEarlierSession.class,
            Refusal.WhoSatUnknown.class,
            Refusal.NotAStage.class,
            Refusal.StageNotDecided.class,
            Refusal.StageBringsMajority.class,
            Refusal.StageOutOfTerm.class,
            Refusal.DecidedByStages.class,
            Refusal.EarlierSessionNeeded.class);

    @Test
    @Order(Integer.MAX_VALUE)
    void noRefusalIsLeftOut() {
        var missing = new TreeSet<String>();
        collect(Refusal.class, missing);
        assertThat(missing).as("refusals without a scenario").isEmpty();
    }

    private static void collect(Class<?> type, Set<String> missing) {
        if (type.isSealed()) {
            for (var sub : type.getPermittedSubclasses()) {
                collect(sub, missing);
            }
        } else if (!REFUSED.contains(type) && !ELSEWHERE.contains(type)) {
            missing.add(type.getSimpleName());
        }
    }
}
