package org.plenum.cli.proof;

import java.util.Arrays;
import java.util.List;
import org.plenum.proof.Refused;
import org.plenum.proof.merkle.Hash;
import org.plenum.proof.merkle.ProofCheck;
import tools.jackson.databind.node.ObjectNode;

/** Does this proof show that the newer tree begins with the older? */
public final class ConsistencyQuestion implements Question {

    private static final String[] OLD_ROOT = {"root1", "oldRoot", "firstRoot", "firstHash"};
    private static final String[] NEW_ROOT = {"root2", "newRoot", "secondRoot", "secondHash"};

    @Override
    public ObjectNode answer(Fields asked) throws Refused {
        long oldSize = asked.number("size1", "oldSize", "first", "from");
        long newSize = asked.number("size2", "newSize", "second", "to");
        List<Hash> proof = asked.hashes("proof", "path", "hashes", "consistency", "consistencyProof");
        if (oldSize == newSize && oldSize > 0 && proof.isEmpty() && sameRoots(asked)) {
            return Dialogue.object();
        }
        ProofCheck.consistency(oldSize, newSize, proof, asked.hash(OLD_ROOT), asked.hash(NEW_ROOT));
        return Dialogue.object();
    }

    // Between equal sizes nothing is hashed, so published vectors put there what is no hash at all.
    private static boolean sameRoots(Fields asked) throws NotUnderstood {
        return Arrays.equals(asked.bytes(OLD_ROOT), asked.bytes(NEW_ROOT));
    }
}
