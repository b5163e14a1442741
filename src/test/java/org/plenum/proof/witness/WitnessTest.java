package org.plenum.proof.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.proof.Refused;
import org.plenum.proof.checkpoint.CheckedCheckpoint;
import org.plenum.proof.checkpoint.Checkpoint;
import org.plenum.proof.checkpoint.LogIdentity;
import org.plenum.proof.checkpoint.SignedCheckpoint;
import org.plenum.proof.merkle.Frontier;
import org.plenum.proof.merkle.Hash;
import org.plenum.proof.merkle.Merkle;
import org.plenum.proof.merkle.MerkleTree;
import org.plenum.proof.merkle.NodeId;
import org.plenum.proof.merkle.ProofFault;
import org.plenum.proof.note.KeyType;
import org.plenum.proof.note.NoteFault;
import org.plenum.proof.note.NoteRefused;
import org.plenum.proof.note.NoteSignature;
import org.plenum.proof.note.SigningKey;

class WitnessTest {

    private static final String ORIGIN = "plenum.example/log";
    private static final long TIME = 1_700_000_000;

    private final SigningKey key = SigningKey.generate(ORIGIN, KeyType.ED25519, new SecureRandom());
    private final SigningKey witness =
            SigningKey.generate("witness.example/w1", KeyType.COSIGNATURE_V1, new SecureRandom());
    private final LogIdentity log = new LogIdentity(ORIGIN, List.of(key.verifier()));
    private final Map<String, TreeHead> remembered = new HashMap<>();

    WitnessTest() throws NoteRefused {}

    @Test
    void aGrowingLogIsCosignedStepByStep() throws Refused {
        LogTree tree = LogTree.of(1, 50);
        long known = 0;
        for (long size : new long[] {0, 1, 2, 7, 7, 8, 33, 50}) {
            SignedCheckpoint signed = signed(tree, size);
            Decision.Cosign cosign = cosigned(request(known, tree.proof(known, size), signed));
            NoteSignature cosignature = cosign.cosign(witness, TIME + size);
            CheckedCheckpoint checked = signed.with(cosignature).check(log, List.of(witness.verifier()));
            assertThat(checked.byWitnesses())
                    .singleElement()
                    .satisfies(by -> assertThat(by.time()).hasValue(TIME + size));
            assertThat(cosign.remember()).isEqualTo(new TreeHead(size, tree.root(size)));
            known = size;
        }
    }

    @Test
    void whatIsPublishedCarriesTheLogsSignatureAndTheWitnesssAlone() throws Refused {
        LogTree tree = LogTree.of(2, 3);
        SigningKey stranger = SigningKey.generate("stranger", KeyType.ED25519, new SecureRandom());
        SignedCheckpoint signed = signed(tree, 3);
        SignedCheckpoint sent = signed.with(stranger.sign(signed.note().text()));
        Decision.Cosign cosign = cosigned(request(0, List.of(), sent));
        NoteSignature cosignature = cosign.cosign(witness, TIME);
        assertThat(cosign.published(cosignature).format())
                .isEqualTo(signed.with(cosignature).format());
        assertThatIllegalArgumentException().isThrownBy(() -> cosign.cosign(witness, 0));
    }

    @Test
    void extensionLinesAreCosignedToo() throws Refused {
        Checkpoint extended = new Checkpoint(ORIGIN, 1, LogTree.of(3, 1).root(1), List.of("an extension"));
        SignedCheckpoint signed = SignedCheckpoint.of(extended, key.sign(extended.text()));
        Decision.Cosign cosign = cosigned(request(0, List.of(), signed));
        signed.with(cosign.cosign(witness, TIME)).check(log, List.of(witness.verifier()));
    }

    @Test
    void aLogThatTheWitnessWasNotToldOfIsUnknown() {
        Checkpoint other = new Checkpoint("other.example/log", 1, Merkle.emptyRoot());
        assertRefused(
                request(0, List.of(), SignedCheckpoint.of(other, key.sign(other.text()))),
                new Refusal.UnknownLog("other.example/log"),
                404);
    }

    @Test
    void aCheckpointThatTheLogDidntSignIsForbidden() throws Refused {
        LogTree tree = LogTree.of(4, 5);
        SigningKey stranger = SigningKey.generate(ORIGIN, KeyType.ED25519, new SecureRandom());
        Checkpoint head = tree.head(5);
        assertRefused(
                request(0, List.of(), SignedCheckpoint.of(head, stranger.sign(head.text()))),
                new Refusal.NotSignedByLog(new NoteFault.NoTrustedSignature()),
                403);
        NoteSignature ofAnother = key.sign(tree.head(4).text());
        assertRefused(
                request(0, List.of(), signed(tree, 5).with(ofAnother)),
                new Refusal.NotSignedByLog(
                        new NoteFault.SignatureInvalid(ORIGIN, key.verifier().idHex())),
                403);
    }

