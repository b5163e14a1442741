package org.plenum.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The hash of an entry: that of its leaf in the transparency log, SHA-256(0x00 ‖ line). */
public final class EntryHash {
    private static final int LENGTH = 32;

    /** One for each thread: to look one up takes longer than to hash a short line. */
    private static final ThreadLocal<MessageDigest> LEAF = ThreadLocal.withInitial(EntryHash::sha256);

    private final byte[] bytes;

    private EntryHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The hash of a line. */
    public static EntryHash of(byte[] line) {
        var digest = LEAF.get();
        digest.update((byte) 0);
        return new EntryHash(digest.digest(line));
    }

    /**
     * Reads a hash written in base64.
     *
     * @throws IllegalArgumentException if it is not one
     */
    public static EntryHash parse(String base64) {
        var bytes = Base64.getDecoder().decode(base64);
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("not a SHA-256 hash: " + base64);
        }
        return new EntryHash(bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A copy of its 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** In base64, as entries write it. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** In hexadecimal, as addresses write it. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EntryHash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }
}
