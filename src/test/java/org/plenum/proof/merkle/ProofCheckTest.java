package org.plenum.proof.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Good proofs published with other implementations, and everything that a proof can be damaged into. */
class ProofCheckTest {

    private static final String ROOT_1 = "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=";
    private static final String ROOT_2 = "+sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU=";
    private static final String ROOT_3 = "rra8/idLcKFPsGel5VeCZNsPqbUa9eC6FZFY8yngbnc=";
    private static final String ROOT_5 = "Tju7H3tHjc/nH7YxYxUZo7yhLJrvyhYSv85ME6hiZNQ=";
    private static final String ROOT_6 = "duZ9rbzfHhDht03cYIq9L5jfsW+851J3tSMqEn8gh+8=";
    private static final String ROOT_7 = "3bib5AOAnjJXUNPSY814kpwpQreUKjS3fhIslZSnTIw=";
    private static final String ROOT_8 = "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=";

    private static final String NODE_1_1 = "Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=";
    private static final String NODE_1_2 = "DrxdNDf74tsVi58Sah0RjjCBgQMdCpSfje3t68VY72o=";
    private static final String NODE_1_3 = "yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=";
    private static final String NODE_2_0 = "037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=";
    private static final String NODE_2_1 = "a0eq8p7jwq+a+Im8H7klTavTEXfxYjLdaqsDXKOb9uQ=";
    private static final String LEAF_1 = "lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c=";
    private static final String LEAF_2 = "ApjRIpBtz8EIkstTpzmS/FufST6kybrbJ7eRtBJ6f+c=";
    private static final String LEAF_4 = "vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=";
    private static final String LEAF_5 = "QnGia+DYqE8L1UyMMC58s6O10fpngKQLzOKHNHfatlg=";
    private static final String LEAF_6 = "sIaT7C5yFZcTBkHoIR5+7cy0wmQTlj7ubB4u0W/7Gl8=";

    record Inclusion(long index, long size, Hash leaf, List<Hash> proof, Hash root) {
        void check() throws ProofRefused {
            ProofCheck.inclusion(index, size, leaf, proof, root);
        }

        Inclusion index(long other) {
            return new Inclusion(other, size, leaf, proof, root);
        }

        Inclusion size(long other) {
            return new Inclusion(index, other, leaf, proof, root);
        }

        Inclusion leaf(Hash other) {
            return new Inclusion(index, size, other, proof, root);
        }

        Inclusion proof(List<Hash> other) {
            return new Inclusion(index, size, leaf, other, root);
        }

        Inclusion root(Hash other) {
            return new Inclusion(index, size, leaf, proof, other);
        }
    }

    record Consistency(long oldSize, long newSize, List<Hash> proof, Hash oldRoot, Hash newRoot) {
        void check() throws ProofRefused {
            ProofCheck.consistency(oldSize, newSize, proof, oldRoot, newRoot);
        }

        Consistency sizes(long otherOld, long otherNew) {
            return new Consistency(otherOld, otherNew, proof, oldRoot, newRoot);
        }

        Consistency proof(List<Hash> other) {
            return new Consistency(oldSize, newSize, other, oldRoot, newRoot);
        }

        Consistency roots(Hash otherOld, Hash otherNew) {
            return new Consistency(oldSize, newSize, proof, otherOld, otherNew);
        }
    }

    static Stream<Inclusion> inclusions() {
        return Stream.of(
                new Inclusion(0, 1, hash(ROOT_1), List.of(), hash(ROOT_1)),
                new Inclusion(0, 8, hash(ROOT_1), hashes(LEAF_1, NODE_1_1, NODE_2_1), hash(ROOT_8)),
                new Inclusion(5, 8, hash(LEAF_5), hashes(LEAF_4, NODE_1_3, NODE_2_0), hash(ROOT_8)),
                new Inclusion(2, 3, hash(LEAF_2), hashes(ROOT_2), hash(ROOT_3)),
                new Inclusion(1, 5, hash(LEAF_1), hashes(ROOT_1, NODE_1_1, LEAF_4), hash(ROOT_5)));
    }

