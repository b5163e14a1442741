package org.plenum.cli.proof;

import org.plenum.proof.Refused;
import org.plenum.proof.merkle.Hash;
import org.plenum.proof.merkle.Merkle;
import org.plenum.proof.merkle.ProofCheck;
import tools.jackson.databind.node.ObjectNode;

/** Does this proof show that the leaf is in the tree? */
public final class InclusionQuestion implements Question {

    @Override
    public ObjectNode answer(Fields asked) throws Refused {
        ProofCheck.inclusion(
                asked.number("leafIdx", "leafIndex", "index", "logIndex"),
                asked.number("treeSize", "size"),
                leaf(asked),
                asked.hashes("proof", "path", "hashes", "auditPath", "inclusionProof"),
                asked.hash("root", "rootHash"));
        return Dialogue.object();
    }

    /** The leaf's hash, given itself or by the entry that it is the hash of. */
    static Hash leaf(Fields asked) throws Refused {
        return asked.has("entry", "entryBase64")
                ? Merkle.leaf(asked.textOrBytes("entry"))
                : asked.hash("leafHash", "leaf", "merkleLeafHash");
    }
}
