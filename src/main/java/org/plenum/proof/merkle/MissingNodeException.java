package org.plenum.proof.merkle;

/** A node that a log must have isn't where it was looked for: what it stores is damaged or not yet complete. */
public final class MissingNodeException extends RuntimeException {

    private final transient NodeId node;

    public MissingNodeException(NodeId node) {
        super("the tree's node at level " + node.level() + ", index " + node.index() + " is missing");
        this.node = node;
    }

    /** Which node is missing. */
    public NodeId node() {
        return node;
    }
}
