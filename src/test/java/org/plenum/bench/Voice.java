package org.plenum.bench;

/** Somebody who gives a meeting's commands, and comes back when each is answered. One thread at a time uses it. */
interface Voice extends AutoCloseable {
    /** Casts a seat's ballot; returns the position at which it is recorded. */
    long cast(int vote, int seat) throws Exception;

    /** Opens a vote. */
    void open(int vote) throws Exception;

    /** Closes a vote. */
    void close(int vote) throws Exception;

    @Override
    default void close() {}
}
