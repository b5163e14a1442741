package org.plenum.proof.merkle;

/**
 * Names a perfect subtree: the leaves from {@code index << level} on, {@code 1 << level} of them. Its hash never
 * changes once all those leaves are there, so these are the nodes that a log stores.
 *
 * @param level the subtree's height; leaves are at level 0
 * @param index its number among the subtrees of that level, from 0
 */
public record NodeId(int level, long index) {

    public NodeId {
        if (level < 0 || level > 62 || index < 0 || index > Long.MAX_VALUE >>> level) {
            throw new IllegalArgumentException("no node at level " + level + " has index " + index);
        }
    }

    /** The first leaf under this node. */
    public long firstLeaf() {
        return index << level;
    }

    /** How many leaves are under this node. */
    public long leaves() {
        return 1L << level;
    }
}
