package org.plenum.projection;

import org.jspecify.annotations.Nullable;

/** A stored number that a replay does not find again, or an event that cannot be where it is. The replay stops there. */
public final class ReplayMismatch extends IllegalStateException {
    private final long position;

    /** An event at a position says one thing, the fold of all before it another. */
    public ReplayMismatch(long position, String what, @Nullable Object stored, @Nullable Object found) {
        super("position " + position + ": " + what + " is stored as " + stored + " and found as " + found);
        this.position = position;
    }

    /** An event that the fold cannot take in. */
    public ReplayMismatch(long position, RuntimeException why) {
        super("position " + position + ": " + why.getMessage(), why);
        this.position = position;
    }

    /** The position of the event. */
    public long position() {
        return position;
    }
}
