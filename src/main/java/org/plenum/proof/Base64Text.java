package org.plenum.proof;

import java.util.Base64;
import java.util.Optional;

/** Base64 as C2SP texts use it: RFC 4648, section 4, padded. */
public final class Base64Text {

    private Base64Text() {}

    /** The bytes in base64, padded. */
    public static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The bytes that a padded text stands for, whatever its unused last bits say; empty if it isn't base64. */
    public static Optional<byte[]> decode(String text) {
        // The JDK's decoder takes text without its padding; the standards that we follow don't.
        if (text.length() % 4 != 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** As {@link #decode}, but only for the one text that {@link #encode} gives for those bytes. */
    public static Optional<byte[]> decodeCanonical(String text) {
        return decode(text).filter(bytes -> encode(bytes).equals(text));
    }
}