    @Test
    void aTreeCantShrink() {
        LogTree tree = LogTree.of(5, 5);
        assertRefused(request(6, List.of(), signed(tree, 5)), new Refusal.OldSizeLarger(6, 5), 400);
    }

    @Test
    void aLogThatIsMistakenAboutTheLatestSizeIsTold() {
        LogTree tree = LogTree.of(6, 9);
        cosigned(request(0, List.of(), signed(tree, 5)));
        for (long mistaken : new long[] {0, 4, 6}) {
            Refusal refusal = assertRefused(
                    request(mistaken, tree.proof(mistaken, 9), signed(tree, 9)), new Refusal.OtherLatest(5), 409);
            assertThat(refusal.body()).isEqualTo("5\n");
            assertThat(refusal.contentType()).isEqualTo("text/x.tlog.size");
        }
        cosigned(request(5, tree.proof(5, 9), signed(tree, 9)));
        assertRefused(request(5, List.of(), signed(tree, 5)), new Refusal.OtherLatest(9), 409);
    }

    @Test
    void aRewrittenHistoryIsNeverCosigned() {
        LogTree tree = LogTree.of(7, 40);
        LogTree rewritten = tree.rewritten(3, 40);
        cosigned(request(0, List.of(), signed(tree, 20)));
        for (long size = 20; size <= 40; size++) {
            assertThat(refused(request(20, rewritten.proof(20, size), signed(rewritten, size))))
                    .isInstanceOf(Refusal.Inconsistent.class)
                    .extracting(Refusal::status)
                    .isEqualTo(422);
        }
        cosigned(request(20, tree.proof(20, 40), signed(tree, 40)));
    }

    @Test
    void equalSizesMustHaveEqualRootsAndNoProof() {
        LogTree tree = LogTree.of(8, 9);
        LogTree rewritten = tree.rewritten(0, 9);
        cosigned(request(0, List.of(), signed(tree, 9)));
        assertRefused(
                request(9, List.of(), signed(rewritten, 9)),
                new Refusal.Inconsistent(new ProofFault.RootMismatch(rewritten.root(9), tree.root(9))),
                422);
        assertRefused(
                request(9, List.of(tree.root(9)), signed(tree, 9)),
                new Refusal.Inconsistent(new ProofFault.WrongLength(1, 0)),
                422);
        cosigned(request(9, List.of(), signed(tree, 9)));
    }

    @Test
    void fromNothingThereIsNothingToProve() {
        LogTree tree = LogTree.of(9, 2);
        assertRefused(
                request(0, List.of(tree.root(1)), signed(tree, 2)),
                new Refusal.Inconsistent(new ProofFault.WrongLength(1, 0)),
                422);
    }

    @Test
    void anEmptyTreeHasTheRootOfNothing() {
        Checkpoint wrong = new Checkpoint(ORIGIN, 0, LogTree.of(1, 1).root(1));
        assertRefused(
                request(0, List.of(), SignedCheckpoint.of(wrong, key.sign(wrong.text()))),
                new Refusal.Inconsistent(new ProofFault.RootMismatch(wrong.root(), Merkle.emptyRoot())),
                422);
    }

