package org.plenum.ledger.urn;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.plenum.ledger.urn.UrnKeys.UrnName;
import org.plenum.vocabulary.Choice;

/**
 * An urn's ballots under its key: AES-256-GCM, a new nonce each time, bound to the urn's name. All ballots of a
 * vote take equally many bytes, so that the size tells how many there are and nothing else.
 */
final class SealedBallots {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random;

    SealedBallots(SecureRandom random) {
        this.random = random;
    }

    /** Shuffles ballots and encrypts them. */
    byte[] seal(UrnName urn, SecretKey key, Papers papers, List<Choice> ballots) {
        var shuffled = new ArrayList<>(ballots);
        Collections.shuffle(shuffled, random);
        var plain = papers.write(shuffled);
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, urn, key, nonce).doFinal(plain);
            var whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
            return whole;
        } catch (GeneralSecurityException e) {
            throw new UrnFailed("the urn of " + urn.vote() + " cannot be closed", e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** Decrypts ballots. */
    List<Choice> open(UrnName urn, SecretKey key, Papers papers, byte[] sealed) {
        try {
            var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
            var plain = cipher(Cipher.DECRYPT_MODE, urn, key, nonce)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            var ballots = papers.read(urn, plain);
            Arrays.fill(plain, (byte) 0);
            return ballots;
        } catch (GeneralSecurityException e) {
            throw new UrnFailed("the urn of " + urn.vote() + " does not open: it or its key was changed", e);
        }
    }

    private static Cipher cipher(int mode, UrnName urn, SecretKey key, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((urn.session() + "/" + urn.vote()).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
