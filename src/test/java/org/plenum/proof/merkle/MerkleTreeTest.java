package org.plenum.proof.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MerkleTreeTest {

    private static final int SIZES = 140;

    private final List<byte[]> entries = NaiveTree.randomEntries(SIZES, new Random(3));
    private final StoredNodes stored = StoredNodes.of(entries);
    private final MerkleTree tree = new MerkleTree(stored);

    @Test
    void everyInclusionProofIsTheRfcsAndHolds() throws ProofRefused {
        for (int size = 1; size <= SIZES; size++) {
            List<byte[]> soFar = entries.subList(0, size);
            Hash root = NaiveTree.hash(NaiveTree.root(soFar));
            for (int index = 0; index < size; index++) {
                List<Hash> proof = tree.inclusionProof(index, size);
                assertThat(proof)
                        .as("leaf %d of %d", index, size)
                        .isEqualTo(NaiveTree.hashes(NaiveTree.path(index, soFar)));
                ProofCheck.inclusion(index, size, Merkle.leaf(entries.get(index)), proof, root);
            }
        }
    }

    @Test
    void everyConsistencyProofIsTheRfcsAndHolds() throws ProofRefused {
        for (int newSize = 1; newSize <= SIZES; newSize++) {
            Hash newRoot = NaiveTree.hash(NaiveTree.root(entries.subList(0, newSize)));
            for (int oldSize = 1; oldSize <= newSize; oldSize++) {
                Hash oldRoot = NaiveTree.hash(NaiveTree.root(entries.subList(0, oldSize)));
                List<Hash> proof = tree.consistencyProof(oldSize, newSize);
                assertThat(proof)
                        .as("from %d to %d", oldSize, newSize)
                        .isEqualTo(NaiveTree.hashes(NaiveTree.proof(oldSize, entries.subList(0, newSize))));
                ProofCheck.consistency(oldSize, newSize, proof, oldRoot, newRoot);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34})
    void proofsInLargeTreesHold(long seed) throws ProofRefused {
        Random random = new Random(seed);
        int most = 30_000 + random.nextInt(70_000);
        List<byte[]> many = NaiveTree.randomEntries(most, random);
        MerkleTree large = new MerkleTree(StoredNodes.of(many));
        for (int i = 0; i < 200; i++) {
            int size = 1 + random.nextInt(most);
            int index = random.nextInt(size);
            ProofCheck.inclusion(
                    index, size, Merkle.leaf(many.get(index)), large.inclusionProof(index, size), large.root(size));
            int oldSize = 1 + random.nextInt(size);
            ProofCheck.consistency(
                    oldSize, size, large.consistencyProof(oldSize, size), large.root(oldSize), large.root(size));
        }
        assertThat(large.root(most)).as("seed %d", seed).isEqualTo(NaiveTree.hash(NaiveTree.root(many)));
    }

    /** Every leaf is the same, so a node's hash depends on its level alone and a tree of any size can be imagined. */
    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43})
    void proofsHoldUpToTheLargestSizes(long seed) throws ProofRefused {
        Hash[] levels = new Hash[63];
        levels[0] = Merkle.leaf(new byte[0]);
        for (int level = 1; level < levels.length; level++) {
            levels[level] = Merkle.node(levels[level - 1], levels[level - 1]);
        }
        MerkleTree vast = new MerkleTree(
                wanted -> wanted.stream().map(id -> levels[id.level()]).toList());
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            long size = i == 0 ? Long.MAX_VALUE : 2 + random.nextLong(Long.MAX_VALUE >>> random.nextInt(60));
            long index = i == 1 ? size - 1 : random.nextLong(size);
            ProofCheck.inclusion(index, size, levels[0], vast.inclusionProof(index, size), vast.root(size));
            long oldSize = 1 + random.nextLong(size - 1);
            ProofCheck.consistency(
                    oldSize, size, vast.consistencyProof(oldSize, size), vast.root(oldSize), vast.root(size));
        }
    }

    @Test
    void oneProofReadsItsNodesAllAtOnce() {
        tree.inclusionProof(77, SIZES);
        assertThat(stored.reads()).isEqualTo(1);
        tree.consistencyProof(77, SIZES);
        assertThat(stored.reads()).isEqualTo(2);
    }

    @Test
    void proofsThatNeedNoNodeReadNone() {
        assertThat(tree.inclusionProof(0, 1)).isEmpty();
        assertThat(tree.consistencyProof(5, 5)).isEmpty();
        assertThat(stored.reads()).isZero();
    }

    @Test
    void aMissingNodeIsNamed() {
        NodeId missing = new NodeId(3, 4);
        stored.remove(missing);
        assertThatExceptionOfType(MissingNodeException.class)
                .isThrownBy(() -> tree.inclusionProof(40, SIZES))
                .satisfies(thrown -> assertThat(thrown.node()).isEqualTo(missing));
    }

    @Test
    void whatNoProofCanSayIsNotAsked() {
        assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusionProof(5, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusionProof(-1, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.consistencyProof(0, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.consistencyProof(6, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.root(-1));
    }
}
