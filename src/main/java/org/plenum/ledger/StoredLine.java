package org.plenum.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An entry as it is stored, not yet understood: what proofs are made over, and what an audit reads. */
public final class StoredLine {
    private final long index;
    private final StreamId stream;
    private final long position;
    private final byte[] line;
    private final @Nullable String disclosed;

    StoredLine(long index, StreamId stream, long position, byte[] line, @Nullable String disclosed) {
        this.index = index;
        this.stream = stream;
        this.position = position;
        this.line = line;
        this.disclosed = disclosed;
    }

    /** Its place in the order of the whole ledger, from 1, without gaps. */
    public long index() {
        return index;
    }

    /** The stream that its row says it belongs to. */
    public StreamId stream() {
        return stream;
    }

    /** Its place in its stream, from 1, as its row says. */
    public long position() {
        return position;
    }

    /** The line exactly as hashed, without a line break; not to be changed. */
    public byte[] line() {
        return line;
    }

    /** The words that stand beside the line, each with its salt and commitment, as JSON; null where there are none. */
    public @Nullable String disclosed() {
        return disclosed;
    }

    /** The hash of the line. */
    public EntryHash hash() {
        return EntryHash.of(line);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredLine that
                && index == that.index
                && position == that.position
                && stream.equals(that.stream)
                && Arrays.equals(line, that.line)
                && Objects.equals(disclosed, that.disclosed);
    }

    @Override
    public int hashCode() {
        return Objects.hash(index, stream, position);
    }

    @Override
    public String toString() {
        return index + " " + new String(line, StandardCharsets.UTF_8);
    }
}
