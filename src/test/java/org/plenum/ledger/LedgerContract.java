package org.plenum.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenum.command.Refusal;
import org.plenum.command.SessionCommand.CloseVote;
import org.plenum.command.SessionCommand.NoteAttendee;
import org.plenum.command.SessionCommand.OpenSession;
import org.plenum.command.SessionCommand.RecordStatement;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.BallotCast;
import org.plenum.event.SessionEvent.VoteClosed;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.FreeText;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.SessionId;

/** What every storage must do. */
abstract class LedgerContract {
    Ledger ledger;

    /** Opens the storage of this test, the second time with what the first left. */
    abstract Ledger open();

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
            var text = new String(line.line(), java.nio.charset.StandardCharsets.UTF_8);
            var hash = previous[0] == null ? "null" : "\"" + previous[0].base64() + "\"";
            assertThat(text).contains("\"previous\":" + hash + ",");
            previous[0] = line.hash();
        });
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
    void convenesWithTheAssemblysRoll() {
        var sitting = Sitting.of("roll", 7);
        sitting.play(ledger, List.of(sitting.found(), sitting.convene()));
        assertThat(ledger.session(sitting.session()).roll()).hasSize(7);
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

    @Test
    void racesEndInOneOrder() throws InterruptedException {
        for (var round = 0; round < 20; round++) {
            var sitting = Sitting.of("race-" + round, 3);
            sitting.play(ledger, sitting.untilVote());
            var start = new CountDownLatch(1);
            var answers = new ArrayList<CompletableFuture<Answer>>();
            var threads = new ArrayList<Thread>();
            for (var command : List.of(sitting.ballot(1), new CloseVote(sitting.session(), Sitting.VOTE))) {
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
            var events = entries(sitting.stream()).stream()
                    .map(entry -> (SessionEvent) entry.recorded().event())
                    .toList();
            assertThat(answers.get(1).join()).isInstanceOf(Answer.Accepted.class);
            assertThat(events.getLast()).isInstanceOf(VoteClosed.class);
            var cast = answers.get(0).join() instanceof Answer.Accepted;
            assertThat(events.get(events.size() - 2) instanceof BallotCast).isEqualTo(cast);
        }
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
