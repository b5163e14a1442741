package org.plenum.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database. */
class H2LedgerTest extends LedgerContract {
    @TempDir
    Path folder;

    @Override
    Ledger open() {
        return LedgerFactory.open(folder);
    }

    @Test
    void saysAtOnceThatItIsInUse() {
        assertThatThrownBy(() -> LedgerFactory.open(folder)).isInstanceOf(LedgerInUse.class);
    }
}
