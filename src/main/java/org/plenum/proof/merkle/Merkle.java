package org.plenum.proof.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The three hashes of RFC 6962, section 2.1: of no leaves, of a leaf, of two subtrees. */
public final class Merkle {

    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;

    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Merkle::newDigest);

    private static final Hash EMPTY_ROOT = Hash.owning(newDigest().digest());

    private Merkle() {}

    /** The root of a tree without leaves: SHA-256 of nothing. */
    public static Hash emptyRoot() {
        return EMPTY_ROOT;
    }

    /** The hash of a leaf: SHA-256(0x00 ‖ entry). */
    public static Hash leaf(byte[] entry) {
        return leaf(entry, 0, entry.length);
    }

    /** The hash of a leaf whose entry is {@code length} bytes of {@code buffer} from {@code offset} on. */
    public static Hash leaf(byte[] buffer, int offset, int length) {
        MessageDigest digest = SHA_256.get();
        digest.update(LEAF);
        digest.update(buffer, offset, length);
        return Hash.owning(digest.digest());
    }

    /** The hash of the node above two subtrees: SHA-256(0x01 ‖ left ‖ right). */
    public static Hash node(Hash left, Hash right) {
        byte[] message = new byte[1 + 2 * Hash.LENGTH];
        message[0] = NODE;
        left.copyInto(message, 1);
        right.copyInto(message, 1 + Hash.LENGTH);
        return Hash.owning(SHA_256.get().digest(message));
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform must have SHA-256", missing);
        }
    }
}