    @ParameterizedTest
    @ValueSource(longs = {81, 82, 83})
    void oneChangedProofHashIsEnoughToRefuse(long seed) {
        Random random = new Random(seed);
        LogTree tree = LogTree.of(seed, 200);
        int latest = 1 + random.nextInt(150);
        int next = latest + 1 + random.nextInt(49);
        cosigned(request(0, List.of(), signed(tree, latest)));
        List<Hash> proof = tree.proof(latest, next);
        for (int i = 0; i < proof.size(); i++) {
            List<Hash> changed = new ArrayList<>(proof);
            byte[] bytes = changed.get(i).bytes();
            bytes[random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
            changed.set(i, Hash.of(bytes));
            assertThat(refused(request(latest, changed, signed(tree, next))).status())
                    .as("seed %d, hash %d", seed, i)
                    .isEqualTo(422);
        }
        cosigned(request(latest, proof, signed(tree, next)));
    }

    static Stream<Arguments> malformed() {
        String hash = Merkle.emptyRoot().base64() + "\n";
        String checkpoint = ORIGIN + "\n1\n" + hash + "\n— " + ORIGIN + " AAAAAAA=\n";
        return Stream.of(
                Arguments.of("", "NO_EMPTY_LINE"),
                Arguments.of("old 0\n", "NO_EMPTY_LINE"),
                Arguments.of("\n\n" + checkpoint, "MALFORMED_OLD_SIZE"),
                Arguments.of("new 0\n\n" + checkpoint, "MALFORMED_OLD_SIZE"),
                Arguments.of("old\n\n" + checkpoint, "MALFORMED_OLD_SIZE"),
                Arguments.of("old 00\n\n" + checkpoint, "MALFORMED_OLD_SIZE"),
                Arguments.of("old -1\n\n" + checkpoint, "MALFORMED_OLD_SIZE"),
                Arguments.of("old 1 \n\n" + checkpoint, "MALFORMED_OLD_SIZE"),
                Arguments.of("old 1\r\n\r\n" + checkpoint, "MALFORMED_OLD_SIZE"),
                Arguments.of("old 1\n" + checkpoint, "MALFORMED_HASH"),
                Arguments.of("old 1\nYWJj\n\n" + checkpoint, "MALFORMED_HASH"),
                Arguments.of("old 1\n" + hash.replace("=", "") + "\n" + checkpoint, "MALFORMED_HASH"),
                Arguments.of("old 1\n" + hash.repeat(64) + "\n" + checkpoint, "TOO_MANY_HASHES"),
                Arguments.of("old 1\n\n", "NO_BLANK_LINE"),
                Arguments.of("old 1\n\nx\n\n— name AAAAAAA=\n", "TOO_FEW_LINES"),
                Arguments.of("old 1\n\n" + checkpoint + "more\n", "MALFORMED_SIGNATURE_LINE"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void aMalformedRequestIsBad(String body, String code) {
        Refusal refusal = refused(body);
        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal)
                .isInstanceOfSatisfying(
                        Refusal.Malformed.class,
                        malformed -> assertThat(malformed.cause().code()).isEqualTo(code));
        assertThat(refusal.en()).startsWith("The request is malformed: ").endsWith(".");
        assertThat(refusal.it()).startsWith("La richiesta è malformata: ").endsWith(".");
        assertThat(refusal.body()).endsWith("\n");
    }

    @Test
    void aRequestIsWrittenAsItIsRead() throws Refused {
        LogTree tree = LogTree.of(10, 90);
        for (long old : new long[] {0, 1, 37, 64, 90}) {
            String body = request(old, tree.proof(old, 90), signed(tree, 90));
            assertThat(AddCheckpointRequest.parse(body.getBytes(StandardCharsets.UTF_8))
                            .format())
                    .isEqualTo(body);
        }
    }

    private String request(long oldSize, List<Hash> proof, SignedCheckpoint checkpoint) {
        return new AddCheckpointRequest(oldSize, proof, checkpoint).format();
    }

    private SignedCheckpoint signed(LogTree tree, long size) {
        return SignedCheckpoint.of(tree.head(size), key.sign(tree.head(size).text()));
    }

    private Decision decide(String body) {
        return Witness.decide(
                body.getBytes(StandardCharsets.UTF_8),
                origin -> origin.equals(ORIGIN)
                        ? Optional.of(new KnownLog(log, remembered.getOrDefault(origin, TreeHead.NONE)))
                        : Optional.empty());
    }

    private Decision.Cosign cosigned(String body) {
        Decision decision = decide(body);
        assertThat(decision).isInstanceOf(Decision.Cosign.class);
        Decision.Cosign cosign = (Decision.Cosign) decision;
        remembered.put(ORIGIN, cosign.remember());
        return cosign;
    }

    private Refusal refused(String body) {
        Decision decision = decide(body);
        assertThat(decision).isInstanceOf(Decision.Refuse.class);
        return ((Decision.Refuse) decision).refusal();
    }

    private Refusal assertRefused(String body, Refusal expected, int status) {
        Refusal refusal = refused(body);
        assertThat(refusal).isEqualTo(expected);
        assertThat(refusal.status()).isEqualTo(status);
        return refusal;
    }

    /** A log's tree over random entries. */
    private record LogTree(List<Hash> leaves, MerkleTree tree) {

        static LogTree of(long seed, int size) {
            List<Hash> leaves = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                leaves.add(Merkle.leaf(
                        ByteBuffer.allocate(16).putLong(seed).putLong(i).array()));
            }
            return of(leaves);
        }

        private static LogTree of(List<Hash> leaves) {
            Map<NodeId, Hash> nodes = new HashMap<>();
            Frontier frontier = new Frontier();
            leaves.forEach(leaf -> frontier.append(leaf, nodes::put));
            return new LogTree(
                    leaves,
                    new MerkleTree(wanted -> wanted.stream()
                            .map(node -> Objects.requireNonNull(nodes.get(node)))
                            .toList()));
        }

        LogTree rewritten(int index, int size) {
            List<Hash> other = new ArrayList<>(leaves.subList(0, size));
            other.set(index, Merkle.leaf("rewritten".getBytes(StandardCharsets.UTF_8)));
            return of(other);
        }

        Hash root(long size) {
            return tree.root(size);
        }

        Checkpoint head(long size) {
            return new Checkpoint(ORIGIN, size, root(size));
        }

        List<Hash> proof(long oldSize, long size) {
            return oldSize == 0 ? List.of() : tree.consistencyProof(oldSize, size);
        }
    }
}
