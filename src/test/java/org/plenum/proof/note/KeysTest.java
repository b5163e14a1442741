package org.plenum.proof.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

    private static final String PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String PETER_PRIVATE =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    @ParameterizedTest
    @ValueSource(
            strings = {
                PETER,
                "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8",
                "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2"
            })
    void publishedVerifierKeysAreReadAndWrittenTheSame(String text) throws NoteRefused {
        assertThat(VerifierKey.parse(text).text()).isEqualTo(text);
    }

    @Test
    void aKeySaysWhatItSigns() throws NoteRefused {
        assertThat(VerifierKey.parse(PETER).type()).isEqualTo(KeyType.ED25519);
        assertThat(VerifierKey.parse("remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2")
                        .type())
                .isEqualTo(KeyType.COSIGNATURE_V1);
    }

    @Test
    void noPartOfAVerifierKeyIsOne() {
        for (int from = 0; from < PETER.length(); from++) {
            for (int to = from; to <= PETER.length(); to++) {
                if (from > 0 || to < PETER.length()) {
                    assertRefused(PETER.substring(from, to));
                }
            }
        }
    }

    @Test
    void noVerifierKeyWithOneCharacterChangedIsOne() {
        for (int i = 0; i < PETER.length(); i++) {
            StringBuilder changed = new StringBuilder(PETER);
            changed.setCharAt(i, (char) (changed.charAt(i) + 1));
            assertRefused(changed.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==, MALFORMED_KEY",
        "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW, UNSUPPORTED_KEY_TYPE",
        "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW, MALFORMED_KEY",
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW, KEY_ID_MISMATCH",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW, MALFORMED_KEY",
        "bananas.sigstore.dev+12344556, MALFORMED_KEY",
        "rekor.sigstore.dev+12345678+THIS_IS_NOT_BASE64!, MALFORMED_KEY",
        "rekor.sigstore.dev+12345678+AwEB, UNSUPPORTED_KEY_TYPE",
        "name+12345678+, MALFORMED_KEY",
        "'', MALFORMED_KEY"
    })
    void aMalformedVerifierKeyIsRefusedForWhatItIs(String text, String code) {
        assertThatExceptionOfType(NoteRefused.class)
                .isThrownBy(() -> VerifierKey.parse(text))
                .satisfies(refused -> assertThat(refused.fault().code()).isEqualTo(code));
    }

    @Test
    void aPublishedPrivateKeyHasItsPublishedPublicKey() throws NoteRefused {
        SigningKey key = SigningKey.parse(PETER_PRIVATE);
        assertThat(key.verifier()).isEqualTo(VerifierKey.parse(PETER));
        assertThat(key.secretText()).isEqualTo(PETER_PRIVATE);
    }

    @Test
    void noPartOfAPrivateKeyIsOne() {
        for (int from = 0; from < PETER_PRIVATE.length(); from++) {
            for (int to = from; to <= PETER_PRIVATE.length(); to++) {
                if (from > 0 || to < PETER_PRIVATE.length()) {
                    String part = PETER_PRIVATE.substring(from, to);
                    assertThatExceptionOfType(NoteRefused.class).isThrownBy(() -> SigningKey.parse(part));
                }
            }
        }
    }

    @Test
    void noPrivateKeyWithOneCharacterChangedIsOne() {
        for (int i = 0; i < PETER_PRIVATE.length(); i++) {
            StringBuilder changed = new StringBuilder(PETER_PRIVATE);
            changed.setCharAt(i, (char) (changed.charAt(i) + 1));
            assertThatExceptionOfType(NoteRefused.class).isThrownBy(() -> SigningKey.parse(changed.toString()));
        }
    }

    @Test
    void aPrivateKeyIsNeverRepeatedInWhatIsSaidAboutIt() throws NoteRefused {
        String secret = "AYEKFALVFGyNhPJEMzD1QIDr";
        assertThat(SigningKey.parse(PETER_PRIVATE).toString()).doesNotContain(secret);
        assertThatExceptionOfType(NoteRefused.class)
                .isThrownBy(() -> SigningKey.parse(PETER_PRIVATE + "!"))
                .satisfies(refused -> {
                    assertThat(refused.getMessage()).doesNotContain(secret);
                    assertThat(refused.fault().toString()).doesNotContain(secret);
                });
    }

    @ParameterizedTest
    @EnumSource(KeyType.class)
    void aNewKeyIsReadBackAndDiffersFromTheNext(KeyType type) throws NoteRefused {
        SecureRandom random = new SecureRandom();
        SigningKey key = SigningKey.generate("plenum.example/log", type, random);
        assertThat(SigningKey.parse(key.secretText()).verifier()).isEqualTo(key.verifier());
        assertThat(VerifierKey.parse(key.verifier().text())).isEqualTo(key.verifier());
        assertThat(SigningKey.generate("plenum.example/log", type, random).verifier())
                .isNotEqualTo(key.verifier());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a+b", "a\u00a0b", "a\u2003b", "a\u3000b", "a\u0085b", "a\nb", "a\tb", "\ud800"})
    void aNameWithSpacesControlsOrAPlusIsRefused(String name) {
        assertThatExceptionOfType(NoteRefused.class)
                .isThrownBy(() -> SigningKey.generate(name, KeyType.ED25519, new SecureRandom()))
                .satisfies(refused -> assertThat(refused.fault()).isEqualTo(new NoteFault.MalformedKeyName(name)));
    }

    @Test
    void aKeySignsOnlyWhatItsTypeSays() throws NoteRefused {
        SecureRandom random = new SecureRandom();
        SigningKey log = SigningKey.generate("log", KeyType.ED25519, random);
        SigningKey witness = SigningKey.generate("witness", KeyType.COSIGNATURE_V1, random);
        assertThatIllegalStateException().isThrownBy(() -> log.cosign("text\n", 1));
        assertThatIllegalStateException().isThrownBy(() -> witness.sign("text\n"));
    }

    /** RFC 8032, section 7.1, tests 1 to 3. */
    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
                + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a, '',"
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
                + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c, 72,"
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
                + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025, af82,"
                + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    })
    void ed25519IsTheRfcs(String seed, String publicKey, String message, String signature) {
        HexFormat hex = HexFormat.of();
        byte[] key = hex.parseHex(publicKey);
        byte[] signed = hex.parseHex(signature);
        assertThat(Ed25519.publicKey(hex.parseHex(seed))).isEqualTo(key);
        assertThat(Ed25519.sign(hex.parseHex(seed), hex.parseHex(message))).isEqualTo(signed);
        assertThat(Ed25519.verify(key, hex.parseHex(message), signed)).isTrue();
        for (int i = 0; i < signed.length; i++) {
            signed[i] ^= 1;
            assertThat(Ed25519.verify(key, hex.parseHex(message), signed))
                    .as("byte %d", i)
                    .isFalse();
            signed[i] ^= 1;
        }
    }

    @Test
    void bytesThatAreNoPointOfTheCurveVerifyNothing() {
        byte[] noPoint = new byte[32];
        noPoint[0] = 2;
        assertThat(Ed25519.verify(noPoint, new byte[0], new byte[64])).isFalse();
        assertThat(Ed25519.verify(new byte[32], new byte[0], new byte[63])).isFalse();
    }

    @Test
    void twoKeysWithOneNameAndIdCannotBothBeTrusted() throws NoteRefused {
        VerifierKey key = VerifierKey.parse(PETER);
        assertThat(new TrustedKeys(List.of(key, VerifierKey.parse(PETER)))).isNotNull();
        VerifierKey twin = twin(key);
        assertThatExceptionOfType(NoteRefused.class)
                .isThrownBy(() -> new TrustedKeys(List.of(key, twin)))
                .satisfies(refused ->
                        assertThat(refused.fault()).isEqualTo(new NoteFault.AmbiguousKey("PeterNeumann", "c74f20a3")));
    }

    /** Pretends a collision, which would take a while to find. */
    private static VerifierKey twin(VerifierKey key) {
        byte[] other = key.publicKey();
        other[0] ^= 1;
        return VerifierKey.colliding(key.name(), key.type(), other, key.id());
    }

    private static void assertRefused(String text) {
        assertThatExceptionOfType(NoteRefused.class).as(text).isThrownBy(() -> VerifierKey.parse(text));
    }
}
