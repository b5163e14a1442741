package org.plenum.proof.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a growing tree: at most 63 hashes, enough to append leaves, to name every node that becomes
 * complete, and to tell the root at any moment.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class Frontier {

    // One hash for each set bit of the size, the largest subtree first.
    private final List<Hash> peaks = new ArrayList<>();
    private long size;

    /** The edge of a tree without leaves. */
    public Frontier() {}

    /** The edge of a stored tree with {@code size} leaves, to go on from. */
    public static Frontier of(long size, NodeReader nodes) {
        if (size < 0) {
            throw new IllegalArgumentException("a tree can't have " + size + " leaves");
        }
        Frontier frontier = new Frontier();
        if (size > 0) {
            frontier.peaks.addAll(nodes.read(new LeafRange(0, size).nodes()));
            frontier.size = size;
        }
        return frontier;
    }

    /** How many leaves the tree has. */
    public long size() {
        return size;
    }

    /** Appends a leaf and gives {@code completed} the nodes to store: the leaf, and every subtree that it completes. */
    public void append(Hash leaf, NodeSink completed) {
        append(0, leaf, completed);
    }

    /**
     * Appends a whole perfect subtree of {@code 1 << level} leaves of which only the hash is known. The tree's size must
     * be a multiple of the subtree's.
     */
    public void append(int level, Hash subtree, NodeSink completed) {
        long leaves = 1L << level;
        if (level < 0 || level > 62 || (size & (leaves - 1)) != 0 || size > Long.MAX_VALUE - leaves) {
            throw new IllegalArgumentException("no subtree of level " + level + " can follow " + size + " leaves");
        }
        Hash hash = subtree;
        int at = level;
        completed.take(new NodeId(at, size >>> at), hash);
        while ((size >>> at & 1) == 1) {
            hash = Merkle.node(peaks.removeLast(), hash);
            at++;
            completed.take(new NodeId(at, size >>> at), hash);
        }
        peaks.add(hash);
        size += leaves;
    }

    /** The root over all leaves so far. */
    public Hash root() {
        return peaks.isEmpty() ? Merkle.emptyRoot() : LeafRange.join(peaks);
    }
}
