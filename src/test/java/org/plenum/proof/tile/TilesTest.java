package org.plenum.proof.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.proof.merkle.Frontier;
import org.plenum.proof.merkle.Hash;
import org.plenum.proof.merkle.Merkle;
import org.plenum.proof.merkle.MerkleTree;
import org.plenum.proof.merkle.MissingNodeException;
import org.plenum.proof.merkle.NodeId;
import org.plenum.proof.merkle.NodeReader;
import org.plenum.proof.merkle.ProofCheck;
import org.plenum.proof.merkle.ProofRefused;

class TilesTest {

    @Test
    void theSpecificationsExampleTree() {
        List<TilePath.Hashes> tiles = TreeTiles.added(0, 70_000);
        assertThat(tiles).hasSize(273 + 1 + 1 + 1 + 1);
        assertThat(tiles.subList(273, 277))
                .extracting(TilePath::path)
                .containsExactly("tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1");
        assertThat(TreeTiles.added(0, 256)).extracting(TilePath::path).containsExactly("tile/0/000", "tile/1/000.p/1");
    }

    @Test
    void aTreeThatHasntGrownHasNoNewTiles() {
        assertThat(TreeTiles.added(70_000, 70_000)).isEmpty();
        assertThat(TreeTiles.added(0, 0)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> TreeTiles.added(2, 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53, 54})
    void growingStepByStepGivesEveryTileOfTheWholeTree(long seed) {
        Random random = new Random(seed);
        Set<TilePath.Hashes> seen = new HashSet<>();
        long size = 0;
        for (int step = 0; step < 50; step++) {
            long grown = size + random.nextInt(3_000);
            seen.addAll(TreeTiles.added(size, grown));
            size = grown;
        }
        List<TilePath.Hashes> whole = TreeTiles.added(0, size);
        assertThat(seen).as("seed %d", seed).containsAll(whole);
        for (TilePath.Hashes tile : whole) {
            assertThat(TreeTiles.width(tile.level(), tile.index(), size)).isEqualTo(tile.width());
            assertThat(TreeTiles.width(tile.level(), tile.index() + 1_000_000, size))
                    .isZero();
        }
    }

    @Test
    void widthsFollowTheSpecificationUpToTheLargestTree() {
        assertThat(TreeTiles.width(7, 0, Long.MAX_VALUE)).isEqualTo(127);
        assertThat(TreeTiles.width(8, 0, Long.MAX_VALUE)).isZero();
        assertThat(TreeTiles.width(63, 0, Long.MAX_VALUE)).isZero();
        assertThat(TreeTiles.width(0, Long.MAX_VALUE, Long.MAX_VALUE)).isZero();
        assertThat(TreeTiles.width(0, Long.MAX_VALUE / 256, Long.MAX_VALUE)).isEqualTo(255);
    }

    @ParameterizedTest
    @ValueSource(longs = {61, 62, 63})
    void proofsFromTilesAreTheProofsFromNodes(long seed) throws ProofRefused, TileRefused {
        Random random = new Random(seed);
        int size = 66_000 + random.nextInt(10_000);
        Map<NodeId, Hash> nodes = new HashMap<>();
        Frontier frontier = new Frontier();
        for (int i = 0; i < size; i++) {
            frontier.append(leaf(i), nodes::put);
        }
        NodeReader stored = wanted ->
                wanted.stream().map(id -> Objects.requireNonNull(nodes.get(id))).toList();
        Map<TilePath.Hashes, byte[]> served = new HashMap<>();
        for (TilePath.Hashes path : TreeTiles.added(0, size)) {
            served.put(path, HashTile.of(path, stored).encode());
        }
        MerkleTree tree = new MerkleTree(stored);
        MerkleTree fromTiles = new MerkleTree(new TileNodeReader(path -> decode(path, served), size));
        assertThat(fromTiles.root(size)).isEqualTo(frontier.root());
        for (int i = 0; i < 100; i++) {
            int index = random.nextInt(size);
            int oldSize = 1 + random.nextInt(size);
            assertThat(fromTiles.inclusionProof(index, size))
                    .as("seed %d, leaf %d of %d", seed, index, size)
                    .isEqualTo(tree.inclusionProof(index, size));
            assertThat(fromTiles.consistencyProof(oldSize, size))
                    .as("seed %d, from %d to %d", seed, oldSize, size)
                    .isEqualTo(tree.consistencyProof(oldSize, size));
            ProofCheck.inclusion(index, size, leaf(index), fromTiles.inclusionProof(index, size), frontier.root());
        }
    }

    @Test
    void aNodeThatTheTreeDoesntHaveYetIsMissing() {
        TileNodeReader reader = new TileNodeReader(path -> new HashTile(List.of(leaf(0), leaf(1), leaf(2))), 3);
        assertThat(reader.read(List.of(new NodeId(1, 0)))).containsExactly(Merkle.node(leaf(0), leaf(1)));
        for (NodeId missing : List.of(new NodeId(0, 3), new NodeId(1, 1), new NodeId(8, 0), new NodeId(0, 1 << 20))) {
            assertThatExceptionOfType(MissingNodeException.class).isThrownBy(() -> reader.read(List.of(missing)));
        }
    }

    @Test
    void aTileOfAnotherLengthThanItsPathSaysIsRefused() throws TileRefused {
        TilePath.Hashes path = new TilePath.Hashes(0, 0, 2);
        assertThat(HashTile.decode(path, new byte[64]).hashes()).hasSize(2);
        for (int length : new int[] {0, 32, 63, 65, 96}) {
            assertThatExceptionOfType(TileRefused.class)
                    .isThrownBy(() -> HashTile.decode(path, new byte[length]))
                    .satisfies(refused ->
                            assertThat(refused.fault()).isEqualTo(new TileFault.WrongTileLength(length, 64)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {71, 72, 73})
    void entriesComeBackFromABundle(long seed) throws TileRefused {
        Random random = new Random(seed);
        List<byte[]> entries = new ArrayList<>(List.of(new byte[0], new byte[EntryBundle.MOST_ENTRY_BYTES]));
        while (entries.size() < 256) {
            byte[] entry = new byte[random.nextInt(1000)];
            random.nextBytes(entry);
            entries.add(entry);
        }
        byte[] bundle = EntryBundle.encode(entries);
        List<byte[]> decoded = EntryBundle.decode(new TilePath.Entries(0, 256), bundle);
        assertThat(decoded).usingElementComparator(Arrays::compare).isEqualTo(entries);
    }

    @Test
    void lengthsAreTwoBytesTheMoreSignificantFirst() throws TileRefused {
        byte[] bundle = EntryBundle.encode(List.of(new byte[] {7}, new byte[258]));
        assertThat(bundle).hasSize(2 + 1 + 2 + 258).startsWith(0, 1, 7, 1, 2);
    }

    @Test
    void aDamagedBundleIsRefusedForWhatItIs() throws TileRefused {
        byte[] bundle = EntryBundle.encode(List.of(new byte[] {1, 2}, new byte[] {3}));
        assertBundle(2, cut(bundle, bundle.length - 1), new TileFault.TruncatedBundle(1));
        assertBundle(2, cut(bundle, 5), new TileFault.TruncatedBundle(1));
        assertBundle(2, cut(bundle, 4), new TileFault.WrongEntryCount(1, 2));
        assertBundle(1, bundle, new TileFault.WrongEntryCount(2, 1));
        assertBundle(3, bundle, new TileFault.WrongEntryCount(2, 3));
        assertBundle(1, new byte[0], new TileFault.WrongEntryCount(0, 1));
    }

    @Test
    void anEntryTooLongForABundleIsRefused() {
        assertThatExceptionOfType(TileRefused.class)
                .isThrownBy(() -> EntryBundle.encode(List.of(new byte[65_536])))
                .satisfies(
                        refused -> assertThat(refused.fault()).isEqualTo(new TileFault.EntryTooLong(65_536, 65_535)));
    }

    private static Hash leaf(int i) {
        return Merkle.leaf(ByteBuffer.allocate(4).putInt(i).array());
    }

    private static HashTile decode(TilePath.Hashes path, Map<TilePath.Hashes, byte[]> served) {
        try {
            return HashTile.decode(path, Objects.requireNonNull(served.get(path), path.path()));
        } catch (TileRefused refused) {
            throw new AssertionError(refused);
        }
    }

    private static byte[] cut(byte[] bytes, int length) {
        return Arrays.copyOf(bytes, length);
    }

    private static void assertBundle(int width, byte[] bytes, TileFault expected) {
        assertThatExceptionOfType(TileRefused.class)
                .isThrownBy(() -> EntryBundle.decode(new TilePath.Entries(0, width), bytes))
                .satisfies(refused -> assertThat(refused.fault()).isEqualTo(expected));
    }
}
