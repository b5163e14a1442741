package org.plenum.proof.merkle;

import java.util.List;

/** Checks the proofs of RFC 6962 by the algorithms of RFC 9162, sections 2.1.3.2 and 2.1.4.2. Sizes aren't negative. */
public final class ProofCheck {

    private ProofCheck() {}

    /**
     * Checks that the leaf at {@code index} of the tree with {@code size} leaves and this root has this hash.
     *
     * @throws ProofRefused if the proof doesn't show it
     */
    public static void inclusion(long index, long size, Hash leaf, List<Hash> proof, Hash root) throws ProofRefused {
        if (index < 0 || index >= size) {
            throw new ProofRefused(new ProofFault.IndexOutsideTree(index, size));
        }
        requireLength(proof, inclusionLength(index, size));
        Climb climb = new Climb(index, size - 1);
        Hash computed = leaf;
        for (Hash sibling : proof) {
            computed = climb.siblingIsLeft() ? Merkle.node(sibling, computed) : Merkle.node(computed, sibling);
            climb.up();
        }
        if (!computed.equals(root)) {
            throw new ProofRefused(new ProofFault.RootMismatch(root, computed));
        }
    }

    /**
     * Checks that the tree with {@code newSize} leaves and {@code newRoot} begins with the tree that had
     * {@code oldSize} leaves and {@code oldRoot}.
     *
     * @throws ProofRefused if the proof doesn't show it; always from an empty tree
     */
    public static void consistency(long oldSize, long newSize, List<Hash> proof, Hash oldRoot, Hash newRoot)
            throws ProofRefused {
        if (oldSize > newSize) {
            throw new ProofRefused(new ProofFault.OldTreeLarger(oldSize, newSize));
        }
        if (oldSize < 1) {
            throw new ProofRefused(new ProofFault.OldTreeEmpty(newSize));
        }
        if (oldSize == newSize) {
            requireLength(proof, 0);
            if (!oldRoot.equals(newRoot)) {
                throw new ProofRefused(new ProofFault.RootMismatch(newRoot, oldRoot));
            }
            return;
        }
        requireLength(proof, consistencyLength(oldSize, newSize));
        // An old tree that is one perfect subtree is itself where the climb begins, and isn't in the proof.
        boolean startsAtOldRoot = Long.bitCount(oldSize) == 1;
        Hash start = startsAtOldRoot ? oldRoot : proof.getFirst();
        Hash computedOld = start;
        Hash computedNew = start;
        Climb climb = new Climb(oldSize - 1, newSize - 1);
        climb.skipRightChildren();
        for (Hash sibling : proof.subList(startsAtOldRoot ? 0 : 1, proof.size())) {
            if (climb.siblingIsLeft()) {
                computedOld = Merkle.node(sibling, computedOld);
                computedNew = Merkle.node(sibling, computedNew);
            } else {
                computedNew = Merkle.node(computedNew, sibling);
            }
            climb.up();
        }
        if (!computedOld.equals(oldRoot)) {
            throw new ProofRefused(new ProofFault.OldRootMismatch(oldRoot, computedOld));
        }
        if (!computedNew.equals(newRoot)) {
            throw new ProofRefused(new ProofFault.RootMismatch(newRoot, computedNew));
        }
    }

    private static void requireLength(List<Hash> proof, int expected) throws ProofRefused {
        if (proof.size() != expected) {
            throw new ProofRefused(new ProofFault.WrongLength(proof.size(), expected));
        }
    }

    /** One sibling on each level until the path joins the tree's right edge, then one for each subtree on its left. */
    private static int inclusionLength(long index, long size) {
        int inner = 64 - Long.numberOfLeadingZeros(index ^ (size - 1));
        return inner + Long.bitCount(index >>> inner);
    }

    private static int consistencyLength(long oldSize, long newSize) {
        int skipped = Long.numberOfTrailingZeros(oldSize);
        int start = Long.bitCount(oldSize) == 1 ? 0 : 1;
        return start + inclusionLength(oldSize - 1, newSize) - skipped;
    }

    /** The way up from a leaf, beside the way up from the tree's last leaf. */
    private static final class Climb {
        private long node;
        private long last;

        Climb(long node, long last) {
            this.node = node;
            this.last = last;
        }

        boolean siblingIsLeft() {
            return (node & 1) == 1 || node == last;
        }

        /** To the parent, and past the levels where the last node has no sibling. */
        void up() {
            if (node == last) {
                while ((node & 1) == 0 && node != 0) {
                    parent();
                }
            }
            parent();
        }

        void skipRightChildren() {
            while ((node & 1) == 1) {
                parent();
            }
        }

        private void parent() {
            node >>>= 1;
            last >>>= 1;
        }
    }
}
