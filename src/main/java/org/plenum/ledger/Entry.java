package org.plenum.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.plenum.event.AssemblyEvent;
import org.plenum.event.Event;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;

/** One entry of the ledger: a recorded event of a stream, and the line of JSON that it is stored, hashed and shown as. */
public final class Entry {
    private final StreamId stream;
    private final Recorded<? extends Event> recorded;
    private final byte[] line;
    private final @Nullable String disclosed;
    private volatile @Nullable EntryHash hash;

    Entry(StreamId stream, Recorded<? extends Event> recorded, byte[] line, @Nullable String disclosed) {
        this.stream = stream;
        this.recorded = recorded;
        this.line = line;
        this.disclosed = disclosed;
    }

    /** The stream that it belongs to. */
    public StreamId stream() {
        return stream;
    }

    /** Its place in its stream, from 1, without gaps. */
    public long position() {
        return recorded.position();
    }

    /** The event with the circumstances of its recording. */
    public Recorded<? extends Event> recorded() {
        return recorded;
    }

    /** The event of a session's entry; throws {@link IllegalStateException} if it is an assembly's. */
    @SuppressWarnings("unchecked")
    public Recorded<SessionEvent> ofSession() {
        if (!(recorded.event() instanceof SessionEvent)) {
            throw new IllegalStateException(stream + " is not a session");
        }
        return (Recorded<SessionEvent>) recorded;
    }

    /** The event of an assembly's entry; throws {@link IllegalStateException} if it is a session's. */
    @SuppressWarnings("unchecked")
    public Recorded<AssemblyEvent> ofAssembly() {
        if (!(recorded.event() instanceof AssemblyEvent)) {
            throw new IllegalStateException(stream + " is not an assembly");
        }
        return (Recorded<AssemblyEvent>) recorded;
    }

    /** The line exactly as stored and hashed, without a line break; not to be changed. */
    public byte[] line() {
        return line;
    }

    /** The words that stand beside the line, each with its salt and commitment, as JSON; null where there are none. */
    public @Nullable String disclosed() {
        return disclosed;
    }

    /** The hash of the line. */
    public EntryHash hash() {
        var known = hash;
        if (known == null) {
            known = EntryHash.of(line);
            hash = known;
        }
        return known;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Entry that && Arrays.equals(line, that.line);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(line);
    }

    @Override
    public String toString() {
        return new String(line, StandardCharsets.UTF_8);
    }
}
