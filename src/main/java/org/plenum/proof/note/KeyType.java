package org.plenum.proof.note;

import java.util.Optional;

/** What a key signs, by the type identifier byte that {@code signed-note} assigns. */
public enum KeyType {
    /** Ed25519 over the note's text. */
    ED25519(0x01),

    /** Ed25519 over a time and the note's text: {@code tlog-cosignature}'s {@code cosignature/v1}. */
    COSIGNATURE_V1(0x04);

    private final byte identifier;

    KeyType(int identifier) {
        this.identifier = (byte) identifier;
    }

    /** The byte that stands for this type in keys and key ids. */
    public byte identifier() {
        return identifier;
    }

    static Optional<KeyType> of(byte identifier) {
        for (KeyType type : values()) {
            if (type.identifier == identifier) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
