package org.plenum.proof.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys, text and signatures are those published with Go's implementation and in the specification. */
class NoteTest {

    private static final String PETER_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String ENOCH_KEY = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
    private static final String TEXT = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String PETER =
            "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private static final String ENOCH =
            "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";

    @Test
    void theSpecificationsExampleVerifies() throws NoteRefused {
        String note = """
                This is an example message.

                — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
                """;
        CheckedNote checked =
                parse(note).check(trusted("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"));
        assertThat(checked.text()).isEqualTo("This is an example message.\n");
        assertThat(checked.verified())
                .singleElement()
                .satisfies(signature -> assertThat(signature.time()).isEmpty());
    }

    @Test
    void signingGivesThePublishedNote() throws NoteRefused {
        SigningKey key =
                SigningKey.parse("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
        assertThat(Note.of(TEXT, key.sign(TEXT)).format()).isEqualTo(TEXT + "\n" + PETER);
    }

    @Test
    void unknownSignaturesAreIgnored() throws NoteRefused {
        CheckedNote checked = parse(TEXT + "\n" + PETER + ENOCH).check(trusted(PETER_KEY));
        assertThat(checked.text()).isEqualTo(TEXT);
        assertThat(names(checked)).containsExactly("PeterNeumann");
        assertThat(checked.unknown()).extracting(NoteSignature::keyName).containsExactly("EnochRoot");
    }

    @Test
    void severalSignaturesVerifyInTheirOrder() throws NoteRefused {
        assertThat(names(parse(TEXT + "\n" + ENOCH + PETER).check(trusted(PETER_KEY, ENOCH_KEY))))
                .containsExactly("EnochRoot", "PeterNeumann");
    }

    @Test
    void aNoteThatNobodyTrustedSignedIsRefused() throws NoteRefused {
        Note note = parse(TEXT + "\n" + PETER + ENOCH);
        assertFault(() -> note.check(trusted()), new NoteFault.NoTrustedSignature());
    }

    @Test
    void aKnownNameWithAnotherIdOrAKnownIdWithAnotherNameIsUnknown() throws NoteRefused {
        Note otherName = parse(TEXT + "\n" + PETER.replace("PeterNeumann", "CarmenSandiego"));
        assertFault(() -> otherName.check(trusted(PETER_KEY)), new NoteFault.NoTrustedSignature());
        Note otherId = parse(TEXT + "\n" + PETER.replace("x08g", "xxxx"));
        assertFault(() -> otherId.check(trusted(PETER_KEY)), new NoteFault.NoTrustedSignature());
    }

    @Test
    void oneBadSignatureByATrustedKeyRefusesTheWholeNote() throws NoteRefused {
        NoteFault invalid = new NoteFault.SignatureInvalid("PeterNeumann", "c74f20a3");
        Note longer = parse(TEXT + "\n" + PETER.replace("xVBtiFup", "xVBtABCDiFup") + ENOCH);
        assertFault(() -> longer.check(trusted(PETER_KEY, ENOCH_KEY)), invalid);
        Note afterAGoodOne = parse(TEXT + "\n" + PETER + PETER.replace("xVBtiFup", "xVBtiFuq"));
        assertFault(() -> afterAGoodOne.check(trusted(PETER_KEY)), invalid);
        Note otherText = parse(TEXT.replace("think", "thing") + "\n" + PETER);
        assertFault(() -> otherText.check(trusted(PETER_KEY)), invalid);
    }

    @Test
    void repeatedSignaturesCountOnce() throws NoteRefused {
        CheckedNote checked = parse(TEXT + "\n" + PETER + PETER + ENOCH + ENOCH).check(trusted(PETER_KEY));
        assertThat(names(checked)).containsExactly("PeterNeumann");
        assertThat(checked.unknown()).hasSize(1);
    }

    @Test
    void aHundredSignaturesAreReadAndOneMoreIsNot() throws NoteRefused {
        assertThat(parse(TEXT + "\n" + PETER.repeat(100)).signatures()).hasSize(100);
        assertMalformed(TEXT + "\n" + PETER.repeat(101), "TOO_MANY_SIGNATURES");
    }

    @Test
    void theLastBlankLineSeparates() throws NoteRefused {
        Note note = parse("one\n\ntwo\n\n\n— a/b AAAAAAA=\n");
        assertThat(note.text()).isEqualTo("one\n\ntwo\n\n");
        assertThat(note.signatures()).containsExactly(new NoteSignature("a/b", "AAAAAAA="));
    }

    static Stream<Arguments> malformed() {
        String blank = TEXT + "\n";
        return Stream.of(
                Arguments.of("", "NO_BLANK_LINE"),
                Arguments.of("nobbled", "NO_BLANK_LINE"),
                Arguments.of(TEXT, "NO_BLANK_LINE"),
                Arguments.of("\n" + PETER, "NO_BLANK_LINE"),
                Arguments.of(TEXT + PETER, "NO_BLANK_LINE"),
                Arguments.of(blank, "NO_SIGNATURES"),
                Arguments.of(blank + PETER.stripTrailing(), "LAST_LINE_NOT_ENDED"),
                Arguments.of("\u0001" + blank + PETER, "CONTROL_CHARACTER"),
                Arguments.of(TEXT.replace(" ", "\t") + "\n" + PETER, "CONTROL_CHARACTER"),
                Arguments.of((blank + PETER).replace("\n", "\r\n"), "CONTROL_CHARACTER"),
                Arguments.of(blank + PETER + "\u0000", "CONTROL_CHARACTER"),
                Arguments.of(blank + "— Bad Name x08go/ZJkuBS9UG/\n", "MALFORMED_SIGNATURE_LINE"),
                Arguments.of(blank + "— Bad\u2009Name x08go/ZJkuBS9UG/\n", "MALFORMED_SIGNATURE_LINE"),
                Arguments.of(blank + "— Bad+Name x08go/ZJkuBS9UG/\n", "MALFORMED_SIGNATURE_LINE"),
                Arguments.of(blank + "—  x08go/ZJkuBS9UG/\n", "MALFORMED_SIGNATURE_LINE"),
                Arguments.of(blank + "— name\n", "MALFORMED_SIGNATURE_LINE"),
                Arguments.of(blank + "— name \n", "MALFORMED_SIGNATURE_LINE"),
                Arguments.of(blank + "— name AAAAAA==\n", "MALFORMED_SIGNATURE_LINE"),
                Arguments.of(blank + "— name AAAAAAA\n", "MALFORMED_SIGNATURE_LINE"),
                Arguments.of(blank + "— name AAAA_AA=\n", "MALFORMED_SIGNATURE_LINE"),
                Arguments.of(blank + "— name AAAAAAA= \n", "MALFORMED_SIGNATURE_LINE"),
                Arguments.of(blank + "- name AAAAAAA=\n", "MALFORMED_SIGNATURE_LINE"),
                Arguments.of(blank + " " + PETER, "MALFORMED_SIGNATURE_LINE"),
                Arguments.of(blank + PETER + "Unexpected line.\n", "MALFORMED_SIGNATURE_LINE"),
                Arguments.of(blank + PETER + "\n", "NO_SIGNATURES"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void aMalformedNoteIsRefusedForWhatItIs(String note, String code) {
        assertMalformed(note, code);
    }

    @Test
    void bytesThatArentUtf8AreRefused() {
        byte[] bytes = ("x" + TEXT + "\n" + PETER).getBytes(StandardCharsets.UTF_8);
        for (int bad : new int[] {0xff, 0xc0, 0x80, 0xed}) {
            bytes[0] = (byte) bad;
            assertFault(() -> Note.parse(bytes), new NoteFault.NotUtf8());
        }
    }

    @Test
    void anEndlessNoteIsRefusedUnread() {
        byte[] endless = new byte[1_000_001];
        Arrays.fill(endless, (byte) '\n');
        assertFault(() -> Note.parse(endless), new NoteFault.TooLong(1_000_001, 1_000_000));
    }

    @Test
    void aNoteIsWrittenAsItWasRead() throws NoteRefused {
        String text = "one\n\ntwo — ‽\n";
        for (String note : List.of(
                TEXT + "\n" + PETER + ENOCH, text + "\n" + ENOCH, "\n\n— name AAAAAAB=\n", "x\n\n— é AAAAAAA=\n")) {
            assertThat(parse(note).format()).isEqualTo(note);
        }
    }

    @Test
    void whatCouldNotBeReadBackIsNotMade() {
        assertThatIllegalArgumentException().isThrownBy(() -> Note.of("no line break"));
        assertThatIllegalArgumentException().isThrownBy(() -> Note.of("tab\there\n"));
        assertThatIllegalArgumentException().isThrownBy(() -> new NoteSignature("a+b", "AAAAAAA="));
        assertThatIllegalArgumentException().isThrownBy(() -> new NoteSignature("a", "AAAA"));
    }

    @Test
    void everyFaultIsASentenceInBothLanguages() {
        for (NoteFault fault : List.of(
                new NoteFault.ControlCharacter(9, 3),
                new NoteFault.UnsupportedKeyType(2),
                new NoteFault.KeyIdMismatch("a", "00000000", "11111111"),
                new NoteFault.MalformedSignatureLine("x".repeat(1000)))) {
            assertThat(fault.en()).endsWith(".").hasSizeLessThan(300);
            assertThat(fault.it()).endsWith(".").hasSizeLessThan(300).isNotEqualTo(fault.en());
        }
    }

    private static List<String> names(CheckedNote checked) {
        return checked.verified().stream()
                .map(signature -> signature.key().name())
                .toList();
    }

    private static Note parse(String note) throws NoteRefused {
        return Note.parse(note.getBytes(StandardCharsets.UTF_8));
    }

    private static TrustedKeys trusted(String... keys) throws NoteRefused {
        VerifierKey[] parsed = new VerifierKey[keys.length];
        for (int i = 0; i < keys.length; i++) {
            parsed[i] = VerifierKey.parse(keys[i]);
        }
        return new TrustedKeys(List.of(parsed));
    }

    private static void assertMalformed(String note, String code) {
        assertThatExceptionOfType(NoteRefused.class)
                .isThrownBy(() -> parse(note))
                .satisfies(refused -> assertThat(refused.fault().code()).isEqualTo(code));
    }

    private static void assertFault(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, NoteFault expected) {
        assertThatExceptionOfType(NoteRefused.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.fault()).isEqualTo(expected));
    }
}
