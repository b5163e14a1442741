package org.plenum.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database file of which little is still needed is made small at the next start. */
class CompactionTest {
    private static final int SEATS = 120;

    @TempDir
    Path folder;

    private List<String> told;

    /** Ballots one by one, each in a commit of its own. */
    @BeforeEach
    void fill() {
        try (var ledger = open(Long.MAX_VALUE)) {
            var sitting = Sitting.of("many-commits", SEATS);
            sitting.play(ledger, sitting.untilVote());
            for (var seat = 1; seat <= SEATS; seat++) {
                sitting.play(ledger, List.of(sitting.ballot(seat)));
            }
            told = lines(ledger);
        }
    }

    private Ledger open(long compactedFromBytes) {
        var path = "retry:" + folder.resolve(H2Storage.NAME);
        return LedgerFactory.open(
                H2Storage.open(folder, DataFolderLock.take(folder), path, compactedFromBytes),
                Clock.systemUTC(),
                SaltSource.random());
    }

    private static List<String> lines(Ledger ledger) {
        var lines = new ArrayList<String>();
        ledger.reader()
                .readLines(
                        0, Long.MAX_VALUE, line -> lines.add(line.index() + " " + line.stream() + " " + line.hash()));
        return lines;
    }

    private long size() throws IOException {
        return Files.size(folder.resolve("plenum.mv.db"));
    }

    private Path copy() {
        return folder.resolve("plenum-compacted.mv.db");
    }

    @Test
    void theFileIsSmallAfterwardsAndTellsTheSame() throws IOException {
        var before = size();
        try (var ledger = open(before)) {
            assertThat(lines(ledger)).isEqualTo(told);
            var sitting = Sitting.of("afterwards", 3);
            sitting.play(ledger, sitting.untilVote());
        }
        assertThat(size()).isLessThan(before / 3);
        assertThat(copy()).doesNotExist();
    }

    @Test
    void aSmallFileStaysAsItIs() throws IOException {
        var before = size();
        open(before + 1).close();
        assertThat(size()).isGreaterThanOrEqualTo(before);
    }

    @Test
    void aCopyThatWasLeftHalfDoneIsForgotten() throws IOException {
        Files.writeString(copy(), "half");
        try (var ledger = open(Long.MAX_VALUE)) {
            assertThat(lines(ledger)).isEqualTo(told);
        }
        assertThat(copy()).doesNotExist();
    }

    @Test
    void whereNoCopyCanBeMadeTheFileIsUsedAsItIs() throws IOException {
        var before = size();
        Files.createDirectories(copy().resolve("in the way"));
        try (var ledger = open(before)) {
            assertThat(lines(ledger)).isEqualTo(told);
        }
        assertThat(size()).isGreaterThanOrEqualTo(before);
    }
}
