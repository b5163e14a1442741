package org.plenum.ledger;

import org.jspecify.annotations.Nullable;

/** A stored entry that cannot be understood. It stops whatever reads it: no event is ever passed over. */
public final class UnreadableEntry extends RuntimeException {
    private final StreamId stream;
    private final long position;

    UnreadableEntry(StreamId stream, long position, String why, @Nullable Throwable cause) {
        super(stream + ", position " + position + ": " + why, cause);
        this.stream = stream;
        this.position = position;
    }

    /** The stream that has it. */
    public StreamId stream() {
        return stream;
    }

    /** Where in the stream it stands. */
    public long position() {
        return position;
    }
}
