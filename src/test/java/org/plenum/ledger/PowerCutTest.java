package org.plenum.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The power is cut at a random moment while ballots are cast, or while the ledger closes or opens, and again and again with
 * what is left. Whatever was answered as recorded must be there: the same entry, at the same place.
 */
@Tag("slow")
class PowerCutTest {
    private static final int CUTS = 10;
    private static final int SEATS = 150;
    private static final int COMPACTED_FROM_BYTES = 1_000_000;

    /** Writes and syncs as the database closes; where it needs fewer, it is closed when the power goes. */
    private static final int STEPS_OF_CLOSING = 12;

    /** The same as it opens and is made small. */
    private static final int STEPS_OF_OPENING = 60;

    @TempDir
    Path folder;

    private final Map<EntryHash, String> answered = new ConcurrentHashMap<>();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void whatWasAnsweredIsThereAfterAPowerCut(long seed) throws InterruptedException {
        var random = new Random(seed);
        var disk = new PowerlessDisk(random);
        var cutWhileWorking = 0;
        for (var life = 0; life < CUTS; life++) {
            var name = "disk-" + seed + "-" + life;
            try (var ledger = open(name, disk)) {
                check(ledger);
                disk.cutAfter(60 + random.nextInt(700));
                if (live(ledger, Sitting.of("life-" + life, SEATS))) {
                    cutWhileWorking++;
                }
                disk.cutNow();
            }
            disk = disk.afterwards();
            PowerlessPath.unmount(name);
        }
        assertThat(cutWhileWorking).as("cuts in the middle of work").isPositive();
        try (var ledger = open("disk-" + seed + "-end", disk)) {
            check(ledger);
        }
        assertThat(answered).as("answered entries").isNotEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void whatWasAnsweredIsThereAfterAPowerCutWhileTheLedgerCloses(long seed) throws InterruptedException {
        var random = new Random(seed);
        var disk = new PowerlessDisk(random);
        for (var life = 0; life < CUTS; life++) {
            var name = "closing-" + seed + "-" + life;
            try (var ledger = open(name, disk)) {
                check(ledger);
                live(ledger, Sitting.of("life-" + life, SEATS));
                disk.cutAfter(random.nextInt(STEPS_OF_CLOSING));
            }
            disk.cutNow();
            disk = disk.afterwards();
            PowerlessPath.unmount(name);
        }
        try (var ledger = open("closing-" + seed + "-end", disk)) {
            check(ledger);
        }
        assertThat(answered).as("answered entries").isNotEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void whatWasAnsweredIsThereAfterAPowerCutWhileTheLedgerOpens(long seed) throws InterruptedException {
        var random = new Random(seed);
        var disk = new PowerlessDisk(random);
        for (var life = 0; life < CUTS; life++) {
            var name = "opening-" + seed + "-" + life;
            try (var ledger = open(name, disk)) {
                check(ledger);
                live(ledger, Sitting.of("life-" + life, SEATS));
            }
            disk.cutAfter(random.nextInt(STEPS_OF_OPENING));
            try (var ledger = open(name + "-cut", disk)) {
                assertThat(ledger.halted()).isEmpty();
            } catch (DataFolderUnusable | StorageFailed | FlywayException cutWhileOpening) {
                assertThat(disk.isCut()).as("cut, not %s", cutWhileOpening).isTrue();
            }
            disk.cutNow();
            disk = disk.afterwards();
            PowerlessPath.unmount(name);
            PowerlessPath.unmount(name + "-cut");
        }
        try (var ledger = open("opening-" + seed + "-end", disk)) {
            check(ledger);
        }
        assertThat(answered).as("answered entries").isNotEmpty();
    }

    private Ledger open(String name, PowerlessDisk disk) {
        var own = folder.resolve(name);
        var storage =
                H2Storage.open(own, DataFolderLock.take(own), PowerlessPath.mount(name, disk), COMPACTED_FROM_BYTES);
        return LedgerFactory.open(storage, Clock.systemUTC(), SaltSource.random());
    }

    /** Plays a sitting with several who vote at once; returns whether the power went in the middle. */
    private boolean live(Ledger ledger, Sitting sitting) throws InterruptedException {
        for (var command : sitting.untilVote()) {
            if (!give(ledger, Sitting.submission(command))) {
                return true;
            }
        }
        var next = new AtomicInteger();
        var voters = new ArrayList<Thread>();
        for (var i = 0; i < 6; i++) {
            voters.add(Thread.ofVirtual().start(() -> {
                for (var seat = next.incrementAndGet(); seat <= SEATS; seat = next.incrementAndGet()) {
                    var ballot = sitting.ballot(seat);
                    if (!give(
                            ledger,
                            seat % 2 == 0
                                    ? Sitting.submission(ballot)
                                    : Sitting.keyed(ballot, sitting.session() + " " + seat))) {
                        return;
                    }
                }
            }));
        }
        for (var voter : voters) {
            voter.join();
        }
        return next.get() < SEATS;
    }

    private boolean give(Ledger ledger, Submission submission) {
        if (ledger.submit(submission).join() instanceof Answer.Accepted accepted) {
            answered.put(accepted.entryHash(), accepted.first().stream() + " " + accepted.position());
            return true;
        }
        return false;
    }

    private void check(Ledger ledger) {
        var there = new ConcurrentHashMap<EntryHash, String>();
        var expected = new ConcurrentHashMap<StreamId, Long>();
        var index = new long[1];
        ledger.reader().readLines(0, Long.MAX_VALUE, line -> {
            assertThat(line.index()).isEqualTo(++index[0]);
            assertThat(line.position()).isEqualTo(expected.merge(line.stream(), 1L, Long::sum));
            there.put(line.hash(), line.stream() + " " + line.position());
        });
        expected.keySet().forEach(stream -> ledger.reader().read(stream, _ -> {}));
        assertThat(there).containsAllEntriesOf(answered);
    }
}