    static Stream<Consistency> consistencies() {
        return Stream.of(
                new Consistency(1, 1, List.of(), hash(ROOT_1), hash(ROOT_1)),
                new Consistency(1, 8, hashes(LEAF_1, NODE_1_1, NODE_2_1), hash(ROOT_1), hash(ROOT_8)),
                new Consistency(6, 8, hashes(NODE_1_2, NODE_1_3, NODE_2_0), hash(ROOT_6), hash(ROOT_8)),
                new Consistency(2, 5, hashes(NODE_1_1, LEAF_4), hash(ROOT_2), hash(ROOT_5)),
                new Consistency(6, 7, hashes(NODE_1_2, LEAF_6, NODE_2_0), hash(ROOT_6), hash(ROOT_7)));
    }

    @ParameterizedTest
    @MethodSource("inclusions")
    void publishedInclusionProofsHold(Inclusion good) throws ProofRefused {
        good.check();
    }

    @ParameterizedTest
    @MethodSource("consistencies")
    void publishedConsistencyProofsHold(Consistency good) throws ProofRefused {
        good.check();
    }

    @ParameterizedTest
    @MethodSource("inclusions")
    void aDamagedInclusionProofNeverHolds(Inclusion good) {
        Hash other = Merkle.leaf(new byte[] {42});
        List<Inclusion> damaged = new ArrayList<>(List.of(
                good.index(good.index - 1),
                good.index(good.index + 1),
                good.index(good.index ^ 2),
                good.size(good.size * 2),
                good.size(good.size / 2),
                good.size(0),
                good.leaf(other),
                good.leaf(Merkle.emptyRoot()),
                good.root(other),
                good.root(Merkle.emptyRoot()),
                good.proof(with(good.proof, good.proof.size(), other)),
                good.proof(with(good.proof, 0, other)),
                good.proof(with(good.proof, good.proof.size(), good.root)),
                good.proof(with(good.proof, 0, good.root))));
        everyBit(good.leaf).forEach(flipped -> damaged.add(good.leaf(flipped)));
        everyBit(good.root).forEach(flipped -> damaged.add(good.root(flipped)));
        for (int i = 0; i < good.proof.size(); i++) {
            int place = i;
            damaged.add(good.proof(without(good.proof, place)));
            damaged.add(good.proof(with(good.proof, place, good.proof.get(place))));
            everyBit(good.proof.get(place))
                    .forEach(flipped -> damaged.add(good.proof(with(without(good.proof, place), place, flipped))));
        }
        for (Inclusion bad : damaged) {
            assertThatExceptionOfType(ProofRefused.class)
                    .as(bad.toString())
                    .isThrownBy(bad::check)
                    .satisfies(ProofCheckTest::isExplained);
        }
    }

    @ParameterizedTest
    @MethodSource("consistencies")
    void aDamagedConsistencyProofNeverHolds(Consistency good) {
        Hash other = Merkle.leaf(new byte[] {42});
        List<Consistency> damaged = new ArrayList<>(List.of(
                good.sizes(0, good.newSize),
                good.sizes(0, 0),
                good.sizes(good.newSize + 1, good.newSize),
                good.roots(other, good.newRoot),
                good.roots(good.oldRoot, other),
                good.roots(Merkle.emptyRoot(), good.newRoot),
                good.proof(with(good.proof, good.proof.size(), other)),
                good.proof(with(good.proof, 0, other)),
                good.proof(with(good.proof, 0, good.oldRoot)),
                good.proof(with(good.proof, good.proof.size(), good.newRoot))));
        if (good.oldSize != good.newSize) {
            damaged.add(good.sizes(good.newSize, good.oldSize));
            damaged.add(good.sizes(good.oldSize - 1, good.newSize));
            damaged.add(good.sizes(good.oldSize + 1, good.newSize));
            damaged.add(good.sizes(good.oldSize ^ 2, good.newSize));
            damaged.add(good.sizes(good.oldSize, good.newSize * 2));
            damaged.add(good.sizes(good.oldSize, good.newSize / 2));
            damaged.add(good.roots(good.newRoot, good.oldRoot));
            damaged.add(good.proof(List.of()));
        }
        everyBit(good.oldRoot).forEach(flipped -> damaged.add(good.roots(flipped, good.newRoot)));
        everyBit(good.newRoot).forEach(flipped -> damaged.add(good.roots(good.oldRoot, flipped)));
        for (int i = 0; i < good.proof.size(); i++) {
            int place = i;
            damaged.add(good.proof(without(good.proof, place)));
            everyBit(good.proof.get(place))
                    .forEach(flipped -> damaged.add(good.proof(with(without(good.proof, place), place, flipped))));
        }
        for (Consistency bad : damaged) {
            assertThatExceptionOfType(ProofRefused.class)
                    .as(bad.toString())
                    .isThrownBy(bad::check)
                    .satisfies(ProofCheckTest::isExplained);
        }
    }

