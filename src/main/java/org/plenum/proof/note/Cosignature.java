package org.plenum.proof.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** {@code cosignature/v1} of {@code tlog-cosignature}: eight bytes of time, then Ed25519 over the time and the text. */
final class Cosignature {

    private static final int LENGTH = Long.BYTES + Ed25519.SIGNATURE_LENGTH;

    private Cosignature() {}

    /** The time of a cosignature, in seconds since 1970; empty if these bytes are none, or its time is past 2^63 − 1. */
    static OptionalLong time(byte[] cosignature) {
        if (cosignature.length != LENGTH) {
            return OptionalLong.empty();
        }
        long time = ByteBuffer.wrap(cosignature).getLong();
        return time < 0 ? OptionalLong.empty() : OptionalLong.of(time);
    }

    static byte[] sign(byte[] seed, String noteText, long time) {
        return ByteBuffer.allocate(LENGTH)
                .putLong(time)
                .put(Ed25519.sign(seed, message(noteText, time)))
                .array();
    }

    static boolean verify(byte[] publicKey, String noteText, byte[] cosignature) {
        OptionalLong time = time(cosignature);
        if (time.isEmpty()) {
            return false;
        }
        byte[] signature = new byte[Ed25519.SIGNATURE_LENGTH];
        ByteBuffer.wrap(cosignature).position(Long.BYTES).get(signature);
        return Ed25519.verify(publicKey, message(noteText, time.getAsLong()), signature);
    }

    private static byte[] message(String noteText, long time) {
        return ("cosignature/v1\ntime " + time + "\n" + noteText).getBytes(StandardCharsets.UTF_8);
    }
}
