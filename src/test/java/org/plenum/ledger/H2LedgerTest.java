package org.plenum.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database. */
class H2LedgerTest extends LedgerContract {
    @TempDir
    Path folder;

    @Override
    Ledger open() {
        return LedgerFactory.open(folder, clock());
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
