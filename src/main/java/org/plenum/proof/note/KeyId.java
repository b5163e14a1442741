package org.plenum.proof.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The short identifier that, with a name, points to a key: four bytes, written as eight lowercase hex digits. */
final class KeyId {

    static final int LENGTH = 4;

    private KeyId() {}

    /** SHA-256(name ‖ 0x0A ‖ type ‖ public key)[:4], as {@code signed-note} recommends. */
    static int of(String name, KeyType type, byte[] publicKey) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            digest.update(type.identifier());
            digest.update(publicKey);
            return ByteBuffer.wrap(digest.digest()).getInt();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform must have SHA-256", missing);
        }
    }

    static String hex(int id) {
        return "%08x".formatted(id);
    }
}
