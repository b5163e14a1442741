package org.plenum.proof.note;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Ed25519 (RFC 8032) by the JDK, with keys as the plain 32 bytes that the RFC names. */
final class Ed25519 {

    static final int KEY_LENGTH = 32;
    static final int SIGNATURE_LENGTH = 64;

    private static final String ALGORITHM = "Ed25519";

    // What DER puts before the 32 bytes of a key (RFC 8410).
    private static final byte[] PUBLIC_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final byte[] PRIVATE_PREFIX = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private Ed25519() {}

    /** Whether the signature is by this key; also false if the key's 32 bytes are no point of the curve. */
    static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_LENGTH) {
            return false;
        }
        try {
            PublicKey key = KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(concat(PUBLIC_PREFIX, publicKey)));
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (java.security.InvalidKeyException | java.security.spec.InvalidKeySpecException notAKey) {
            return false;
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("the JDK must have Ed25519", missing);
        }
    }

    static byte[] sign(byte[] seed, byte[] message) {
        try {
            PrivateKey key = KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(concat(PRIVATE_PREFIX, seed)));
            Signature signer = Signature.getInstance(ALGORITHM);
            signer.initSign(key);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every 32 bytes are an Ed25519 private key", impossible);
        }
    }

    /** The public key that belongs to a private one. */
    static byte[] publicKey(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            // The JDK derives a public key only while it makes a pair, so it is handed the seed as its randomness.
            generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
            byte[] encoded = generator.generateKeyPair().getPublic().getEncoded();
            return Arrays.copyOfRange(encoded, PUBLIC_PREFIX.length, encoded.length);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("the JDK must have Ed25519", missing);
        }
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** "Randomness" that is known beforehand and given out once. */
    private static final class Given extends SecureRandom {
        private final byte[] given;
        private boolean used;

        Given(byte[] given) {
            this.given = given.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (used || bytes.length != given.length) {
                throw new IllegalStateException("the JDK makes Ed25519 keys from other than 32 bytes asked for once");
            }
            used = true;
            System.arraycopy(given, 0, bytes, 0, given.length);
        }
    }
}
