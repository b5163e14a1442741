package org.plenum.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.decision.SessionScenario.REASON;
import static org.plenum.decision.SessionScenario.SESSION;
import static org.plenum.decision.SessionScenario.convene;
import static org.plenum.decision.SessionScenario.item;
import static org.plenum.decision.SessionScenario.live;
import static org.plenum.decision.SessionScenario.roll;
import static org.plenum.decision.SessionScenario.seat;
import static org.plenum.decision.SessionScenario.transcribed;
import static org.plenum.decision.SessionScenario.vote;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.hamcrest.CustomMatcher;
import org.hamcrest.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plenum.command.AssemblyCommand;
import org.plenum.command.AssemblyCommand.AddSeats;
import org.plenum.command.AssemblyCommand.AdoptRules;
import org.plenum.command.AssemblyCommand.ChangeSeat;
import org.plenum.command.AssemblyCommand.FoundAssembly;
import org.plenum.command.AssemblyCommand.RemoveSeat;
import org.plenum.command.Command;
import org.plenum.command.EarlierSession;
import org.plenum.command.Refusal;
import org.plenum.command.SessionCommand;
import org.plenum.command.SessionCommand.*;
import org.plenum.decision.Deposit;
import org.plenum.decision.SessionScenario;
import org.plenum.decision.SessionState;
import org.plenum.event.AssemblyEvent.AssemblyFounded;
import org.plenum.event.AssemblyEvent.RulesAdopted;
import org.plenum.event.AssemblyEvent.SeatChanged;
import org.plenum.event.AssemblyEvent.SeatRemoved;
import org.plenum.event.AssemblyEvent.SeatsAdded;
import org.plenum.event.Event;
import org.plenum.event.QuorumAsFound;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent.*;
import org.plenum.ledger.urn.Papers;
import org.plenum.ledger.urn.UrnKeys;
import org.plenum.ledger.urn.Urns;
import org.plenum.vocabulary.Across;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.Candidate;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.Choice.Stance;
import org.plenum.vocabulary.ChoiceCount;
import org.plenum.vocabulary.CommandKey;
import org.plenum.vocabulary.Conclusion;
import org.plenum.vocabulary.DeclaredCounts;
import org.plenum.vocabulary.Delegate;
import org.plenum.vocabulary.ElectionRule;
import org.plenum.vocabulary.Fraction;
import org.plenum.vocabulary.FreeText;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.Method;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.Movement;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.Provenance;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.Stages;
import org.plenum.vocabulary.Tally;
import org.plenum.vocabulary.When;

/** Every command as the real aggregates accept it: given what was recorded, when it comes, then these events and no others. */
class AcceptedCommandsTest {
    private static final AssemblyId COUNCIL = new AssemblyId("council");
    private static final Part FOR = new Part.Cast(Stance.FOR);
    private static final QuorumAsFound TWO_OF_THREE = new QuorumAsFound(new BigDecimal("2"), new BigDecimal("2"), true);

    @TempDir
    static Path keys;

    private static Urns urns;

    @BeforeAll
    static void urns() {
        var dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:urns;DB_CLOSE_DELAY=-1");
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        urns = new Urns(dataSource, new UrnKeys(keys, new SecureRandom()), new SecureRandom());
    }

    /** A case: what was recorded before, what comes, and the events that follow. */
    private record Case(
            List<? extends Event> given, Instant now, Command when, Actor by, List<Event> then, Consumer<Urns> before) {
        @Override
        public String toString() {
            return when.getClass().getSimpleName() + " → "
                    + then.stream()
                            .map(event -> event.getClass().getSimpleName())
                            .collect(Collectors.joining(", "));
        }

        Case withUrn(Consumer<Urns> urn) {
            return new Case(given, now, when, by, then, urn);
        }

        Case by(Actor somebody) {
            return new Case(given, now, when, somebody, then, before);
        }
    }

    private static Case given(SessionScenario session, SessionCommand when, Event... then) {
        return new Case(
                session.history().stream().map(Recorded::event).toList(),
                session.now().plusSeconds(1),
                when,
                Actor.LOCAL,
                List.of(then),
                _ -> {});
    }

