package org.plenum.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plenum.command.AssemblyCommand.FoundAssembly;
import org.plenum.command.Refusal;
import org.plenum.command.SessionCommand;
import org.plenum.command.SessionCommand.AppointScrutineers;
import org.plenum.command.SessionCommand.CallRoll;
import org.plenum.command.SessionCommand.NoteAttendee;
import org.plenum.command.SessionCommand.OpenSession;
import org.plenum.command.SessionCommand.OpenVote;
import org.plenum.command.SessionCommand.RecordStatement;
import org.plenum.command.SessionCommand.RegisterDeparture;
import org.plenum.command.SessionCommand.RollEntry;
import org.plenum.decision.Decision;
import org.plenum.decision.RandomSession;
import org.plenum.decision.SessionDecision;
import org.plenum.decision.SessionScenario;
import org.plenum.decision.SessionState;
import org.plenum.decision.Ties;
import org.plenum.event.Event;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.BallotCast;
import org.plenum.event.SessionEvent.SeatsEnrolled;
import org.plenum.vocabulary.Across;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.FreeText;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.Provenance;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.When;

/** What every storage must do. */
abstract class LedgerContract {
    Ledger ledger;
    private volatile InstantSource clock = Clock.systemUTC();

    /** Opens the storage of this test, the second time with what the first left. */
    abstract Ledger open();

    /** What the ledger goes by: the machine's clock, or that of the test. */
    InstantSource clock() {
        return () -> clock.instant();
    }

    @BeforeEach
    void openLedger() {
        ledger = open();
    }

    @AfterEach
    void closeLedger() {
        ledger.close();
    }

    private void reopen() {
        ledger.close();
        ledger = open();
    }

    private List<Entry> entries(StreamId stream) {
        var entries = new ArrayList<Entry>();
        ledger.reader().read(stream, entries::add);
        return entries;
    }

    private void holdsTogether(StreamId stream) {
        var previous = new EntryHash[1];
        var position = new long[1];
        ledger.reader().readLines(stream, line -> {
            position[0]++;
            assertThat(line.position()).isEqualTo(position[0]);
            var text = new String(line.line(), StandardCharsets.UTF_8);
            var hash = previous[0] == null ? "null" : "\"" + previous[0].base64() + "\"";
            assertThat(text).contains("\"previous\":" + hash + ",");
            previous[0] = line.hash();
        });
        var others = new ArrayList<Entry>();
        ledger.reader().readOthers(stream, others::add);
        assertThat(others)
                .isEqualTo(entries(stream).stream()
                        .filter(entry -> !(entry.recorded().event() instanceof SessionEvent.Ballot))
                        .toList());
    }

    @Test
    void keepsWhatItAcceptsAcrossARestart() {
        var sitting = Sitting.of("restart", 5);
        sitting.play(ledger, sitting.untilVote());
        var answer = (Answer.Accepted)
                ledger.submit(Sitting.submission(sitting.ballot(1))).join();
        var before = entries(sitting.stream());
        reopen();
        assertThat(entries(sitting.stream())).isEqualTo(before);
        assertThat(before.getLast().position()).isEqualTo(answer.position());
        assertThat(before.getLast().hash()).isEqualTo(answer.entryHash());
        assertThat(before.getLast().recorded().event()).isInstanceOf(BallotCast.class);
        assertThat(ledger.reader().head(sitting.stream())).isEqualTo(answer.position());
        assertThat(ledger.reader().streams(StreamId.Kind.SESSION)).containsExactly(sitting.stream());
        assertThat(ledger.reader().streams(StreamId.Kind.ASSEMBLY)).containsExactly(StreamId.of(sitting.assembly()));
        sitting.play(ledger, List.of(sitting.ballot(2)));
        holdsTogether(sitting.stream());
    }

    @Test
    void tellsWhichStreamsThereAreAsTheyBegin() {
        assertThat(ledger.reader().streams(StreamId.Kind.SESSION)).isEmpty();
        var second = Sitting.of("second", 3);
        second.play(ledger, second.untilVote());
        assertThat(ledger.reader().streams(StreamId.Kind.SESSION)).containsExactly(second.stream());
        var first = Sitting.of("first", 3);
        first.play(ledger, first.untilVote());
        second.play(ledger, List.of(second.ballot(1)));
        assertThat(ledger.reader().streams(StreamId.Kind.SESSION)).containsExactly(first.stream(), second.stream());
        assertThat(ledger.reader().streams(StreamId.Kind.ASSEMBLY))
                .containsExactly(StreamId.of(first.assembly()), StreamId.of(second.assembly()));
        reopen();
        assertThat(ledger.reader().streams(StreamId.Kind.SESSION)).containsExactly(first.stream(), second.stream());
    }

