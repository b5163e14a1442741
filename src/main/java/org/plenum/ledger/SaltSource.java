package org.plenum.ledger;

import java.security.SecureRandom;

/** Where the salts of entries come from: without them, a public hash of "for" could be guessed. */
public interface SaltSource {
    /** Length of a salt in bytes. */
    int LENGTH = 16;

    /** A new salt of 16 bytes. */
    byte[] next();

    /** Salts that nobody can predict. */
    static SaltSource random() {
        var random = new SecureRandom();
        return () -> {
            var salt = new byte[LENGTH];
            random.nextBytes(salt);
            return salt;
        };
    }
}
