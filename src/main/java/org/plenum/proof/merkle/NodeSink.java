package org.plenum.proof.merkle;

/** Takes the nodes that a growing tree completes, each once, children before their parent. */
@FunctionalInterface
public interface NodeSink {

    /** Takes one node with its hash, which will never change. */
    void take(NodeId node, Hash hash);

    /** A sink for those who only want the root. */
    static NodeSink none() {
        return (node, hash) -> {};
    }
}
