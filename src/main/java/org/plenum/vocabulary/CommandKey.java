package org.plenum.vocabulary;

import java.util.UUID;

/** The caller's own name for one command: the same key again means the same command again, never a second one. */
public record CommandKey(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
