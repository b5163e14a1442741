package org.plenum.web.api;

import org.jspecify.annotations.Nullable;

/** What a request gave for one of its fields, once the whole request was read and nothing is wrong with it. */
record Given<T>(@Nullable T value) {
    private static final Given<?> NOTHING = new Given<>(null);

    /** Nothing was given, or nothing that could be read. */
    @SuppressWarnings("unchecked")
    static <T> Given<T> nothing() {
        return (Given<T>) NOTHING;
    }

    /** The value of a required field. */
    T get() {
        if (value == null) {
            throw new IllegalStateException("not given; only required fields may be asked so");
        }
        return value;
    }

    /** The value of an optional field, or null where it was left out. */
    @Nullable T orNull() {
        return value;
    }

    /** The value of an optional field, or another where it was left out. */
    T or(T otherwise) {
        return value == null ? otherwise : value;
    }

    /** Whether the field was given. */
    boolean isGiven() {
        return value != null;
    }
}
