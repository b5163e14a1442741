package org.plenum.proof.merkle;

import java.util.ArrayList;
import java.util.List;

/** A stored tree at any size that it has had: its root then, and the proofs of RFC 6962, sections 2.1.1 and 2.1.2. */
public final class MerkleTree {

    private final NodeReader nodes;

    public MerkleTree(NodeReader nodes) {
        this.nodes = nodes;
    }

    /** The root over the first {@code size} leaves. */
    public Hash root(long size) {
        if (size < 0) {
            throw new IllegalArgumentException("a tree can't have " + size + " leaves");
        }
        return size == 0
                ? Merkle.emptyRoot()
                : hashes(List.of(new LeafRange(0, size))).getFirst();
    }

    /**
     * The hashes, from the leaf's sibling up, that lead from the leaf at {@code index} to the root over {@code size}
     * leaves.
     */
    public List<Hash> inclusionProof(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
        }
        List<LeafRange> siblings = new ArrayList<>();
        LeafRange around = new LeafRange(0, size);
        while (around.size() > 1) {
            boolean goLeft = index < around.left().to();
            siblings.add(goLeft ? around.right() : around.left());
            around = goLeft ? around.left() : around.right();
        }
        return hashes(siblings.reversed());
    }

    /**
     * The hashes that show that the tree of {@code newSize} leaves begins with the tree of {@code oldSize}; none if the
     * sizes are equal. There is no such proof from an empty tree.
     */
    public List<Hash> consistencyProof(long oldSize, long newSize) {
        if (oldSize < 1 || oldSize > newSize) {
            throw new IllegalArgumentException("no consistency proof from " + oldSize + " to " + newSize);
        }
        List<LeafRange> proof = new ArrayList<>();
        LeafRange around = new LeafRange(0, newSize);
        while (around.to() != oldSize) {
            boolean goLeft = oldSize <= around.left().to();
            proof.add(goLeft ? around.right() : around.left());
            around = goLeft ? around.left() : around.right();
        }
        // Whoever checks the proof knows the old root, so it is given only where it isn't that root itself.
        if (around.from() != 0) {
            proof.add(around);
        }
        return hashes(proof.reversed());
    }

    private List<Hash> hashes(List<LeafRange> ranges) {
        List<NodeId> needed = new ArrayList<>();
        ranges.forEach(range -> needed.addAll(range.nodes()));
        if (needed.isEmpty()) {
            return List.of();
        }
        List<Hash> read = nodes.read(needed);
        if (read.size() != needed.size()) {
            throw new IllegalStateException(needed.size() + " nodes asked for, " + read.size() + " given");
        }
        List<Hash> hashes = new ArrayList<>(ranges.size());
        int next = 0;
        for (LeafRange range : ranges) {
            int count = Long.bitCount(range.size());
            hashes.add(LeafRange.join(read.subList(next, next + count)));
            next += count;
        }
        return List.copyOf(hashes);
    }
}
