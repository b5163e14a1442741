package org.plenum.proof.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontierTest {

    private static final int SIZES = 300;

    @Test
    void theEmptyTreeHasTheHashOfNothing() {
        assertThat(new Frontier().root()).isEqualTo(Merkle.emptyRoot());
        assertThat(Merkle.emptyRoot().base64()).isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    @Test
    void everySizeHasTheRootThatTheRfcDefines() {
        List<byte[]> entries = NaiveTree.randomEntries(SIZES, new Random(6962));
        StoredNodes stored = new StoredNodes();
        Frontier frontier = new Frontier();
        for (int size = 0; size <= SIZES; size++) {
            Hash expected = NaiveTree.hash(NaiveTree.root(entries.subList(0, size)));
            assertThat(frontier.size()).isEqualTo(size);
            assertThat(frontier.root()).as("grown to %d", size).isEqualTo(expected);
            assertThat(new MerkleTree(stored).root(size)).as("read at %d", size).isEqualTo(expected);
            assertThat(Frontier.of(size, stored).root())
                    .as("taken up at %d", size)
                    .isEqualTo(expected);
            if (size < SIZES) {
                frontier.append(Merkle.leaf(entries.get(size)), stored);
            }
        }
    }

    @Test
    void everyPerfectSubtreeIsStoredOnceAndNothingElse() {
        StoredNodes stored = StoredNodes.of(NaiveTree.randomEntries(SIZES, new Random(1)));
        // A tree of n leaves has n minus (set bits of n) complete subtrees above its leaves.
        assertThat(stored.count()).isEqualTo(2 * SIZES - Integer.bitCount(SIZES));
    }

    @Test
    void aTreeTakenUpAgainGrowsAsIfItHadNeverStopped() {
        List<byte[]> entries = NaiveTree.randomEntries(SIZES, new Random(2));
        for (int stop = 0; stop <= SIZES; stop += 7) {
            StoredNodes stored = StoredNodes.of(entries.subList(0, stop));
            Frontier again = Frontier.of(stop, stored);
            entries.subList(stop, SIZES).forEach(entry -> again.append(Merkle.leaf(entry), stored));
            assertThat(again.root()).isEqualTo(NaiveTree.hash(NaiveTree.root(entries)));
            assertThat(stored.count()).isEqualTo(2 * SIZES - Integer.bitCount(SIZES));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void largeTreesOfRandomSizeAgreeWithTheDefinition(long seed) {
        Random random = new Random(seed);
        List<byte[]> entries = NaiveTree.randomEntries(1 + random.nextInt(20_000), random);
        StoredNodes stored = StoredNodes.of(entries);
        assertThat(new MerkleTree(stored).root(entries.size()))
                .as("seed %d, size %d", seed, entries.size())
                .isEqualTo(NaiveTree.hash(NaiveTree.root(entries)));
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25})
    void wholeSubtreesOfWhichOnlyTheHashIsKnownGiveTheSameRoot(long seed) {
        Random random = new Random(seed);
        List<byte[]> entries = NaiveTree.randomEntries(SIZES, random);
        Frontier frontier = new Frontier();
        int at = 0;
        while (at < SIZES) {
            int level = random.nextInt(6);
            int leaves = 1 << level;
            boolean fits = at % leaves == 0 && at + leaves <= SIZES;
            int taken = fits ? leaves : 1;
            byte[] root = NaiveTree.root(entries.subList(at, at + taken));
            frontier.append(fits ? level : 0, NaiveTree.hash(root), NodeSink.none());
            at += taken;
        }
        assertThat(frontier.root()).as("seed %d", seed).isEqualTo(NaiveTree.hash(NaiveTree.root(entries)));
    }

    @Test
    void aSubtreeThatWouldNotBeAlignedIsRefused() {
        Frontier frontier = new Frontier();
        frontier.append(Merkle.leaf(new byte[] {1}), NodeSink.none());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> frontier.append(1, Merkle.emptyRoot(), NodeSink.none()))
                .withMessageContaining("level 1");
    }
}
