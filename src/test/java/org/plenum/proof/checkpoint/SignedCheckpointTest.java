package org.plenum.proof.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenum.proof.Refused;
import org.plenum.proof.note.KeyType;
import org.plenum.proof.note.NoteFault;
import org.plenum.proof.note.NoteRefused;
import org.plenum.proof.note.NoteSignature;
import org.plenum.proof.note.SigningKey;
import org.plenum.proof.note.VerifierKey;

/** Plenum's keys are the bytes 0 to 31 as seed; their signatures here were made by another implementation. */
class SignedCheckpointTest {

    private static final String LOG_SECRET =
            "PRIVATE+KEY+plenum.example/log+76c38bdf+AQABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f";
    private static final String WITNESS_SECRET =
            "PRIVATE+KEY+witness.example/w1+e75f6532+BAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f";
    private static final String LOG_KEY = "plenum.example/log+76c38bdf+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";
    private static final String WITNESS_KEY =
            "witness.example/w1+e75f6532+BAOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";
    private static final String TEXT = "plenum.example/log\n7\n3bib5AOAnjJXUNPSY814kpwpQreUKjS3fhIslZSnTIw=\n";
    private static final String LOG_LINE =
            "— plenum.example/log dsOL3x8loHYOlPLZhFORXxNGtCFBEDen5a7sGW501zGM/SFNyuAIsmzj9F/wDqmNiptnoU+clkPWaVRNVTkFSHTXSgM=\n";
    private static final String WITNESS_LINE =
            "— witness.example/w1 519lMgAAAABkGFDLpQZQmhCVsSimh3aG0pfVaE97aHsX9Oy+RS0hWGyx1u3sKPo0zHNJMIgzqDUFU1lgU552Xs6Ednj9b5oOcA8uDg==\n";
    private static final long TIME = 1679315147;

    private final LogIdentity log = new LogIdentity("plenum.example/log", List.of(VerifierKey.parse(LOG_KEY)));
    private final VerifierKey witness = VerifierKey.parse(WITNESS_KEY);

    SignedCheckpointTest() throws NoteRefused {}

    @Test
    void aCheckpointOfARunningLogVerifies() throws Refused {
        SignedCheckpoint signed = parse("""
                go.sum database tree
                35225469
                vt5T6GaLCXvyHFl9VUvvItR43XZxfLgftEcTyO3eJCQ=

                — sum.golang.org Az3grpukl5AXaVfYkLiDGORx/DN2nlcS5kZHR5uYOBV2KA2HgXpD+gu9HHONebHLAyaKbbTM75QTtPydhKCExixSfwQ=
                """);
        CheckedCheckpoint checked = signed.check(
                new LogIdentity(
                        "go.sum database tree",
                        List.of(VerifierKey.parse(
                                "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"))),
                List.of());
        assertThat(checked.checkpoint().size()).isEqualTo(35225469);
        assertThat(checked.byLog()).hasSize(1);
    }

    @Test
    void ourSignaturesAreWhatAnotherImplementationMakes() throws Refused {
        SigningKey key = SigningKey.parse(LOG_SECRET);
        SigningKey cosigner = SigningKey.parse(WITNESS_SECRET);
        assertThat(key.sign(TEXT).line()).isEqualTo(LOG_LINE);
        assertThat(cosigner.cosign(TEXT, TIME).line()).isEqualTo(WITNESS_LINE);
    }

    @Test
    void aWitnessIsKnownWithItsTime() throws Refused {
        CheckedCheckpoint checked = parse(TEXT + "\n" + LOG_LINE + WITNESS_LINE).check(log, List.of(witness));
        assertThat(checked.byWitnesses()).singleElement().satisfies(signature -> {
            assertThat(signature.key()).isEqualTo(witness);
            assertThat(signature.time()).hasValue(TIME);
        });
        assertThat(checked.witnesses()).isEqualTo(1);
        checked.requireWitnesses(1);
        assertFault(() -> checked.requireWitnesses(2), new CheckpointFault.TooFewWitnesses(1, 2));
    }

