package org.plenum.cli.proof;

import org.plenum.proof.Refused;
import org.plenum.proof.checkpoint.CheckedCheckpoint;
import org.plenum.proof.checkpoint.TlogProof;
import org.plenum.proof.merkle.Hash;
import tools.jackson.databind.node.ObjectNode;

/** Does this tlog-proof show that the entry is in the log? */
public final class TlogProofQuestion implements Question {

    @Override
    public ObjectNode answer(Fields asked) throws Refused {
        byte[] text = asked.textOrBytes("proof", "tlogProof");
        Hash leaf = InclusionQuestion.leaf(asked);
        CheckpointQuestion.Trust trust = CheckpointQuestion.Trust.of(asked);
        TlogProof proof = TlogProof.parse(text);
        CheckedCheckpoint checked = proof.check(leaf, trust.log(proof.checkpoint()), trust.witnesses());
        ObjectNode answer = trust.answer(checked).put("leafIdx", proof.index());
        proof.extra().ifPresent(extra -> answer.put("extra", extra));
        return answer;
    }
}