    @Test
    void convenesWithTheAssemblysRoll() {
        var sitting = Sitting.of("roll", 7);
        sitting.play(ledger, List.of(sitting.found(), sitting.convene()));
        assertThat(ledger.session(sitting.session()).roll()).hasSize(7);
    }

    @Test
    void tellsARollOfAnySizeInItsOrder() {
        var sitting = Sitting.of("large-roll", 3_000);
        sitting.play(ledger, List.of(sitting.found(), sitting.convene(), sitting.arrival(1)));
        assertThat(entries(sitting.stream()).stream()
                        .filter(entry -> entry.recorded().event() instanceof SeatsEnrolled)
                        .count())
                .isGreaterThan(1);
        assertThat(List.copyOf(ledger.roll(sitting.session()).entrySet()))
                .isEqualTo(List.copyOf(ledger.session(sitting.session()).roll().entrySet()));
        assertThat(ledger.roll(new SessionId("nobody"))).isEmpty();
    }

    @Test
    void asksAnEarlierSessionWhoSatInIt() {
        var then = Sitting.of("then", 3);
        then.play(ledger, then.untilVote());
        var now = new Sitting(then.assembly(), new SessionId("now"), 3);
        now.play(ledger, List.of(now.convene(), now.arrival(1), now.arrival(2), new OpenSession(now.session())));
        var asked = now.openVote(Sitting.VOTE);
        var minutes = new OpenVote(
                asked.session(),
                asked.vote(),
                asked.items(),
                asked.subject(),
                asked.method(),
                null,
                false,
                null,
                null,
                null,
                null,
                Across.minutesOf(then.session()));
        now.play(ledger, List.of(minutes));
        var whoSat = ledger.session(now.session())
                .vote(Sitting.VOTE)
                .orElseThrow()
                .ties()
                .whoSat();
        assertThat(whoSat)
                .isEqualTo(new Ties.WhoSat(
                        then.session(),
                        ledger.reader().head(then.stream()),
                        new LinkedHashSet<>(List.of(then.seat(1), then.seat(2), then.seat(3)))));
        holdsTogether(now.stream());
    }

    @Test
    void refusesToConveneForAnUnknownAssembly() {
        var sitting = Sitting.of("nobody", 3);
        assertThat(ledger.submit(Sitting.submission(sitting.convene())).join())
                .isEqualTo(new Answer.Refused(new Refusal.UnknownAssembly(sitting.assembly())));
    }

    @Test
    void leavesNoTraceOfWhatDoesNotExist() {
        var nobody = new SessionId("nobody");
        assertThat(ledger.submit(Sitting.submission(new OpenSession(nobody))).join())
                .isEqualTo(new Answer.Refused(new Refusal.UnknownSession(nobody)));
        assertThat(ledger.reader().lastIndex()).isZero();
        assertThat(ledger.reader().streams(StreamId.Kind.SESSION)).isEmpty();
        ledger.close();
        assertThat(((AxonLedger) ledger).held()).isZero();
    }

    @Test
    void hasASessionReadyBeforeItsFirstCommand() {
        var sitting = Sitting.of("ready", 5);
        sitting.play(ledger, sitting.untilVote());
        var head = ledger.reader().head(sitting.stream());
        reopen();
        ledger.ready(sitting.session()).join();
        ledger.ready(new SessionId("nobody")).join();
        assertThat(ledger.reader().head(sitting.stream())).isEqualTo(head);
        ledger.close();
        assertThat(((AxonLedger) ledger).held()).isEqualTo(1);
    }

    @Test
    void saysThatASessionThatCannotBeReadIsNotReady() throws SQLException {
        var sitting = Sitting.of("torn", 5);
        sitting.play(ledger, sitting.untilVote());
        try (var connection = ledger.dataSource().getConnection();
                var tear = connection.prepareStatement("UPDATE entry SET line = ? WHERE stream = ? AND position = 3")) {
            tear.setBytes(1, "{}".getBytes(StandardCharsets.UTF_8));
            tear.setString(2, sitting.stream().toString());
            assertThat(tear.executeUpdate()).isEqualTo(1);
        }
        reopen();
        assertThatThrownBy(() -> ledger.ready(sitting.session()).join())
                .hasRootCauseInstanceOf(IllegalStateException.class)
                .hasMessageContaining("torn is not ready");
    }

