package org.plenum.proof.merkle;

import java.util.List;

/** Where the hashes of stored nodes are read: a database, tiles, memory. */
@FunctionalInterface
public interface NodeReader {

    /**
     * The hashes of these nodes, in the same order. Asked once for each proof, so that a database can answer with one
     * query.
     *
     * @throws MissingNodeException if one of them isn't stored
     */
    List<Hash> read(List<NodeId> nodes);
}
