package org.plenum.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plenum.event.SessionEvent.BallotCast;

/** The shared database. */
@Tag("slow")
class PostgresLedgerTest extends LedgerContract {
    private final String url = PostgresServer.get().newDatabase();

    @Override
    Ledger open() {
        return LedgerFactory.openPostgres(url, PostgresServer.USER, "", clock());
    }

    @Test
    void nodesShareASessionWithoutLosingOrDoublingABallot() throws InterruptedException {
        var seats = 200;
        var sitting = Sitting.of("shared", seats);
        sitting.play(ledger, sitting.untilVote());
        var opened = ledger.reader().lastIndex();
        try (var other = open()) {
            var first = new Follower(opened + seats);
            var second = new Follower(opened + seats);
            try (var _ = ledger.feed().subscribe("first", 0, first);
                    var _ = other.feed().subscribe("second", 0, second)) {
                var random = new Random(7);
                var answers = IntStream.range(0, 3 * seats)
                        .mapToObj(i -> (random.nextBoolean() ? ledger : other)
                                .submit(Sitting.submission(sitting.ballot(i % seats + 1))))
                        .toList();
                assertThat(answers.stream().map(CompletableFuture::join).filter(Answer.Accepted.class::isInstance))
                        .hasSize(seats);
                assertThat(answers.stream().map(CompletableFuture::join).filter(Answer.Refused.class::isInstance))
                        .hasSize(2 * seats);
                first.all.await();
                second.all.await();
            }
            assertThat(first.seen).isEqualTo(second.seen);
            var voted = ConcurrentHashMap.newKeySet();
            other.reader().read(sitting.stream(), entry -> {
                if (entry.recorded().event() instanceof BallotCast cast) {
                    assertThat(voted.add(cast.seat())).isTrue();
                }
            });
            assertThat(voted).hasSize(seats);
        }
    }

    private static final class Follower implements DurableFeed.Subscriber {
        private final List<EntryHash> seen = new ArrayList<>();
        private final CountDownLatch all = new CountDownLatch(1);
        private final long last;

        Follower(long last) {
            this.last = last;
        }

        @Override
        public void on(long index, Entry entry) {
            assertThat(index).isEqualTo(seen.size() + 1);
            seen.add(entry.hash());
            if (index == last) {
                all.countDown();
            }
        }

        @Override
        public void failed(RuntimeException cause) {
            all.countDown();
        }
    }

    @Test
    void aNodeDecidesByWhatOthersHaveRecorded() {
        var sitting = Sitting.of("nodes", 3);
        sitting.play(ledger, sitting.untilVote());
        try (var other = open()) {
            assertThat(other.submit(Sitting.keyed(sitting.ballot(1), "one")).join())
                    .isInstanceOf(Answer.Accepted.class);
            assertThat(ledger.submit(Sitting.submission(sitting.ballot(1))).join())
                    .isInstanceOf(Answer.Refused.class);
            assertThat(ledger.submit(Sitting.keyed(sitting.ballot(1), "one")).join())
                    .isInstanceOf(Answer.Accepted.class);
            sitting.play(ledger, List.of(sitting.close()));
            assertThat(other.submit(Sitting.submission(sitting.ballot(2))).join())
                    .isInstanceOf(Answer.Refused.class);
            assertThat(other.reader().head(sitting.stream()))
                    .isEqualTo(ledger.reader().head(sitting.stream()));
        }
    }

    @Test
    void aCrashOfTheServerTakesNoAnsweredBallot() {
        var server = PostgresServer.another();
        var address = server.newDatabase();
        for (var round = 0; round < 2; round++) {
            var sitting = Sitting.of("crash-" + round, 400);
            var answered = ConcurrentHashMap.<Long>newKeySet();
            try (var node = LedgerFactory.openPostgres(address, PostgresServer.USER, "", Clock.systemUTC())) {
                sitting.play(node, sitting.untilVote());
                var some = new CountDownLatch(20 + 100 * round);
                var ballots = IntStream.rangeClosed(1, 400)
                        .mapToObj(i -> node.submit(Sitting.submission(sitting.ballot(i)))
                                .thenAccept(answer -> {
                                    if (answer instanceof Answer.Accepted accepted) {
                                        answered.add(accepted.position());
                                    }
                                    some.countDown();
                                }))
                        .toList();
                some.await();
                server.crash();
                server.start();
                ballots.forEach(CompletableFuture::join);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            try (var node = LedgerFactory.openPostgres(address, PostgresServer.USER, "", Clock.systemUTC())) {
                var there = new ArrayList<Long>();
                node.reader().read(sitting.stream(), entry -> there.add(entry.position()));
                assertThat(there).containsAll(answered);
            }
        }
    }

    @Test
    void aNodeGoesOnAfterTheServerStartedAgainWhileNothingWaited() throws InterruptedException {
        var server = PostgresServer.another();
        var sitting = Sitting.of("again", 3);
        try (var node = LedgerFactory.openPostgres(server.newDatabase(), PostgresServer.USER, "", Clock.systemUTC())) {
            sitting.play(node, sitting.untilVote());
            var fed = new LinkedBlockingQueue<Long>();
            try (var _ = node.feed().subscribe("test", node.reader().lastIndex(), new DurableFeed.Subscriber() {
                @Override
                public void on(long index, Entry entry) {
                    fed.add(index);
                }

                @Override
                public void failed(RuntimeException cause) {
                    throw cause;
                }
            })) {
                server.crash();
                server.start();
                sitting.play(node, List.of(sitting.ballot(1), sitting.ballot(2)));
                assertThat(node.halted()).isEmpty();
                var last = node.reader().lastIndex();
                assertThat(List.of(fed.take(), fed.take())).containsExactly(last - 1, last);
            }
        }
    }

    @Test
    void aServerThatDoesNotSyncIsNotOpened() {
        var server = PostgresServer.get();
        server.execute("ALTER SYSTEM SET fsync = off");
        server.execute("SELECT pg_reload_conf(), pg_sleep(0.5)");
        try {
            assertThatIllegalStateException().isThrownBy(this::open).withMessageContaining("fsync");
        } finally {
            server.execute("ALTER SYSTEM RESET fsync");
            server.execute("SELECT pg_reload_conf(), pg_sleep(0.5)");
        }
    }
}
