package org.plenum.proof.note;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.plenum.proof.Base64Text;

/** A public key under a name, written {@code name+id+base64} ({@code signed-note}'s verifier key). */
public final class VerifierKey {

    private static final int ID_DIGITS = 8;

    private final String name;
    private final KeyType type;
    private final byte[] publicKey;
    private final int id;

    private VerifierKey(String name, KeyType type, byte[] publicKey, int id) {
        this.name = name;
        this.type = type;
        this.publicKey = publicKey.clone();
        this.id = id;
    }

    static VerifierKey of(String name, KeyType type, byte[] publicKey) {
        return new VerifierKey(name, type, publicKey, KeyId.of(name, type, publicKey));
    }

    /** A key with an id that isn't its own, as if somebody had found a collision. */
    static VerifierKey colliding(String name, KeyType type, byte[] publicKey, int id) {
        return new VerifierKey(name, type, publicKey, id);
    }

    /**
     * Reads {@code name+id+base64}.
     *
     * @throws NoteRefused if it isn't written so, is of a type that isn't supported, or has another id than its own
     */
    public static VerifierKey parse(String text) throws NoteRefused {
        // Base64 may contain a plus too, so only the first two separate.
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3 || !KeyName.isValid(parts[0]) || !parts[1].matches("[0-9a-f]{" + ID_DIGITS + "}")) {
            throw new NoteRefused(new NoteFault.MalformedKey(text));
        }
        byte[] material = Base64Text.decodeCanonical(parts[2])
                .filter(bytes -> bytes.length > 0)
                .orElseThrow(() -> new NoteRefused(new NoteFault.MalformedKey(text)));
        KeyType type = KeyType.of(material[0])
                .orElseThrow(() -> new NoteRefused(new NoteFault.UnsupportedKeyType(material[0] & 0xff)));
        if (material.length != 1 + Ed25519.KEY_LENGTH) {
            throw new NoteRefused(new NoteFault.MalformedKey(text));
        }
        VerifierKey key = of(parts[0], type, Arrays.copyOfRange(material, 1, material.length));
        if (!KeyId.hex(key.id).equals(parts[1])) {
            throw new NoteRefused(new NoteFault.KeyIdMismatch(parts[0], parts[1], KeyId.hex(key.id)));
        }
        return key;
    }

    /** Whom the key belongs to. */
    public String name() {
        return name;
    }

    /** What it signs. */
    public KeyType type() {
        return type;
    }

    /** The key's id: eight lowercase hex digits. */
    public String idHex() {
        return KeyId.hex(id);
    }

    /** The 32 bytes of the Ed25519 public key. */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** The key as {@link #parse} reads it. */
    public String text() {
        return name + "+" + idHex() + "+" + Base64Text.encode(typed(type, publicKey));
    }

    int id() {
        return id;
    }

    /** Whether these bytes are a signature of the note's text by this key. */
    boolean verifies(String noteText, byte[] signature) {
        return switch (type) {
            case ED25519 -> Ed25519.verify(publicKey, noteText.getBytes(StandardCharsets.UTF_8), signature);
            case COSIGNATURE_V1 -> Cosignature.verify(publicKey, noteText, signature);
        };
    }

    static byte[] typed(KeyType type, byte[] key) {
        byte[] typed = new byte[1 + key.length];
        typed[0] = type.identifier();
        System.arraycopy(key, 0, typed, 1, key.length);
        return typed;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key
                && name.equals(key.name)
                && type == key.type
                && Arrays.equals(publicKey, key.publicKey);
    }

    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public String toString() {
        return text();
    }
}