    private static Case given(List<? extends Event> events, AssemblyCommand when, Event... then) {
        return new Case(events, SessionScenario.START, when, Actor.LOCAL, List.of(then), _ -> {});
    }

    private static SessionScenario open() {
        return live(3, rules -> rules.proxiesPerHolder(1)).openWith("a", "b");
    }

    private static SessionScenario voting() {
        return open().openVote("v");
    }

    private static SessionScenario minutes() {
        return transcribed(3).openWith("a", "b");
    }

    private static VoteOpened opened(String id, Method method) {
        return new VoteOpened(
                vote(id),
                List.of(),
                "Question " + id,
                method,
                new Rule.MoreForThanAgainst(),
                false,
                false,
                2,
                new BigDecimal("2"),
                TWO_OF_THREE,
                null,
                null,
                null,
                null);
    }

    private static final Stages TWICE = new Stages(
            null, new Rule.Share(Rule.Base.SEATS, Fraction.HALF, Rule.Test.EXCEEDED, Measure.HEADS), 2, null, null);

    /** What is found of every other session. */
    private static final EarlierSession EARLIER = new EarlierSession(
            new SessionId("earlier"), COUNCIL, LocalDate.of(2026, 1, 8), 9, List.of(seat("a")), true, Map.of());

    private static OpenVote tied(Across across) {
        return new OpenVote(
                SESSION,
                vote("v"),
                List.of(),
                "Question v",
                Method.SHOW_OF_HANDS,
                null,
                false,
                null,
                null,
                null,
                null,
                across);
    }

    private static VoteOpened opened(Rule majority, int electorate) {
        return new VoteOpened(
                vote("v"),
                List.of(),
                "Question v",
                Method.SHOW_OF_HANDS,
                majority,
                false,
                false,
                electorate,
                new BigDecimal(electorate),
                TWO_OF_THREE,
                null,
                null,
                null,
                null);
    }

    private static VoteClosed closed(Tally tally, Outcome outcome) {
        return new VoteClosed(vote("v"), tally, tally, null, outcome, TWO_OF_THREE);
    }

    private static OpenVote secret() {
        return new OpenVote(
                SESSION, vote("v"), List.of(), "Question v", Method.SECRET, null, false, null, null, null, null);
    }

    private static final DeclaredCounts COUNTS = new DeclaredCounts(2, null, 2, 0, 0, null, null, null, null, null);

    private static final CandidateId ROSSI = new CandidateId("rossi");
    private static final CandidateId VERDI = new CandidateId("verdi");
    private static final List<Candidate> STANDING =
            List.of(new Candidate(ROSSI, "Rossi", null), new Candidate(VERDI, "Verdi", null));
    private static final ElectionRule TWO_ROUNDS = new ElectionRule(
            1,
            1,
            List.of(new ElectionRule.Round(new Rule.Fixed(2), null), ElectionRule.Round.MOST_VOTES),
            ElectionRule.Ties.LOT,
            Measure.HEADS);

    private static OpenElection election(String id) {
        return new OpenElection(
                SESSION,
                vote(id),
                List.of(),
                "Question " + id,
                Method.SHOW_OF_HANDS,
                ElectionRule.ofOne(),
                STANDING,
                null);
    }

    private static OpenElection twoRounds() {
        return new OpenElection(
                SESSION, vote("e"), List.of(), "Question f", Method.SHOW_OF_HANDS, TWO_ROUNDS, STANDING, null);
    }

    private static CastBallot preference(String seat, String candidate) {
        return new CastBallot(
                SESSION, vote("e"), seat(seat), new Choice.Preferences(List.of(new CandidateId(candidate))));
    }

    private static final Actor SECOND = new Actor("clerk");
    private static final AnnulVote ANNUL = new AnnulVote(SESSION, vote("v"), REASON);
    private static final FreeText WAITING = ProposalJson.write(ANNUL, When.NOT_STATED);
    private static final Propose PROPOSE = new Propose(SESSION, ANNUL, WAITING);

    private static SessionScenario leftToTwo() {
        return live(3, rules -> rules.twoPersons(Set.of("annul-vote")))
                .openWith("a", "b")
                .openVote("v")
                .cast("v", "a+", "b+")
                .closeVote("v");
    }

