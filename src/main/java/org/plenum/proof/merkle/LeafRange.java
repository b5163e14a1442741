package org.plenum.proof.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * The leaves from {@code from} up to but without {@code to}, as RFC 6962 hashes them into one. {@code from} is a
 * multiple of a power of two that is no smaller than their number; the RFC's own splits give no others.
 */
record LeafRange(long from, long to) {

    LeafRange {
        if (from < 0 || to <= from || (from != 0 && to - from > Long.lowestOneBit(from))) {
            throw new IllegalArgumentException("leaves " + from + " to " + to + " aren't one subtree");
        }
    }

    long size() {
        return to - from;
    }

    /** How many leaves stand left of the RFC's split: the largest power of two smaller than the size. */
    long leftSize() {
        return Long.highestOneBit(size() - 1);
    }

    LeafRange left() {
        return new LeafRange(from, from + leftSize());
    }

    LeafRange right() {
        return new LeafRange(from + leftSize(), to);
    }

    /** The largest perfect subtrees that make up this range, from left to right: one for each set bit of its size. */
    List<NodeId> nodes() {
        List<NodeId> nodes = new ArrayList<>(Long.bitCount(size()));
        long at = from;
        while (at < to) {
            int level = 63 - Long.numberOfLeadingZeros(to - at);
            nodes.add(new NodeId(level, at >>> level));
            at += 1L << level;
        }
        return nodes;
    }

    /** The one hash of a range whose {@link #nodes()} have these hashes. */
    static Hash join(List<Hash> hashes) {
        Hash joined = hashes.getLast();
        for (int i = hashes.size() - 2; i >= 0; i--) {
            joined = Merkle.node(hashes.get(i), joined);
        }
        return joined;
    }
}
