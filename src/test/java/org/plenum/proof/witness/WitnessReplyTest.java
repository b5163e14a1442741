package org.plenum.proof.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenum.proof.Fault;
import org.plenum.proof.checkpoint.Checkpoint;
import org.plenum.proof.merkle.Merkle;
import org.plenum.proof.note.KeyType;
import org.plenum.proof.note.NoteFault;
import org.plenum.proof.note.NoteRefused;
import org.plenum.proof.note.NoteSignature;
import org.plenum.proof.note.SigningKey;

class WitnessReplyTest {

    private final Checkpoint sent = new Checkpoint("plenum.example/log", 1, Merkle.leaf(new byte[0]));
    private final SigningKey witness = key("witness.example/w1");
    private final NoteSignature cosignature = witness.cosign(sent.text(), 1_700_000_000);

    WitnessReplyTest() throws NoteRefused {}

    @Test
    void cosignaturesOfTheWitnessAreTakenAndOthersIgnored() throws NoteRefused {
        NoteSignature stranger = key("stranger").cosign(sent.text(), 1);
        assertThat(read(200, stranger.line() + cosignature.line()))
                .isEqualTo(new WitnessReply.Cosigned(List.of(cosignature)));
    }

    @Test
    void aYesWithoutAUsableCosignatureIsNone() throws NoteRefused {
        assertUnusable(key("stranger").cosign(sent.text(), 1).line(), new NoteFault.NoTrustedSignature());
        assertUnusable(witness.cosign(sent.text(), 0).line(), new NoteFault.NoTrustedSignature());
        assertUnusable(
                witness.cosign(sent.text().replace("1\n", "2\n"), 1).line(),
                new NoteFault.SignatureInvalid(
                        "witness.example/w1", witness.verifier().idHex()));
        assertUnusable("", new NoteFault.NoSignatures());
        assertUnusable("OK\n", new NoteFault.MalformedSignatureLine("OK"));
        assertUnusable(cosignature.line().stripTrailing(), new NoteFault.LastLineNotEnded());
    }

    @Test
    void aConflictSaysWhichSizeIsKnown() {
        assertThat(read(409, "20852014\n")).isEqualTo(new WitnessReply.KnowsSize(20852014));
        assertThat(read(409, "0\n")).isEqualTo(new WitnessReply.KnowsSize(0));
    }

    @ParameterizedTest
    @CsvSource({"409, 'no number\n'", "409, 12", "409, '012\n'", "422, '12\n'", "404, 'unknown\n'", "500, ''", "201, ''"
    })
    void anythingElseIsANo(int status, String words) {
        assertThat(read(status, words)).isEqualTo(new WitnessReply.SaysNo(status, words));
    }

    private void assertUnusable(String body, Fault fault) {
        assertThat(read(200, body)).isEqualTo(new WitnessReply.Unusable(fault));
    }

    private WitnessReply read(int status, String body) {
        return WitnessReply.read(status, body.getBytes(StandardCharsets.UTF_8), sent, List.of(witness.verifier()));
    }

    private static SigningKey key(String name) throws NoteRefused {
        return SigningKey.generate(name, KeyType.COSIGNATURE_V1, new SecureRandom());
    }
}
