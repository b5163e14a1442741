package org.plenum.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The embedded database. */
class H2LedgerTest extends LedgerContract {
    @TempDir
    Path folder;

    @Override
    Ledger open() {
        return LedgerFactory.open(folder, clock());
    }

    @Test
    void closesTheDatabaseThoughSomebodyIsReading() throws IOException {
        var sitting = Sitting.of("read", 60);
        sitting.play(ledger, sitting.untilVote());
        var reading = ledger;
        for (var reader = 0; reader < 3; reader++) {
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    while (true) {
                        reading.reader().read(sitting.stream(), _ -> {});
                    }
                } catch (StorageFailed closed) {
                    // As it must.
                }
            });
        }
        ledger.close();
        try (var file = FileChannel.open(folder.resolve("plenum.mv.db"), StandardOpenOption.WRITE)) {
            // H2 holds a lock for as long as it has the file open.
            assertThat(file.tryLock()).isNotNull();
        }
    }

    /** It must not become a new and empty one. */
    @ParameterizedTest
    @ValueSource(ints = {100, 4_096, 8_192})
    void aFileThatWasCutOffIsRefusedAndLeft(int length) throws IOException {
        var sitting = Sitting.of("cut-off", 5);
        sitting.play(ledger, sitting.untilVote());
        ledger.close();
        var file = folder.resolve("plenum.mv.db");
        var left = Arrays.copyOf(Files.readAllBytes(file), length);
        Files.write(file, left);
        assertThatThrownBy(() -> LedgerFactory.open(folder)).isInstanceOf(DataFolderUnusable.class);
        assertThat(Files.readAllBytes(file)).isEqualTo(left);
    }

    @Test
    void aFileThatIsNoLedgerIsRefusedAndLeft() throws IOException {
        ledger.close();
        var file = folder.resolve("plenum.mv.db");
        Files.writeString(file, "minutes");
        assertThatThrownBy(() -> LedgerFactory.open(folder)).isInstanceOf(DataFolderUnusable.class);
        assertThat(file).hasContent("minutes");
    }

    @Test
    void aFileThatAPowerCutMetAsItWasBeingMadeIsMadeAnew() throws IOException {
        ledger.close();
        Files.write(folder.resolve("plenum.mv.db"), new byte[8_192]);
        ledger = open();
        var sitting = Sitting.of("anew", 5);
        sitting.play(ledger, sitting.untilVote());
    }

    @Test
    void saysAtOnceThatItIsInUse() {
        assertThatThrownBy(() -> LedgerFactory.open(folder)).isInstanceOf(LedgerInUse.class);
    }

    @Test
    void anInterruptedReaderDoesNotCloseTheDatabase() throws InterruptedException {
        var sitting = Sitting.of("interrupted", 5);
        sitting.play(ledger, sitting.untilVote());
        ledger.close();
        ledger = open();
        var reader = Thread.ofPlatform().start(() -> {
            Thread.currentThread().interrupt();
            ledger.reader().read(sitting.stream(), _ -> {});
        });
        reader.join();
        sitting.play(ledger, List.of(sitting.ballot(1)));
    }
}