    static Stream<Case> cases() {
        var a = seat("a");
        var b = seat("b");
        var c = seat("c");
        var three = roll(3);
        var one = new ItemNumber("1");
        var rules = RulesOfProcedure.defaults().change().castingVote(true).build();
        var attendee = new Participant.Named("Ada");
        var convene = convene(Provenance.LIVE, three, rules, null);
        var founded = List.of(new AssemblyFounded(COUNCIL, "The council"), new SeatsAdded(three));
        var kim = Delegate.named("Kim");
        var cast = open().openVote("v").cast("v", "a+", "b+").closeVote("v");
        var proposed = leftToTwo().accepted(PROPOSE);
        var proposal = proposed.state().position();
        return Stream.of(
                given(
                        List.of(),
                        new FoundAssembly(COUNCIL, "The council", three, rules),
                        new AssemblyFounded(COUNCIL, "The council"),
                        new SeatsAdded(three),
                        new RulesAdopted(rules)),
                given(founded, new AdoptRules(COUNCIL, rules), new RulesAdopted(rules)),
                given(
                        founded,
                        new AddSeats(COUNCIL, List.of(Seat.of("z", "Seat z"))),
                        new SeatsAdded(List.of(Seat.of("z", "Seat z")))),
                given(founded, new ChangeSeat(COUNCIL, Seat.of("a", "New")), new SeatChanged(Seat.of("a", "New"))),
                given(founded, new RemoveSeat(COUNCIL, a), new SeatRemoved(a)),
                given(
                        new SessionScenario(),
                        convene,
                        new SessionConvened(
                                SESSION,
                                convene.assembly(),
                                convene.assemblyName(),
                                convene.title(),
                                convene.date(),
                                convene.zone(),
                                Provenance.LIVE,
                                1,
                                null,
                                convene.place(),
                                null,
                                null,
                                null,
                                null,
                                convene.agenda()),
                        new SeatsEnrolled(three),
                        new RulesFrozen(rules, false)),
                given(live(3), new OpenSession(SESSION), new SessionOpened()),
                given(open(), new SuspendSession(SESSION, REASON), new SessionSuspended(REASON)),
                given(
                        open().accepted(new SuspendSession(SESSION, null)),
                        new ResumeSession(SESSION),
                        new SessionResumed()),
                given(open(), new AdjournSession(SESSION, When.NOT_STATED), new SessionAdjourned(null)),
                given(live(3).arrive("a"), new DeclareDeserted(SESSION, null), new SessionDeserted(1, null)),
                given(open(), new CloseSession(SESSION), new SessionClosed()),
                given(
                        open(),
                        new CallRoll(
                                SESSION,
                                List.of(new RollEntry(a, Mode.IN_PERSON, null), new RollEntry(c, Mode.REMOTE, kim)),
                                List.of(b)),
                        new RollCalled(2),
                        new SeatArrived(c, Mode.REMOTE, kim),
                        new SeatDeparted(b, null, true)),
                given(transcribed(3), new CountRoll(SESSION, 2), new RollCounted(2)),
                given(
                        open(),
                        new RegisterArrival(SESSION, c, Mode.IN_PERSON, kim),
                        new SeatArrived(c, Mode.IN_PERSON, kim)),
                given(open(), new RegisterDeparture(SESSION, a, REASON), new SeatDeparted(a, REASON, false)),
                given(open(), new ChangeMode(SESSION, a, Mode.REMOTE), new AttendanceModeChanged(a, Mode.REMOTE)),
                given(open(), new ReplaceDelegate(SESSION, a, kim), new DelegateReplaced(a, kim)),
                given(
                        minutes(),
                        new NoteUnnamed(SESSION, Movement.DEPARTED, 1),
                        new UnnamedMoved(Movement.DEPARTED, 1)),
                given(minutes(), new NoteAbsent(SESSION, List.of(b)), new SeatDeparted(b, null, true)),
                given(minutes(), new NoteAbsentAllBut(SESSION, List.of(a)), new SeatDeparted(b, null, true)),
                given(minutes(), new DeclarePresence(SESSION, 2), new PresenceDeclared(2)),
                given(
                        open(),
                        new NoteAttendee(SESSION, "Ada", "secretary", null, true),
                        new AttendeeNoted("Ada", "secretary", null, true)),
                given(
                        open(),
                        new HandOverChair(SESSION, new Participant.OfSeat(b)),
                        new ChairTaken(new Participant.OfSeat(b))),
                given(
                        open().accepted(new NoteAttendee(SESSION, "Ada", null, null, true)),
                        new ReplaceClerk(SESSION, attendee),
                        new ClerkReplaced(attendee)),
                given(open(), new AppointScrutineers(SESSION, List.of(a, b)), new ScrutineersAppointed(List.of(a, b))),
                given(open(), new GiveProxy(SESSION, c, a), new ProxyGiven(c, a)),
                given(open().accepted(new GiveProxy(SESSION, c, a)), new RevokeProxy(SESSION, c), new ProxyRevoked(c)),
                given(open(), new VerifyQuorum(SESSION, a), new QuorumVerified(TWO_OF_THREE, a)),
                given(open(), new CloseToPublic(SESSION, null), new SittingClosedToPublic(null)),
                given(
                        open().accepted(new CloseToPublic(SESSION, null)),
                        new ReopenToPublic(SESSION),
                        new SittingReopened()),
                given(open(), new TakeUpItem(SESSION, one), new ItemTakenUp(one)),
                given(
                        open().accepted(new TakeUpItem(SESSION, one)),
                        new ConcludeItem(SESSION, one, Conclusion.NOTED),
                        new ItemConcluded(one, Conclusion.NOTED)),
                given(open(), new AmendAgenda(SESSION, List.of(item("7"))), new AgendaAmended(List.of(item("7")))),
                given(
                        open(),
                        new RecordStatement(SESSION, new Participant.OfSeat(a), REASON),
                        new StatementRecorded(new Participant.OfSeat(a), REASON)),
                given(open(), SessionScenario.question("v"), opened("v", Method.SHOW_OF_HANDS)),
                given(
                        voting(),
                        new CastBallot(SESSION, vote("v"), a, Stance.FOR),
                        new BallotCast(vote("v"), a, Stance.FOR)),
                given(
                        live(3, draft -> draft.ballotChange(true))
                                .openWith("a", "b")
                                .openVote("v")
                                .cast("v", "a+"),
                        new CastBallot(SESSION, vote("v"), a, Stance.AGAINST),
                        new BallotChanged(vote("v"), a, Stance.AGAINST)),
                given(
                        voting(),
                        new RecordBallots(SESSION, vote("v"), List.of(new NamedPart(b, new Part.Declined())), FOR),
                        new ParticipationDeclined(vote("v"), b),
                        new BallotCast(vote("v"), a, Stance.FOR)),
                given(
                        voting(),
                        new DeclineToParticipate(SESSION, vote("v"), a),
                        new ParticipationDeclined(vote("v"), a)),
                given(
                        voting(),
                        new Recuse(SESSION, a, null, vote("v"), REASON),
                        new SeatRecused(a, null, vote("v"), REASON)),
                given(
                        voting().cast("v", "a+", "b+"),
                        new CloseVote(SESSION, vote("v")),
                        closed(Tally.ofHeads(2, 0, 0, 0, 0, 0, 0), Outcome.CARRIED)),
                given(
                        cast,
                        new Proclaim(SESSION, vote("v"), Outcome.CARRIED),
                        new OutcomeProclaimed(vote("v"), Outcome.CARRIED)),
                given(cast, new AnnulVote(SESSION, vote("v"), REASON), new VoteAnnulled(vote("v"), REASON)),
                given(
                        minutes().openVote("v"),
                        new DeclareCounts(SESSION, vote("v"), COUNTS),
                        new CountsDeclared(vote("v"), COUNTS)),
                given(
                        open(),
                        new CorrectAttendance(SESSION, 4, true, null, When.NOT_STATED, null, null, REASON),
                        new AttendanceCorrected(4, true, null, null, null, null, REASON)),
                given(
                        cast,
                        new CorrectBallot(SESSION, vote("v"), a, Stance.AGAINST, REASON),
                        new BallotCorrected(vote("v"), a, Stance.FOR, Stance.AGAINST, REASON)),
                given(
                        open().openVote("v").closeVote("v").accepted(new Proclaim(SESSION, vote("v"), Outcome.CARRIED)),
                        new CorrectProclamation(SESSION, vote("v"), Outcome.REJECTED, REASON),
                        new ProclamationCorrected(vote("v"), Outcome.CARRIED, Outcome.REJECTED, REASON)),
                given(
                        open().accepted(new RecordStatement(SESSION, new Participant.OfSeat(a), REASON)),
                        new CorrectStatement(SESSION, 7, null, new FreeText("otherwise"), REASON),
                        new StatementCorrected(7, null, new FreeText("otherwise"), REASON)),
                given(
                        minutes().openVote("v").accepted(new DeclareCounts(SESSION, vote("v"), COUNTS)),
                        new CorrectDeclaration(
                                SESSION,
                                vote("v"),
                                new DeclaredCounts(2, null, 1, 1, 0, null, null, null, null, null),
                                REASON),
                        new DeclarationCorrected(
                                vote("v"),
                                COUNTS,
                                new DeclaredCounts(2, null, 1, 1, 0, null, null, null, null, null),
                                REASON)),
                given(minutes(), new RecordNote(SESSION, 6, REASON), new NoteRecorded(6, REASON)),
                given(
                        cast,
                        new ApproveMinutes(SESSION, new SessionId("earlier"), vote("v")),
                        new MinutesApproved(new SessionId("earlier"), vote("v"))),
                given(
                        open(),
                        tied(Across.first(TWICE)),
                        new StageNamed(vote("v"), TWICE, List.of()),
                        opened(TWICE.each(), 2)),
                given(
                        open(),
                        tied(Across.minutesOf(EARLIER.session())),
                        new WhoSatNamed(vote("v"), EARLIER.session(), 9, List.of(a)),
                        opened(new Rule.MoreForThanAgainst(), 1)),
                given(
                        open(),
                        new OpenVoteAcross(SESSION, tied(Across.minutesOf(EARLIER.session())), EARLIER),
                        new WhoSatNamed(vote("v"), EARLIER.session(), 9, List.of(a)),
                        opened(new Rule.MoreForThanAgainst(), 1)),
                given(
                        open(),
                        election("e"),
                        new CandidatesNamed(vote("e"), ElectionRule.ofOne(), 1, null, 1, STANDING),
                        opened("e", Method.SHOW_OF_HANDS)),
                given(
                        open().accepted(twoRounds()).closeVote("e"),
                        new OpenRound(SESSION, vote("f"), vote("e"), null, null),
                        new CandidatesNamed(vote("f"), TWO_ROUNDS, 2, vote("e"), 1, STANDING),
                        opened("f", Method.SHOW_OF_HANDS)),
                given(
                        open().accepted(election("e"))
                                .accepted(preference("a", "rossi"))
                                .accepted(preference("b", "verdi"))
                                .closeVote("e"),
                        new RecordLot(SESSION, vote("e"), List.of(VERDI, ROSSI), null),
                        new LotDrawn(vote("e"), List.of(VERDI, ROSSI), null, Outcome.CARRIED)),
                given(
                        minutes().accepted(election("e")),
                        new DeclareVotes(SESSION, vote("e"), Map.of(ROSSI, 2), List.of(ROSSI)),
                        new VotesDeclared(vote("e"), Map.of(ROSSI, 2), List.of(ROSSI))),
                given(
                        voting(),
                        new OrderRollCall(SESSION, vote("v"), List.of(b, a)),
                        new RollCallOrdered(vote("v"), List.of(b, a))),
                // Two persons: what one gives is proposed, and another's confirmation brings it about.
                given(leftToTwo(), ANNUL, new CommandProposed("annul-vote", WAITING)),
                given(leftToTwo(), PROPOSE, new CommandProposed("annul-vote", WAITING)),
                given(
                                proposed,
                                new ConfirmProposal(SESSION, proposal),
                                new ProposalConfirmed(proposal),
                                new VoteAnnulled(vote("v"), REASON))
                        .by(SECOND),
                given(
                        proposed,
                        new CarryOut(SESSION, proposal, ANNUL, When.NOT_STATED, SECOND),
                        new ProposalConfirmed(proposal),
                        new VoteAnnulled(vote("v"), REASON)),
                given(
                        proposed,
                        new WithdrawProposal(SESSION, proposal, REASON),
                        new ProposalWithdrawn(proposal, REASON)),
                // Secret votes: the ballot goes into an urn, and the ledger itself says what it holds.
                given(open(), secret(), opened("v", Method.SECRET)),
                given(
                                open().accepted(secret()),
                                new CastBallot(SESSION, vote("v"), a, Stance.FOR),
                                new SecretBallotCast(vote("v"), a))
                        .withUrn(urns -> urns.open(SESSION, vote("v"))),
                given(
                                open().accepted(secret()).accepted(new CastBallot(SESSION, vote("v"), a, Stance.FOR)),
                                new CloseVote(SESSION, vote("v")),
                                new UrnOpened(vote("v"), List.of(new ChoiceCount(Stance.FOR, 1))),
                                closed(Tally.ofHeads(1, 0, 0, 0, 0, 0, 1), Outcome.CARRIED))
                        .withUrn(urns -> {
                            urns.open(SESSION, vote("v"));
                            urns.put(SESSION, Papers.OF_A_QUESTION, new Deposit(vote("v"), Stance.FOR));
                        }),
                given(
                        open().accepted(secret()).accepted(new CastBallot(SESSION, vote("v"), a, Stance.FOR)),
                        new CloseSecretVote(SESSION, vote("v"), List.of(new ChoiceCount(Stance.AGAINST, 1))),
                        new UrnOpened(vote("v"), List.of(new ChoiceCount(Stance.AGAINST, 1))),
                        closed(Tally.ofHeads(0, 1, 0, 0, 0, 0, 1), Outcome.REJECTED)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isRecordedAsTheseEvents(Case of) {
        urns.remove(SESSION, vote("v"));
        of.before().accept(urns);
        var stream = StreamId.of(of.when());
        var given = entries(stream, of.given());
        executor(stream, of.now(), given)
                .when(command(of.when(), null, of.by()))
                .expectSuccessfulHandlerExecution()
                .expectEventsMatching(these(of.then(), given))
                .expectResultMessagePayloadMatching(new CustomMatcher<>("accepted with as many entries") {
                    @Override
                    public boolean matches(@Nullable Object verdict) {
                        return verdict instanceof Verdict.Accepted(var made)
                                && made.size() == of.then().size();
                    }
                });
    }

    @Test
    void noCommandIsLeftOut() {
        var accepted = cases().map(one -> one.when().getClass()).collect(Collectors.toSet());
        var all = Stream.of(SessionCommand.class, AssemblyCommand.class)
                .flatMap(kind -> Arrays.stream(kind.getPermittedSubclasses()))
                .collect(Collectors.toSet());
        assertThat(accepted).isEqualTo(all);
    }

    @Test
    void aRefusedCommandMakesNoEvent() {
        var session = open();
        executor(StreamId.of(SESSION), session.now(), entries(StreamId.of(SESSION), events(session)))
                .when(command(new OpenSession(SESSION), null, Actor.LOCAL))
                .expectNoEvents()
                .expectResultMessagePayloadMatching(new CustomMatcher<>("refused") {
                    @Override
                    public boolean matches(@Nullable Object verdict) {
                        return verdict instanceof Verdict.Refused(Refusal.WrongState _);
                    }
                });
    }

    @Test
    void theKeyOfACommandGoesWithItsFirstEventAlone() {
        var session = voting();
        var given = entries(StreamId.of(SESSION), events(session));
        var when = new RecordBallots(SESSION, vote("v"), List.of(), FOR);
        executor(StreamId.of(SESSION), session.now(), given)
                .when(command(when, new CommandKey(new UUID(1, 2)), Actor.LOCAL))
                .expectEventsMatching(
                        new CustomMatcher<List<? super EventMessage<?>>>("the first with a mark for both") {
                            @Override
                            public boolean matches(@Nullable Object made) {
                                var messages = (List<?>) Objects.requireNonNull(made);
                                return messages.size() == 2
                                        && ((EventMessage<?>) messages.get(0))
                                                        .getMetaData()
                                                        .get(CommandMark.NAME)
                                                instanceof CommandMark mark
                                        && mark.entries() == 2
                                        && ((EventMessage<?>) messages.get(1))
                                                .getMetaData()
                                                .isEmpty();
                            }
                        });
    }

    private static List<? extends Event> events(SessionScenario session) {
        return session.history().stream().map(Recorded::event).toList();
    }

    private static TestExecutor<?> executor(StreamId stream, Instant now, List<Entry> given) {
        var tools = new Tools(new Sealer(SaltSource.random()), () -> now, urns, _ -> Optional.of(EARLIER));
        return stream.kind() == StreamId.Kind.SESSION
                ? executor(SessionAggregate.class, SessionAggregate::new, SessionAggregate.COMMAND, tools, given)
                : executor(AssemblyAggregate.class, AssemblyAggregate::new, AssemblyAggregate.COMMAND, tools, given);
    }

    /** The aggregate as the ledger sets it up, on the fixture's store. */
    private static <T extends StreamAggregate<?>> TestExecutor<T> executor(
            Class<T> type, Function<String, T> constructor, String name, Tools tools, List<Entry> given) {
        var parameters = MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(type),
                new SimpleResourceParameterResolverFactory(List.of(tools)));
        var empty = new EmptyAggregates<>(type, constructor, parameters);
        var fixture = new AggregateTestFixture<>(type);
        fixture.registerParameterResolverFactory(new SimpleResourceParameterResolverFactory(List.of(tools)));
        fixture.registerAggregateFactory(empty);
        // The fixture folds the events anew and compares; votes have no equality, RandomSessionsTest compares those.
        fixture.registerIgnoredField(SessionState.class, "votes");
        var handler = AggregateAnnotationCommandHandler.<T>builder()
                .aggregateType(type)
                .repository(fixture.getRepository())
                .parameterResolverFactory(parameters)
                .creationPolicyAggregateFactory(empty)
                .commandTargetResolver(message -> new VersionedAggregateIdentifier(
                        (Object) ((Given) message.getPayload()).stream().toString(), null))
                .build();
        fixture.registerCommandHandler(name, handler);
        return given.isEmpty() ? fixture.givenNoPriorActivity() : fixture.given(given);
    }

    private static CommandMessage<Given> command(Command command, @Nullable CommandKey key, Actor by) {
        var submission = new Submission(command, When.NOT_STATED, by, key);
        var given = new Given(
                submission.stream(),
                by,
                key,
                key == null ? null : Fingerprint.of(List.of(submission)),
                key == null ? null : Fingerprint.blind(List.of(submission)),
                List.of(new Given.Part(command, When.NOT_STATED, by)));
        return new GenericCommandMessage<>(
                new GenericMessage<>(given), submission.stream().kind().word());
    }

    /** Events as entries of a stream, one after another. */
    private static List<Entry> entries(StreamId stream, List<? extends Event> events) {
        var entries = new ArrayList<Entry>();
        for (var event : events) {
            var recorded =
                    new Recorded<>(entries.size() + 1L, SessionScenario.START, null, Actor.LOCAL, List.of(), event);
            entries.add(EntryJson.write(
                    stream,
                    recorded,
                    entries.isEmpty() ? null : entries.getLast().hash(),
                    SaltSource.random()));
        }
        return entries;
    }

    /** Entries of these events, at the positions after those given, each chained to the one before. */
    private static Matcher<List<? super EventMessage<?>>> these(List<Event> events, List<Entry> given) {
        return new CustomMatcher<>(events.toString()) {
            @Override
            public boolean matches(@Nullable Object published) {
                var made = ((List<?>) Objects.requireNonNull(published))
                        .stream()
                                .map(message -> (Entry) ((EventMessage<?>) message).getPayload())
                                .toList();
                var before = given.isEmpty() ? null : given.getLast().hash();
                for (var entry : made) {
                    if (!Objects.equals(EntryLines.header(entry.line()).previous(), before)) {
                        return false;
                    }
                    before = entry.hash();
                }
                return made.stream()
                                .map(entry -> entry.recorded().event())
                                .toList()
                                .equals(events)
                        && made.stream()
                                .map(Entry::position)
                                .toList()
                                .equals(LongStream.range(given.size() + 1L, given.size() + 1L + made.size())
                                        .boxed()
                                        .toList());
            }
        };
    }
}
