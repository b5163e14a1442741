package org.plenum.proof.merkle;

import java.util.Arrays;
import java.util.Optional;
import org.plenum.proof.Base64Text;

/** A SHA-256 hash: 32 bytes that never change. */
public final class Hash {

    /** The number of bytes in a hash. */
    public static final int LENGTH = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The hash with these bytes, which are copied. There must be {@link #LENGTH} of them. */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a hash has " + LENGTH + " bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** The hash that stands in {@code source} from {@code offset} on. */
    public static Hash at(byte[] source, int offset) {
        return of(Arrays.copyOfRange(source, offset, offset + LENGTH));
    }

    /** The hash that a base64 text stands for; empty if it is anything else than 32 bytes written the one usual way. */
    public static Optional<Hash> fromBase64(String text) {
        return Base64Text.decodeCanonical(text)
                .filter(bytes -> bytes.length == LENGTH)
                .map(Hash::new);
    }

    /** Takes bytes that nobody else holds, without copying them. */
    static Hash owning(byte[] digest) {
        return new Hash(digest);
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Writes the bytes into {@code target} from {@code offset} on. */
    public void copyInto(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, LENGTH);
    }

    /** The bytes in base64. */
    public String base64() {
        return Base64Text.encode(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
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