    @Test
    void twoCosignaturesOfOneWitnessAreOneWitness() throws Refused {
        SigningKey cosigner = SigningKey.parse(WITNESS_SECRET);
        CheckedCheckpoint checked = parse(TEXT + "\n" + LOG_LINE + WITNESS_LINE)
                .with(cosigner.cosign(TEXT, TIME + 1))
                .check(log, List.of(witness));
        assertThat(checked.byWitnesses()).hasSize(2);
        assertThat(checked.witnesses()).isEqualTo(1);
    }

    @Test
    void anUnknownWitnessIsIgnored() throws Refused {
        CheckedCheckpoint checked = parse(TEXT + "\n" + LOG_LINE + WITNESS_LINE).check(log, List.of());
        assertThat(checked.byWitnesses()).isEmpty();
        assertThat(checked.unknown()).extracting(NoteSignature::keyIdHex).containsExactly("e75f6532");
    }

    @Test
    void aCosignatureCoversTimeAndEveryLine() throws Refused {
        String extended = TEXT + "an extension\n";
        SigningKey key = SigningKey.parse(LOG_SECRET);
        SigningKey cosigner = SigningKey.parse(WITNESS_SECRET);
        NoteSignature good = cosigner.cosign(extended, TIME);
        String byLog = key.sign(extended).line();
        parse(extended + "\n" + byLog + good.line()).check(log, List.of(witness));
        NoteFault invalid = new NoteFault.SignatureInvalid("witness.example/w1", "e75f6532");
        assertFault(() -> parse(extended + "\n" + byLog + WITNESS_LINE).check(log, List.of(witness)), invalid);
        // The last bit of the time stands at the end of the sixteenth base64 digit.
        String later = good.line().replace("AAAABkGFDL", "AAAABkGFDM");
        assertThat(later).isNotEqualTo(good.line());
        assertFault(() -> parse(extended + "\n" + byLog + later).check(log, List.of(witness)), invalid);
    }

    @Test
    void aCosignatureWithATimePastWhatIsAllowedIsInvalid() throws Refused {
        // The first bit of the time is the third of the sixth base64 digit.
        String past = WITNESS_LINE.replace("519lMgAAAABkGFDL", "519lMoAAAABkGFDL");
        assertFault(
                () -> parse(TEXT + "\n" + LOG_LINE + past).check(log, List.of(witness)),
                new NoteFault.SignatureInvalid("witness.example/w1", "e75f6532"));
    }

    @Test
    void aCheckpointThatOnlyAWitnessSignedIsRefused() throws Refused {
        SignedCheckpoint signed = parse(TEXT + "\n" + WITNESS_LINE);
        assertFault(
                () -> signed.check(log, List.of(witness)), new CheckpointFault.NotSignedByLog("plenum.example/log"));
    }

    @Test
    void aCheckpointOfAnotherLogIsRefused() throws Refused {
        SignedCheckpoint signed = parse(TEXT + "\n" + LOG_LINE);
        LogIdentity other = new LogIdentity("other.example/log", log.keys());
        assertFault(
                () -> signed.check(other, List.of()),
                new CheckpointFault.OtherOrigin("plenum.example/log", "other.example/log"));
    }

    @Test
    void aWitnessKeyMustMakeCosignatures() throws Refused {
        SignedCheckpoint signed = parse(TEXT + "\n" + LOG_LINE);
        assertFault(
                () -> signed.check(log, log.keys()),
                new CheckpointFault.NotAWitnessKey("plenum.example/log", "76c38bdf"));
        assertThat(witness.type()).isEqualTo(KeyType.COSIGNATURE_V1);
    }

    @Test
    void aNoteThatIsNoCheckpointIsRefused() {
        assertFault(() -> parse("hello\n\n" + LOG_LINE), new CheckpointFault.TooFewLines(1));
    }

    private static SignedCheckpoint parse(String note) throws Refused {
        return SignedCheckpoint.parse(note.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertFault(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call, org.plenum.proof.Fault expected) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.fault()).isEqualTo(expected));
    }
}
