package org.plenum.proof.note;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.plenum.proof.Base64Text;

/**
 * A private key under a name, written {@code PRIVATE+KEY+name+id+base64} as the tools around {@code signed-note} write
 * it. It never shows itself except through {@link #secretText}.
 */
public final class SigningKey {

    private static final String PREFIX = "PRIVATE+KEY+";

    private final byte[] seed;
    private final VerifierKey verifier;

    private SigningKey(String name, KeyType type, byte[] seed) {
        this.seed = seed;
        this.verifier = VerifierKey.of(name, type, Ed25519.publicKey(seed));
    }

    /**
     * A new key.
     *
     * @throws NoteRefused if the name isn't allowed
     */
    public static SigningKey generate(String name, KeyType type, SecureRandom random) throws NoteRefused {
        if (!KeyName.isValid(name)) {
            throw new NoteRefused(new NoteFault.MalformedKeyName(name));
        }
        byte[] seed = new byte[Ed25519.KEY_LENGTH];
        random.nextBytes(seed);
        return new SigningKey(name, type, seed);
    }

    /**
     * Reads what {@link #secretText} wrote.
     *
     * @throws NoteRefused if it isn't written so, is of a type that isn't supported, or has another id than its own
     */
    public static SigningKey parse(String secretText) throws NoteRefused {
        if (!secretText.startsWith(PREFIX)) {
            throw malformed();
        }
        String[] parts = secretText.substring(PREFIX.length()).split("\\+", 3);
        if (parts.length != 3 || !KeyName.isValid(parts[0])) {
            throw malformed();
        }
        byte[] material = Base64Text.decodeCanonical(parts[2])
                .filter(bytes -> bytes.length > 0)
                .orElseThrow(SigningKey::malformed);
        KeyType type = KeyType.of(material[0])
                .orElseThrow(() -> new NoteRefused(new NoteFault.UnsupportedKeyType(material[0] & 0xff)));
        if (material.length != 1 + Ed25519.KEY_LENGTH) {
            throw malformed();
        }
        SigningKey key = new SigningKey(parts[0], type, Arrays.copyOfRange(material, 1, material.length));
        if (!key.verifier.idHex().equals(parts[1])) {
            throw new NoteRefused(new NoteFault.KeyIdMismatch(parts[0], parts[1], key.verifier.idHex()));
        }
        return key;
    }

    /** The public key that belongs to it. */
    public VerifierKey verifier() {
        return verifier;
    }

    /** Signs a note's text. Only for a key of type {@link KeyType#ED25519}. */
    public NoteSignature sign(String noteText) {
        requireType(KeyType.ED25519);
        return signature(Ed25519.sign(seed, noteText.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Cosigns a checkpoint's note text. Only for a key of type {@link KeyType#COSIGNATURE_V1}.
     *
     * @param time when, in seconds since 1970
     */
    public NoteSignature cosign(String noteText, long time) {
        requireType(KeyType.COSIGNATURE_V1);
        if (time < 0) {
            throw new IllegalArgumentException("a cosignature's time can't be " + time);
        }
        return signature(Cosignature.sign(seed, noteText, time));
    }

    /** The whole secret, for the one file that keeps it. */
    public String secretText() {
        return PREFIX
                + verifier.name()
                + "+"
                + verifier.idHex()
                + "+"
                + Base64Text.encode(VerifierKey.typed(verifier.type(), seed));
    }

    @Override
    public String toString() {
        return "private key of " + verifier.name() + "+" + verifier.idHex();
    }

    private NoteSignature signature(byte[] bytes) {
        return NoteSignature.of(verifier.name(), verifier.id(), bytes);
    }

    private void requireType(KeyType type) {
        if (verifier.type() != type) {
            throw new IllegalStateException(this + " is of type " + verifier.type() + ", not " + type);
        }
    }

    // Says nothing of the text, which may be a secret with a slip in it.
    private static NoteRefused malformed() {
        return new NoteRefused(new NoteFault.MalformedPrivateKey());
    }
}
