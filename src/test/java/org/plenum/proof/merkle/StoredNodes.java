package org.plenum.proof.merkle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The nodes of a log, in memory: filled by a growing tree, read by proofs. */
final class StoredNodes implements NodeSink, NodeReader {

    private final Map<NodeId, Hash> nodes = new HashMap<>();
    private int reads;

    /** The stored tree over these entries. */
    static StoredNodes of(List<byte[]> entries) {
        StoredNodes stored = new StoredNodes();
        Frontier frontier = new Frontier();
        entries.forEach(entry -> frontier.append(Merkle.leaf(entry), stored));
        return stored;
    }

    @Override
    public void take(NodeId node, Hash hash) {
        if (nodes.put(node, hash) != null) {
            throw new AssertionError(node + " was completed twice");
        }
    }

    @Override
    public List<Hash> read(List<NodeId> wanted) {
        reads++;
        return wanted.stream()
                .map(id -> {
                    Hash hash = nodes.get(id);
                    if (hash == null) {
                        throw new MissingNodeException(id);
                    }
                    return hash;
                })
                .toList();
    }

    void remove(NodeId node) {
        nodes.remove(node);
    }

    int count() {
        return nodes.size();
    }

    int reads() {
        return reads;
    }
}
