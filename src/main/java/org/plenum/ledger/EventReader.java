package org.plenum.ledger;

import java.util.List;
import java.util.function.Consumer;

/**
 * Reads what the ledger keeps, straight from the database, and never beyond what would survive a power cut. An entry that
 * cannot be read stops the reading with an {@link UnreadableEntry}; a position that is missing does too.
 */
public interface EventReader {
    /**
     * Hands over a stream's entries from one position to another, both included, in order.
     *
     * @param from at least 1
     * @param to {@link Long#MAX_VALUE} for as far as there are any
     * @return how many there were
     */
    long read(StreamId stream, long from, long to, Consumer<? super Entry> consumer);

    /** Hands over all of a stream's entries, in order, and returns how many there were. */
    default long read(StreamId stream, Consumer<? super Entry> consumer) {
        return read(stream, 1, Long.MAX_VALUE, consumer);
    }

    /**
     * Hands over entries of all streams as they are stored, in the order of the ledger, from after one index up to
     * another, included. They are not parsed: an audit may look at what nobody can read.
     *
     * @return how many there were
     */
    long readLines(long after, long to, Consumer<? super StoredLine> consumer);

    /** Hands over a stream's entries as they are stored, in order, and returns how many there were. */
    long readLines(StreamId stream, Consumer<? super StoredLine> consumer);

    /**
     * Hands over the entries of all streams that are no ballots, in the order of the ledger, from after one index up to
     * another, included: all that lists need, in a time that does not grow with the number of ballots.
     */
    void readOthers(long after, long to, Consumer<? super StoredLine> consumer);

    /** Hands over a stream's entries that are no ballots, in order. */
    void readOthers(StreamId stream, Consumer<? super Entry> consumer);

    /** The last position of a stream; 0 where it has none. */
    long head(StreamId stream);

    /** The index of the last entry of the whole ledger; 0 in an empty one. */
    long lastIndex();

    /** The streams of a kind, by name. */
    List<StreamId> streams(StreamId.Kind kind);
}