    @Test
    void decidesEachCommandOfABatchByItself() {
        var sitting = Sitting.of("batch", 60);
        sitting.play(ledger, sitting.untilVote());
        var answers = IntStream.range(0, 300)
                .mapToObj(i -> ledger.submit(Sitting.submission(sitting.ballot(i % 60 + 1))))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join).filter(Answer.Accepted.class::isInstance))
                .hasSize(60);
        assertThat(answers.stream().map(CompletableFuture::join).filter(Answer.Refused.class::isInstance))
                .hasSize(240);
        assertThat(entries(sitting.stream()).stream()
                        .filter(entry -> entry.recorded().event() instanceof BallotCast))
                .hasSize(60);
        holdsTogether(sitting.stream());
    }

    @Test
    void answersARepetitionAsTheFirstTime() {
        var sitting = Sitting.of("again", 5);
        sitting.play(ledger, sitting.untilVote());
        var first = ledger.submit(Sitting.keyed(sitting.ballot(1), "a")).join();
        var again = ledger.submit(Sitting.keyed(sitting.ballot(1), "a")).join();
        assertThat(first).isInstanceOf(Answer.Accepted.class);
        assertThat(again).isEqualTo(first);
        reopen();
        assertThat(ledger.submit(Sitting.keyed(sitting.ballot(1), "a")).join()).isEqualTo(first);
        var other = Sitting.keyed(sitting.ballot(2), "a");
        assertThat(ledger.submit(other).join()).isEqualTo(new Answer.Refused(new Refusal.KeyReused(other.key())));
    }

    @Test
    void answersARepetitionThatTheStateWouldAcceptAgain() {
        var sitting = Sitting.of("twice", 5);
        sitting.play(ledger, sitting.untilVote());
        var attendee = new NoteAttendee(sitting.session(), "Ada Bianchi", null, null, true);
        var answers = IntStream.range(0, 20)
                .mapToObj(_ -> ledger.submit(Sitting.keyed(attendee, "noted")))
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(answers.getFirst()).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void remembersOnlyAcceptances() {
        var sitting = Sitting.of("refused", 5);
        sitting.play(ledger, sitting.untilVote().subList(0, 2));
        var early = Sitting.keyed(sitting.ballot(1), "early");
        assertThat(ledger.submit(early).join()).isInstanceOf(Answer.Refused.class);
        sitting.play(ledger, sitting.untilVote().subList(2, 9));
        assertThat(ledger.submit(early).join()).isInstanceOf(Answer.Accepted.class);
    }

    /** Two commands of callers who know nothing of each other. */
    private record Race(String name, BiFunction<Sitting, SessionState, List<SessionCommand>> commands) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Race> races() {
        return Stream.of(
                new Race("a ballot, the closing", (sitting, _) -> List.of(sitting.ballot(1), sitting.close())),
                new Race(
                        "a ballot, its seat's departure",
                        (sitting, _) -> List.of(
                                sitting.ballot(1), new RegisterDeparture(sitting.session(), sitting.seat(1), null))),
                new Race(
                        "two ballots of one seat",
                        (sitting, _) -> List.of(
                                sitting.ballot(Sitting.VOTE, 1, Choice.Stance.FOR),
                                sitting.ballot(Sitting.VOTE, 1, Choice.Stance.AGAINST))),
                new Race(
                        "a departure, the closing",
                        (sitting, _) -> List.of(
                                new RegisterDeparture(sitting.session(), sitting.seat(1), null), sitting.close())),
                new Race("two closings", (sitting, _) -> List.of(sitting.close(), sitting.close())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("races")
    void racesEndInOneOrder(Race race) throws InterruptedException {
        for (var round = 0; round < 10; round++) {
            var sitting = Sitting.of("race-" + round, 3);
            sitting.play(ledger, sitting.untilVote());
            var before = ledger.session(sitting.session());
            var commands = race.commands().apply(sitting, before);
            var start = new CountDownLatch(1);
            var answers = new ArrayList<CompletableFuture<Answer>>();
            var threads = new ArrayList<Thread>();
            for (var command : commands) {
                var answer = new CompletableFuture<Answer>();
                answers.add(answer);
                threads.add(Thread.ofVirtual().start(() -> {
                    try {
                        start.await();
                        answer.complete(
                                ledger.submit(Sitting.submission(command)).join());
                    } catch (InterruptedException e) {
                        answer.completeExceptionally(e);
                    }
                }));
            }
            start.countDown();
            for (var thread : threads) {
                thread.join();
            }
            var happened = new ArrayList<Event>();
            ledger.reader()
                    .read(
                            sitting.stream(),
                            before.position() + 1,
                            Long.MAX_VALUE,
                            entry -> happened.add(entry.recorded().event()));
            var accepted = answers.stream()
                    .map(answer -> answer.join() instanceof Answer.Accepted)
                    .toList();
            assertThat(new Ended(happened, accepted))
                    .isIn(inTurn(sitting, commands, 0, 1), inTurn(sitting, commands, 1, 0));
            holdsTogether(sitting.stream());
        }
    }

    /** How a race ended: what was recorded, and who was told that theirs was. */
    private record Ended(List<Event> events, List<Boolean> accepted) {}

    /** How it ends where one command is given after the other. */
    private static Ended inTurn(Sitting sitting, List<SessionCommand> commands, int... order) {
        var state = new SessionState();
        var events = new ArrayList<Event>();
        for (var command : sitting.untilVote().subList(2, sitting.untilVote().size())) {
            if (state.position() == 0) {
                evolve(state, sitting.convened(), new ArrayList<>());
            }
            assertThat(evolve(state, (SessionCommand) command, new ArrayList<>()))
                    .isTrue();
        }
        var accepted = new Boolean[order.length];
        for (var next : order) {
            accepted[next] = evolve(state, commands.get(next), events);
        }
        return new Ended(events, List.of(accepted));
    }

    private static boolean evolve(SessionState state, SessionCommand command, List<Event> events) {
        var now = Instant.parse("2026-11-25T10:00:00Z");
        if (SessionDecision.decide(state, command, When.NOT_STATED, now)
                instanceof Decision.Accepted<SessionEvent>(var facts, var _)) {
            for (var fact : facts) {
                state.evolve(new Recorded<>(
                        state.position() + 1, now, fact.stated(), Actor.LOCAL, fact.findings(), fact.event()));
                events.add(fact.event());
            }
            return true;
        }
        return false;
    }

    /** Whatever is asked at random is answered and recorded as decisions alone would have it, and once, however often it is said. */
    @ParameterizedTest
    @EnumSource
    void recordsRandomCommandsOnceAsTheyAreDecided(Provenance provenance) {
        var seed = Long.getLong("plenum.seed", System.nanoTime());
        System.out.println("seed " + seed + ": random " + provenance + " session");
        var session = new RandomSession(seed, provenance).run(250);
        var stream = StreamId.of(SessionScenario.SESSION);
        var head = 0L;
        var other = new NoteAttendee(SessionScenario.SESSION, "Somebody else", null, null, true);
        for (var given : session.given()) {
            clock = given::now;
            var keyed = keyed(
                    given.command(), given.when(), seed + " " + session.given().indexOf(given));
            var answer = ledger.submit(keyed).join();
            assertThat(answer)
                    .as("seed %d: %s", seed, given.command())
                    .isInstanceOf(
                            given.refusal() != null
                                    ? Answer.Refused.class
                                    : given.events() == 0 ? Answer.NothingToRecord.class : Answer.Accepted.class);
            if (answer instanceof Answer.Refused(var refusal)) {
                assertThat(refusal).isEqualTo(given.refusal());
            }
            head += given.events();
            assertThat(ledger.submit(keyed).join()).isEqualTo(answer);
            if (answer instanceof Answer.Accepted) {
                var reused = new Submission(other, When.NOT_STATED, keyed.actor(), keyed.key());
                assertThat(ledger.submit(reused).join())
                        .isEqualTo(new Answer.Refused(new Refusal.KeyReused(Objects.requireNonNull(keyed.key()))));
            }
            assertThat(ledger.reader().head(stream)).isEqualTo(head);
        }
        var recorded = new ArrayList<Recorded<SessionEvent>>();
        ledger.reader().read(stream, entry -> recorded.add(entry.ofSession()));
        assertThat(recorded).isEqualTo(session.history());
        holdsTogether(stream);
    }

    private static Submission keyed(SessionCommand command, When when, String key) {
        var keyed = Sitting.keyed(command, key);
        return new Submission(command, when, keyed.actor(), keyed.key());
    }

    @Test
    void whatDoesNotFitAnEntryIsRefusedAndLeavesNoTrace() {
        var sitting = Sitting.of("large", 3);
        var roll = IntStream.range(0, 700)
                .mapToObj(i -> Seat.of("s%099d".formatted(i), "Seat " + i))
                .toList();
        sitting.play(
                ledger, List.of(new FoundAssembly(sitting.assembly(), "The assembly", roll, null), sitting.convene()));
        sitting.play(
                ledger,
                List.of(new CallRoll(
                        sitting.session(),
                        roll.stream()
                                .map(seat -> new RollEntry(seat.id(), Mode.IN_PERSON, null))
                                .toList(),
                        List.of())));
        var head = ledger.reader().head(sitting.stream());
        var all = new AppointScrutineers(
                sitting.session(), roll.stream().map(Seat::id).toList());
        assertThat(ledger.submit(Sitting.submission(all)).join())
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.refusal())
                                .isInstanceOfSatisfying(Refusal.EntryTooLarge.class, large -> {
                                    assertThat(large.event()).isEqualTo("ScrutineersAppointed");
                                    assertThat(large.bytes()).isGreaterThan(large.most());
                                }));
        assertThat(ledger.reader().head(sitting.stream())).isEqualTo(head);
        sitting.play(ledger, List.of(new OpenSession(sitting.session())));
        holdsTogether(sitting.stream());
    }

    @Test
    void feedsEveryEntryOnceAndInOrder() throws InterruptedException {
        var sitting = Sitting.of("feed", 40);
        var seen = new ConcurrentSkipListMap<Long, Entry>();
        sitting.play(ledger, sitting.untilVote());
        var expected = ledger.reader().lastIndex() + 40;
        var all = new CountDownLatch(1);
        try (var _ = ledger.feed().subscribe("test", 0, new DurableFeed.Subscriber() {
            @Override
            public void on(long index, Entry entry) {
                assertThat(index).isEqualTo(seen.size() + 1);
                seen.put(index, entry);
                if (index == expected) {
                    all.countDown();
                }
            }

            @Override
            public void failed(RuntimeException cause) {
                all.countDown();
            }
        })) {
            IntStream.rangeClosed(1, 40)
                    .mapToObj(i -> ledger.submit(
                            Sitting.submission(sitting.ballot(Sitting.VOTE, i, Choice.Stance.values()[i % 3]))))
                    .toList()
                    .forEach(CompletableFuture::join);
            all.await();
        }
        assertThat(seen).hasSize((int) expected);
        var lines = new ArrayList<StoredLine>();
        ledger.reader().readLines(0, Long.MAX_VALUE, lines::add);
        assertThat(lines.stream().map(StoredLine::hash))
                .isEqualTo(seen.values().stream().map(Entry::hash).toList());
    }

    @Test
    void feedsWhoHasNoUseForBallotsEverythingElse() throws InterruptedException {
        var sitting = Sitting.of("others", 40);
        sitting.play(ledger, sitting.untilVote());
        IntStream.rangeClosed(1, 20).forEach(i -> sitting.play(ledger, List.of(sitting.ballot(i))));
        reopen();
        var seen = new ArrayList<Entry>();
        var all = new CountDownLatch(1);
        var last = ledger.reader().lastIndex() + 21;
        try (var _ = ledger.feed().subscribeToOthers("test", 0, new DurableFeed.Subscriber() {
            @Override
            public void on(long index, Entry entry) {
                seen.add(entry);
            }

            @Override
            public void caughtUp(long index) {
                if (index == last) {
                    all.countDown();
                }
            }

            @Override
            public void failed(RuntimeException cause) {
                all.countDown();
            }
        })) {
            IntStream.rangeClosed(21, 40).forEach(i -> sitting.play(ledger, List.of(sitting.ballot(i))));
            sitting.play(ledger, List.of(sitting.close()));
            all.await();
        }
        var lines = new ArrayList<StoredLine>();
        ledger.reader().readLines(0, Long.MAX_VALUE, lines::add);
        assertThat(lines).hasSize((int) last);
        assertThat(seen)
                .isEqualTo(lines.stream()
                        .map(Entries::read)
                        .filter(entry -> !(entry.recorded().event() instanceof SessionEvent.Ballot))
                        .toList());
    }

    @Test
    void recordsCommandsGivenTogetherAllOrNone() {
        var sitting = Sitting.of("together", 4);
        sitting.play(ledger, List.of(sitting.found()));
        var good = sitting.untilVote().stream().skip(1).map(Sitting::submission).toList();
        var bad = new ArrayList<>(good);
        bad.add(4, Sitting.submission(sitting.arrival(99)));
        assertThat(ledger.submitTogether(bad, null).join())
                .isEqualTo(new JointAnswer(new Answer.Refused(new Refusal.UnknownSeat(sitting.seat(99))), 4));
        assertThat(entries(sitting.stream())).isEmpty();
        var key = Sitting.keyed(sitting.close(), "all").key();
        var first = ledger.submitTogether(good, key).join();
        var accepted = (Answer.Accepted) first.answer();
        assertThat(accepted.position()).isEqualTo(1);
        assertThat(accepted.lastPosition()).isEqualTo(entries(sitting.stream()).size());
        assertThat(ledger.submitTogether(good, key).join()).isEqualTo(first);
        assertThat(ledger.submitTogether(good.subList(0, 2), key).join().answer())
                .isEqualTo(new Answer.Refused(new Refusal.KeyReused(Objects.requireNonNull(key))));
        holdsTogether(sitting.stream());
    }

    @Test
    void triesEachCommandAloneWhenOneOfThemFails() {
        var sitting = Sitting.of("poison", 50);
        sitting.play(ledger, sitting.untilVote());
        // Words that are withheld cannot be committed to: the command fails whenever it is tried.
        var poison =
                new RecordStatement(sitting.session(), new Participant.OfSeat(sitting.seat(1)), FreeText.withheld());
        var answers = IntStream.rangeClosed(1, 101)
                .mapToObj(i -> i == 26 ? poison : sitting.ballot(i % 50 + 1))
                .map(command -> ledger.submit(Sitting.submission(command)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers.get(25)).isInstanceOf(Answer.NotRecorded.class);
        assertThat(answers.stream().filter(Answer.Accepted.class::isInstance)).hasSize(50);
        assertThat(answers.stream().filter(Answer.Refused.class::isInstance)).hasSize(50);
        holdsTogether(sitting.stream());
        var state = ledger.session(sitting.session());
        assertThat(state.position()).isEqualTo(ledger.reader().head(sitting.stream()));
    }

    @Test
    void closingAnswersOrRefusesWhatWaits() throws InterruptedException {
        var sitting = Sitting.of("closing", 200);
        sitting.play(ledger, sitting.untilVote());
        var started = new CountDownLatch(1);
        var answers = new ConcurrentLinkedQueue<CompletableFuture<Answer>>();
        var giving = Thread.ofVirtual().start(() -> {
            for (var seat = 1; seat <= 200; seat++) {
                answers.add(ledger.submit(Sitting.submission(sitting.ballot(seat))));
                if (seat == 50) {
                    started.countDown();
                }
            }
        });
        started.await();
        ledger.close();
        giving.join();
        ledger = open();
        var recorded = entries(sitting.stream()).stream()
                .filter(entry -> entry.recorded().event() instanceof BallotCast)
                .count();
        var accepted = 0;
        for (var answer : answers) {
            switch (answer.join()) {
                case Answer.Accepted _ -> accepted++;
                case Answer.NotRecorded(var reason, var _) -> assertThat(reason).isEqualTo(Answer.Reason.CLOSED);
                case Answer.NothingToRecord _, Answer.Refused _, Answer.Uncertain _ ->
                    throw new AssertionError(answer.join());
            }
        }
        assertThat(answers).hasSize(200);
        assertThat(accepted).isGreaterThanOrEqualTo(50);
        assertThat(recorded).isEqualTo(accepted);
        holdsTogether(sitting.stream());
    }

    @Test
    void readsFromAnyPositionToAnyOther() {
        var sitting = Sitting.of("pages", 30);
        sitting.play(ledger, sitting.untilVote());
        var all = entries(sitting.stream());
        var some = new ArrayList<Entry>();
        assertThat(ledger.reader().read(sitting.stream(), 5, 9, some::add)).isEqualTo(5);
        assertThat(some).isEqualTo(all.subList(4, 9));
        assertThat(ledger.reader().read(sitting.stream(), all.size() + 1, Long.MAX_VALUE, some::add))
                .isZero();
    }
}
