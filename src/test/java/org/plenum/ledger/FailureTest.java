package org.plenum.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.event.Recorded;

/** What happens when storage fails, and when what is stored is not what it should be. */
class FailureTest {
    @TempDir
    Path folder;

    private FaultyStorage storage;
    private InstantSource clock = Clock.systemUTC();
    private Ledger ledger;
    private final Sitting sitting = Sitting.of("failing", 5);

    @BeforeEach
    void open() {
        storage = new FaultyStorage(H2Storage.open(folder));
        ledger = LedgerFactory.open(storage, () -> clock.instant(), SaltSource.random());
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Answer cast(int seat) {
        return ledger.submit(Sitting.submission(sitting.ballot(seat))).join();
    }

    private long head() {
        return ledger.reader().head(sitting.stream());
    }

    @Test
    void nothingIsToldBeforeTheSync() throws InterruptedException {
        sitting.play(ledger, sitting.untilVote());
        var before = head();
        var fed = new ArrayList<Long>();
        var syncing = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        storage.onSync = step -> {
            syncing.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                throw new SQLException(e);
            }
            step.run();
        };
        var cast = ledger.submit(Sitting.submission(sitting.ballot(1)));
        syncing.await();
        var refused = ledger.submit(Sitting.submission(sitting.ballot(1)));
        try (var _ = ledger.feed().subscribe("test", ledger.reader().lastIndex(), new DurableFeed.Subscriber() {
            @Override
            public void on(long index, Entry entry) {
                fed.add(index);
            }

            @Override
            public void failed(RuntimeException cause) {}
        })) {
            assertThat(cast).isNotDone();
            assertThat(refused).isNotDone();
            assertThat(head()).isEqualTo(before);
            assertThat(ledger.session(sitting.session()).position()).isEqualTo(before);
            assertThat(fed).isEmpty();
        }
        mayEnd.countDown();
        assertThat(cast.join()).isInstanceOf(Answer.Accepted.class);
        assertThat(refused.join()).isInstanceOf(Answer.Refused.class);
        assertThat(head()).isEqualTo(before + 1);
    }

    @Test
    void aFailingSyncHaltsTheLedger() {
        sitting.play(ledger, sitting.untilVote());
        var before = head();
        storage.onSync = _ -> {
            throw new SQLException("the disk is gone");
        };
        assertThat(cast(1)).isInstanceOf(Answer.Uncertain.class);
        assertThat(ledger.halted()).hasValueSatisfying(why -> assertThat(why).contains("the disk is gone"));
        assertThat(cast(2))
                .isInstanceOfSatisfying(
                        Answer.NotRecorded.class,
                        answer -> assertThat(answer.reason()).isEqualTo(Answer.Reason.HALTED));
        assertThat(head()).isEqualTo(before);
        assertThat(ledger.synced()).isCompletedExceptionally();
    }

    @Test
    void aCommitThatFailsAfterItTookPlaceIsFoundOut() {
        sitting.play(ledger, sitting.untilVote());
        var before = head();
        storage.onCommit = commit -> {
            storage.onCommit = FaultyStorage.Step::run;
            commit.run();
            throw new SQLException("the connection is gone", "08006");
        };
        assertThat(cast(1)).isInstanceOf(Answer.Accepted.class);
        assertThat(cast(2)).isInstanceOf(Answer.Accepted.class);
        assertThat(cast(1)).isInstanceOf(Answer.Refused.class);
        assertThat(head()).isEqualTo(before + 2);
    }

    @Test
    void aCommitThatFailsBeforeItTookPlaceIsTriedAgain() {
        sitting.play(ledger, sitting.untilVote());
        var before = head();
        storage.onCommit = _ -> {
            storage.onCommit = FaultyStorage.Step::run;
            throw new SQLException("the connection is gone", "08006");
        };
        assertThat(cast(1)).isInstanceOf(Answer.Accepted.class);
        assertThat(cast(2)).isInstanceOf(Answer.Accepted.class);
        assertThat(head()).isEqualTo(before + 2);
    }

