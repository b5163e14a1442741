package org.plenum.proof.note;

import java.util.OptionalLong;

/** A signature that was verified with this key. */
public record CheckedSignature(VerifierKey key, NoteSignature signature) {

    /** When the signer says it signed, in seconds since 1970: only cosignatures say so. */
    public OptionalLong time() {
        return switch (key.type()) {
            case ED25519 -> OptionalLong.empty();
            case COSIGNATURE_V1 -> Cosignature.time(signature.signature());
        };
    }
}
