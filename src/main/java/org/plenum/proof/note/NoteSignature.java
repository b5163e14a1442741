package org.plenum.proof.note;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.plenum.proof.Base64Text;

/**
 * One signature line of a note, whoever's key it claims.
 *
 * @param keyName the name of the key that it claims
 * @param base64 the key's id and the signature, as the line has it
 */
public record NoteSignature(String keyName, String base64) {

    private static final String PREFIX = "— ";

    public NoteSignature {
        if (!KeyName.isValid(keyName) || decode(base64).isEmpty()) {
            throw new IllegalArgumentException("no signature line: " + keyName + " " + base64);
        }
    }

    static NoteSignature of(String keyName, int keyId, byte[] signature) {
        byte[] bytes = ByteBuffer.allocate(KeyId.LENGTH + signature.length)
                .putInt(keyId)
                .put(signature)
                .array();
        return new NoteSignature(keyName, Base64Text.encode(bytes));
    }

    /** The signature that stands on a line, without its line break; empty if none does. */
    static Optional<NoteSignature> parse(String line) {
        if (!line.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String[] parts = line.substring(PREFIX.length()).split(" ", 2);
        return parts.length == 2
                        && KeyName.isValid(parts[0])
                        && decode(parts[1]).isPresent()
                ? Optional.of(new NoteSignature(parts[0], parts[1]))
                : Optional.empty();
    }

    /** Whether it claims to be made with a key. */
    public boolean isClaimedFor(VerifierKey key) {
        return keyName.equals(key.name()) && keyId() == key.id();
    }

    /** The line as it stands in a note, with its line break. */
    public String line() {
        return PREFIX + keyName + " " + base64 + "\n";
    }

    /** The id of the key that it claims: eight lowercase hex digits. */
    public String keyIdHex() {
        return KeyId.hex(keyId());
    }

    /** The signature itself, without the key's id. */
    public byte[] signature() {
        byte[] bytes = decode(base64).orElseThrow();
        return Arrays.copyOfRange(bytes, KeyId.LENGTH, bytes.length);
    }

    int keyId() {
        return ByteBuffer.wrap(decode(base64).orElseThrow()).getInt();
    }

    // Unused last bits may be anything, as in the other implementations: a signature isn't a name for anything.
    private static Optional<byte[]> decode(String base64) {
        return Base64Text.decode(base64).filter(bytes -> bytes.length > KeyId.LENGTH);
    }
}