    @Test
    void whatCannotBeCommittedIsNotRecordedAndLeavesNoTrace() {
        sitting.play(ledger, sitting.untilVote());
        var before = head();
        storage.onCommit = _ -> {
            throw new SQLException("the disk is full");
        };
        var answers = IntStream.rangeClosed(1, 5)
                .mapToObj(i -> ledger.submit(Sitting.submission(sitting.ballot(i))))
                .toList();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isInstanceOf(Answer.NotRecorded.class));
        storage.onCommit = FaultyStorage.Step::run;
        assertThat(head()).isEqualTo(before);
        assertThat(cast(1)).isInstanceOf(Answer.Accepted.class);
        assertThat(head()).isEqualTo(before + 1);
    }

    @Test
    void anEventThatNobodyKnowsStopsTheReplayWithItsPosition() throws SQLException {
        var other = Sitting.of("sound", 3);
        other.play(ledger, other.untilVote());
        sitting.play(ledger, sitting.untilVote());
        var position = head() + 1;
        insert(position, line(position).replace("RollCalled", "RollRecalled"));
        reopen();
        assertThatExceptionOfType(UnreadableEntry.class)
                .isThrownBy(() -> ledger.reader().read(sitting.stream(), _ -> {}))
                .matches(unreadable ->
                        unreadable.position() == position && unreadable.stream().equals(sitting.stream()))
                .withMessageContaining("RollRecalled");
        assertThat(cast(1))
                .isInstanceOfSatisfying(
                        Answer.NotRecorded.class,
                        answer -> assertThat(answer.detail()).contains("position " + position));
        assertThat(ledger.submit(Sitting.submission(other.ballot(1))).join()).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void aMissingPositionStopsTheReplay() throws SQLException {
        sitting.play(ledger, sitting.untilVote());
        var position = head() + 2;
        insert(position, line(position));
        reopen();
        assertThatExceptionOfType(UnreadableEntry.class)
                .isThrownBy(() -> ledger.reader().read(sitting.stream(), _ -> {}))
                .matches(unreadable -> unreadable.position() == position - 1);
        assertThat(cast(1)).isInstanceOf(Answer.NotRecorded.class);
    }

    private String line(long position) {
        var recorded = new Recorded<>(
                position,
                Instant.EPOCH,
                null,
                org.plenum.vocabulary.Actor.LOCAL,
                List.of(),
                new org.plenum.event.SessionEvent.RollCalled(5));
        return EntryJson.write(sitting.stream(), recorded, EntryHash.of(new byte[0]), SaltSource.random())
                .toString();
    }

    private void insert(long position, String line) throws SQLException {
        try (var connection = storage.dataSource().getConnection();
                var statement = connection.prepareStatement("INSERT INTO entry (global_index, stream, position, line,"
                        + " event, version, recorded_at) VALUES (?, ?, ?, ?, 'RollCalled', 1, CURRENT_TIMESTAMP)")) {
            statement.setLong(1, EntryTable.lastIndex(connection) + 1);
            statement.setString(2, sitting.stream().toString());
            statement.setLong(3, position);
            statement.setBytes(4, line.getBytes(StandardCharsets.UTF_8));
            statement.executeUpdate();
        }
    }

    private void reopen() {
        ledger.close();
        open();
    }

    @Test
    void recordedTimesNeverStepBack() {
        var ticks = new AtomicInteger();
        clock = () -> Instant.parse("2026-11-23T10:00:00Z").minusSeconds(ticks.getAndIncrement());
        sitting.play(ledger, sitting.untilVote());
        var times = new ArrayList<Instant>();
        ledger.reader()
                .read(sitting.stream(), entry -> times.add(entry.recorded().recordedAt()));
        assertThat(times).isSorted().hasSizeGreaterThan(7);
    }
}
