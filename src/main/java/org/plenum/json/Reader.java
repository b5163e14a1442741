package org.plenum.json;

import org.jspecify.annotations.Nullable;

/**
 * Turns a JSON value into one of the domain's.
 *
 * @param <T> what it reads
 */
@FunctionalInterface
public interface Reader<T> {
    /** Returns the value, or notes at its place what is wrong and returns null. */
    @Nullable T read(Place place);
}
