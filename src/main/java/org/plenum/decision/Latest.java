package org.plenum.decision;

import org.jspecify.annotations.Nullable;

/**
 * Gives the same object again where an equal one follows it, so that what a thousand votes have in common, such as who was
 * there, is held once. One thread at a time may use it.
 */
public final class Latest<T> {
    private @Nullable T latest;

    /** The value, or an equal one that came just before it. */
    public T of(T value) {
        var known = latest;
        if (known != null && value.equals(known)) {
            return known;
        }
        latest = value;
        return value;
    }
}
