package org.plenum.web.account;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Passwords, hashed with Argon2id: 19 MiB, two passes, one lane, 16 bytes of salt, 32 of hash. What was hashed with other
 * parameters stays readable, because each hash tells its own.
 */
public final class Passwords {
    /** The shortest password. There is no other rule: long is what helps. */
    public static final int SHORTEST = 12;

    /** The longest, so that nobody has the server hash a book. */
    public static final int LONGEST = 200;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;

    /** So many are hashed at once; whoever comes later waits, and memory stays bounded. */
    private static final int AT_ONCE = 4;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);
    private final Semaphore turns = new Semaphore(AT_ONCE);
    private volatile @Nullable String nobodys;

    /** Whether a password is long enough, and not too long. */
    public static boolean isPossible(String password) {
        var length = password.codePointCount(0, password.length());
        return length >= SHORTEST && length <= LONGEST;
    }

    String hash(String password) {
        turns.acquireUninterruptibly();
        try {
            return java.util.Objects.requireNonNull(argon2.encode(password));
        } finally {
            turns.release();
        }
    }

    /** Whether a password is the one; without a hash it never is, and to find that out takes as long. */
    boolean matches(String password, @Nullable String hash) {
        if (password.length() > 2 * LONGEST) {
            return false;
        }
        var against = hash == null ? nobodysHash() : hash;
        turns.acquireUninterruptibly();
        try {
            return argon2.matches(password, against) && hash != null;
        } finally {
            turns.release();
        }
    }

    private String nobodysHash() {
        var known = nobodys;
        if (known == null) {
            known = hash(Secret.random().text());
            nobodys = known;
        }
        return known;
    }
}
