package org.plenum.proof.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plenum.proof.Fault;
import org.plenum.proof.Refused;
import org.plenum.proof.merkle.Frontier;
import org.plenum.proof.merkle.Hash;
import org.plenum.proof.merkle.Merkle;
import org.plenum.proof.merkle.MerkleTree;
import org.plenum.proof.merkle.NodeId;
import org.plenum.proof.merkle.ProofFault;
import org.plenum.proof.note.KeyType;
import org.plenum.proof.note.SigningKey;

class TlogProofTest {

    private static final String HEADER = "c2sp.org/tlog-proof@v1\n";
    private static final String HASH = "gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=";
    private static final String CHECKPOINT =
            "example.com/fancylog\n109482\nsFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=\n"
                    + "\n— example.com/fancylog AAAAAAA=\n";

    @Test
    void theSpecificationsExampleIsReadAndWrittenTheSame() throws Refused {
        String text = HEADER
                + "extra YWdlLXYxLjIuMS1kYXJ3aW4tYXJtNjQudGFyLmd6\n"
                + "index 73894\n"
                + HASH
                + "\nB95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=\n\n"
                + CHECKPOINT;
        TlogProof proof = parse(text);
        assertThat(proof.index()).isEqualTo(73894);
        assertThat(proof.hashes()).hasSize(2).first().hasToString(HASH);
        assertThat(proof.extra()).hasValue("YWdlLXYxLjIuMS1kYXJ3aW4tYXJtNjQudGFyLmd6");
        assertThat(proof.checkpoint().checkpoint().origin()).isEqualTo("example.com/fancylog");
        assertThat(proof.format()).isEqualTo(text);
    }

    @Test
    void extraAndHashesMayBeMissing() throws Refused {
        for (String text : List.of(
                HEADER + "index 0\n\n" + CHECKPOINT,
                HEADER + "extra \nindex 0\n\n" + CHECKPOINT,
                HEADER + "index 9223372036854775807\n" + (HASH + "\n").repeat(63) + "\n" + CHECKPOINT)) {
            assertThat(parse(text).format()).isEqualTo(text);
        }
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("", "NO_CHECKPOINT"),
                Arguments.of("wrong-header\nindex 0\n\n" + CHECKPOINT, "NO_HEADER"),
                Arguments.of(HEADER.replace("\n", "\r\n") + "index 0\n\n" + CHECKPOINT, "NO_HEADER"),
                Arguments.of(HEADER + "extra !!notbase64!!\nindex 0\n\n" + CHECKPOINT, "MALFORMED_EXTRA"),
                Arguments.of(HEADER + "extra YQ\nindex 0\n\n" + CHECKPOINT, "MALFORMED_EXTRA"),
                Arguments.of(HEADER + "\n\n" + CHECKPOINT, "MALFORMED_INDEX"),
                Arguments.of(HEADER + HASH + "\n\n" + CHECKPOINT, "MALFORMED_INDEX"),
                Arguments.of(HEADER + "index notanumber\n\n" + CHECKPOINT, "MALFORMED_INDEX"),
                Arguments.of(HEADER + "index -5\n\n" + CHECKPOINT, "MALFORMED_INDEX"),
                Arguments.of(HEADER + "index 05\n\n" + CHECKPOINT, "MALFORMED_INDEX"),
                Arguments.of(HEADER + "index  5\n\n" + CHECKPOINT, "MALFORMED_INDEX"),
                Arguments.of(HEADER + "index 9223372036854775808\n\n" + CHECKPOINT, "MALFORMED_INDEX"),
                Arguments.of(HEADER + "index 0\nextra YQ==\n\n" + CHECKPOINT, "MALFORMED_HASH"),
                Arguments.of(HEADER + "index 0\n!!notbase64!!\n\n" + CHECKPOINT, "MALFORMED_HASH"),
                Arguments.of(HEADER + "index 0\n" + HASH + HASH + "\n\n" + CHECKPOINT, "MALFORMED_HASH"),
                Arguments.of(HEADER + "index 0\n" + CHECKPOINT, "MALFORMED_HASH"),
                Arguments.of(HEADER + "index 0\n" + (HASH + "\n").repeat(64) + "\n" + CHECKPOINT, "TOO_MANY_HASHES"),
                Arguments.of(HEADER + "index 0\n" + HASH, "NO_CHECKPOINT"),
                Arguments.of(HEADER + "index 0\n\n", "NO_BLANK_LINE"),
                Arguments.of(HEADER + "index 0\n\ncheckpoint\n", "NO_BLANK_LINE"),
                Arguments.of(HEADER + "index 0\n\nx\n\n— name AAAAAAA=\n", "TOO_FEW_LINES"),
                Arguments.of(HEADER + "index 0\n\n" + CHECKPOINT + "more\n", "MALFORMED_SIGNATURE_LINE"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void anythingElseIsRefusedForWhatItIs(String text, String code) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> parse(text))
                .satisfies(refused -> assertThat(refused.fault().code()).isEqualTo(code));
    }

    @Test
    void aProofOfOurOwnHoldsForItsEntryAlone() throws Refused {
        SigningKey key = SigningKey.generate("plenum.example/log", KeyType.ED25519, new SecureRandom());
        LogIdentity log = new LogIdentity("plenum.example/log", List.of(key.verifier()));
        Map<NodeId, Hash> stored = new HashMap<>();
        Frontier frontier = new Frontier();
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            leaves.add(Merkle.leaf(("entry " + i).getBytes(StandardCharsets.UTF_8)));
            frontier.append(leaves.getLast(), stored::put);
        }
        MerkleTree tree = new MerkleTree(wanted -> wanted.stream()
                .map(node -> Optional.ofNullable(stored.get(node)).orElseThrow())
                .toList());
        Checkpoint head = new Checkpoint("plenum.example/log", 100, frontier.root());
        SignedCheckpoint signed = SignedCheckpoint.of(head, key.sign(head.text()));
        for (int index = 0; index < 100; index++) {
            TlogProof proof = parse(new TlogProof(index, tree.inclusionProof(index, 100), signed).format());
            proof.check(leaves.get(index), log, List.of());
            Hash other = leaves.get((index + 1) % 100);
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> proof.check(other, log, List.of()))
                    .satisfies(refused -> assertThat(refused.fault()).isInstanceOf(ProofFault.RootMismatch.class));
        }
        Checkpoint forged = new Checkpoint("plenum.example/log", 101, frontier.root());
        TlogProof unsigned = new TlogProof(
                0,
                tree.inclusionProof(0, 100),
                SignedCheckpoint.of(forged, signed.note().signatures().getFirst()));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> unsigned.check(leaves.getFirst(), log, List.of()))
                .extracting(Refused::fault)
                .extracting(Fault::code)
                .isEqualTo("SIGNATURE_INVALID");
    }

    @Test
    void whatCouldNotBeReadBackIsNotMade() throws Refused {
        SignedCheckpoint checkpoint = SignedCheckpoint.parse(CHECKPOINT.getBytes(StandardCharsets.UTF_8));
        assertThatIllegalArgumentException().isThrownBy(() -> new TlogProof(-1, List.of(), checkpoint));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TlogProof(Optional.of("a"), 0, List.of(), checkpoint));
    }

    private static TlogProof parse(String text) throws Refused {
        return TlogProof.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