    @Test
    void eachRefusalSaysWhatIsWrong() {
        Inclusion good = inclusions().skip(2).findFirst().orElseThrow();
        Hash other = Merkle.leaf(new byte[] {42});
        assertFault(good.index(8)::check, new ProofFault.IndexOutsideTree(8, 8));
        assertFault(good.index(-1)::check, new ProofFault.IndexOutsideTree(-1, 8));
        assertFault(good.proof(without(good.proof, 0))::check, new ProofFault.WrongLength(2, 3));
        assertFault(good.root(other)::check, new ProofFault.RootMismatch(other, hash(ROOT_8)));

        Consistency six = consistencies().skip(2).findFirst().orElseThrow();
        assertFault(six.sizes(9, 8)::check, new ProofFault.OldTreeLarger(9, 8));
        assertFault(six.sizes(0, 8)::check, new ProofFault.OldTreeEmpty(8));
        assertFault(six.proof(List.of())::check, new ProofFault.WrongLength(0, 3));
        assertFault(six.roots(other, six.newRoot)::check, new ProofFault.OldRootMismatch(other, hash(ROOT_6)));
        assertFault(six.roots(six.oldRoot, other)::check, new ProofFault.RootMismatch(other, hash(ROOT_8)));
    }

    @Test
    void twoEmptyTreesProveNothing() {
        Consistency empty = new Consistency(0, 0, List.of(), Merkle.emptyRoot(), Merkle.emptyRoot());
        assertFault(empty::check, new ProofFault.OldTreeEmpty(0));
    }

    @Test
    void aProofForOneLeafHoldsForNoOtherLeafOrSize() throws ProofRefused {
        int most = 40;
        List<byte[]> entries = NaiveTree.randomEntries(most, new Random(4));
        MerkleTree tree = new MerkleTree(StoredNodes.of(entries));
        int held = 0;
        for (int size = 1; size <= most; size++) {
            for (int index = 0; index < size; index++) {
                List<Hash> proof = tree.inclusionProof(index, size);
                for (int claimed = 0; claimed < size; claimed++) {
                    if (holds(new Inclusion(claimed, size, Merkle.leaf(entries.get(index)), proof, tree.root(size)))) {
                        assertThat(claimed).isEqualTo(index);
                        held++;
                    }
                }
            }
        }
        assertThat(held).isEqualTo(most * (most + 1) / 2);
    }

    private static boolean holds(Inclusion claim) {
        try {
            claim.check();
            return true;
        } catch (ProofRefused refused) {
            return false;
        }
    }

    private static void assertFault(org.assertj.core.api.ThrowableAssert.ThrowingCallable check, ProofFault expected) {
        assertThatExceptionOfType(ProofRefused.class)
                .isThrownBy(check)
                .satisfies(refused -> assertThat(refused.fault()).isEqualTo(expected));
    }

    private static void isExplained(ProofRefused refused) {
        assertThat(refused.fault().code()).matches("[A-Z_]+");
        assertThat(refused.fault().en()).endsWith(".");
        assertThat(refused.fault().it()).endsWith(".");
    }

    private static Stream<Hash> everyBit(Hash hash) {
        return Stream.iterate(0, bit -> bit < 256, bit -> bit + 1).map(bit -> {
            byte[] bytes = hash.bytes();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            return Hash.of(bytes);
        });
    }

    private static List<Hash> with(List<Hash> proof, int place, Hash added) {
        List<Hash> changed = new ArrayList<>(proof);
        changed.add(place, added);
        return changed;
    }

    private static List<Hash> without(List<Hash> proof, int place) {
        List<Hash> changed = new ArrayList<>(proof);
        changed.remove(place);
        return changed;
    }

    private static Hash hash(String base64) {
        return Hash.fromBase64(base64).orElseThrow();
    }

    private static List<Hash> hashes(String... base64) {
        return Stream.of(base64).map(ProofCheckTest::hash).toList();
    }
}
