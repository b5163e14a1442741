package org.plenum.cli.proof;

import java.util.List;
import java.util.Optional;
import org.plenum.proof.Refused;
import org.plenum.proof.checkpoint.CheckedCheckpoint;
import org.plenum.proof.checkpoint.Checkpoint;
import org.plenum.proof.checkpoint.LogIdentity;
import org.plenum.proof.checkpoint.SignedCheckpoint;
import org.plenum.proof.note.VerifierKey;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Is this a checkpoint, whose, and who cosigned it? With {@code body}, only: is this the text of one? */
public final class CheckpointQuestion implements Question {

    @Override
    public ObjectNode answer(Fields asked) throws Refused {
        if (asked.has("body")) {
            ObjectNode answer = Dialogue.object();
            put(answer, Checkpoint.parse(asked.text("body")));
            return answer.put("verified", false);
        }
        byte[] note = asked.textOrBytes("checkpoint", "note");
        Trust trust = Trust.of(asked);
        return trust.check(SignedCheckpoint.parse(note));
    }

    private static void put(ObjectNode answer, Checkpoint checkpoint) {
        answer.put("origin", checkpoint.origin())
                .put("size", checkpoint.size())
                .put("root", checkpoint.root().base64());
        ArrayNode extensions = answer.putArray("extensions");
        checkpoint.extensions().forEach(extensions::add);
    }

    /**
     * Whom the asker trusts.
     *
     * @param origin which log it must be; any, if left out
     */
    record Trust(Optional<String> origin, List<VerifierKey> keys, List<VerifierKey> witnesses, int quorum) {

        static Trust of(Fields asked) throws Refused {
            return new Trust(asked.optionalText("origin"), Keys.trusted(asked), Keys.witnesses(asked), (int)
                    asked.optionalNumber(Integer.MAX_VALUE, "quorum").orElse(0));
        }

        LogIdentity log(SignedCheckpoint signed) {
            return new LogIdentity(origin.orElse(signed.checkpoint().origin()), keys);
        }

        ObjectNode check(SignedCheckpoint signed) throws Refused {
            return answer(signed.check(log(signed), witnesses));
        }

        ObjectNode answer(CheckedCheckpoint checked) throws Refused {
            checked.requireWitnesses(quorum);
            ObjectNode answer = Dialogue.object();
            put(answer, checked.checkpoint());
            answer.put("verified", true);
            Keys.putVerified(answer, "signedBy", checked.byLog());
            Keys.putVerified(answer, "cosignedBy", checked.byWitnesses());
            Keys.putIgnored(answer, checked.unknown());
            return answer;
        }
    }
}
