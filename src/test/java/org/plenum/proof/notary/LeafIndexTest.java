package org.plenum.proof.notary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.ledger.LedgerFactory;
import org.plenum.ledger.StreamId;
import org.plenum.proof.merkle.Hash;
import org.plenum.proof.merkle.Merkle;
import org.plenum.vocabulary.SessionId;

/** Entries are found by their hashes, in full runs, at their borders, and after the last. */
class LeafIndexTest {
    private static final int RUN = 65_536;
    private static final StreamId STREAM = StreamId.of(new SessionId("one"));

    @Test
    void findsEveryEntryWhereverItsRunBeginsAndEnds(@TempDir Path folder) {
        try (var ledger = LedgerFactory.open(folder)) {
            var store = new TreeStore(ledger.dataSource());
            var tree = new GrowingTree(store);
            for (var leaf = 0; leaf < 2 * RUN + 300; leaf++) {
                tree.append(leaf(leaf), STREAM, leaf + 1);
                // Runs become full in the middle of what is stored at once, and exactly at its end.
                if (leaf % 9_001 == 0 || leaf == 2 * RUN - 1) {
                    tree.store();
                }
            }
            tree.store();
            for (var leaf : List.of(0, 1, 255, 256, RUN - 1, RUN, 2 * RUN - 1, 2 * RUN, 2 * RUN + 299)) {
                assertThat(store.find(leaf(leaf))).as("leaf " + leaf).hasValue(leaf);
            }
            assertThat(store.find(leaf(2 * RUN + 300))).isEmpty();
        }
    }

    @Test
    void findsNothingInAnEmptyTree(@TempDir Path folder) {
        try (var ledger = LedgerFactory.open(folder)) {
            assertThat(new TreeStore(ledger.dataSource()).find(leaf(0))).isEmpty();
        }
    }

    private static Hash leaf(int number) {
        return Merkle.leaf(ByteBuffer.allocate(4).putInt(number).array());
    }
}
