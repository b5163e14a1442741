package org.plenum.proof.witness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.plenum.proof.DecimalText;
import org.plenum.proof.Fault;
import org.plenum.proof.checkpoint.Checkpoint;
import org.plenum.proof.note.CheckedSignature;
import org.plenum.proof.note.Note;
import org.plenum.proof.note.NoteFault;
import org.plenum.proof.note.NoteRefused;
import org.plenum.proof.note.NoteSignature;
import org.plenum.proof.note.TrustedKeys;
import org.plenum.proof.note.VerifierKey;

/** What a log makes of a witness's answer to {@code add-checkpoint}. */
public sealed interface WitnessReply {

    /** It cosigned. These were verified; add them to the checkpoint. */
    record Cosigned(List<NoteSignature> cosignatures) implements WitnessReply {
        public Cosigned {
            cosignatures = List.copyOf(cosignatures);
        }
    }

    /** It knows another size; ask again from that one. */
    record KnowsSize(long size) implements WitnessReply {}

    /** It said no, in its own words. */
    record SaysNo(int status, String words) implements WitnessReply {}

    /** It said yes, but its cosignature can't be used. */
    record Unusable(Fault fault) implements WitnessReply {}

    /**
     * Reads an answer.
     *
     * @param sent the checkpoint that it is about
     * @param witness the keys that this witness is known by
     */
    static WitnessReply read(int status, byte[] body, Checkpoint sent, List<VerifierKey> witness) {
        String text = new String(body, StandardCharsets.UTF_8);
        if (status == 200) {
            try {
                return new Cosigned(verified(text, sent, witness));
            } catch (NoteRefused refused) {
                return new Unusable(refused.fault());
            }
        }
        OptionalLong known =
                text.endsWith("\n") ? DecimalText.parse(text.substring(0, text.length() - 1)) : OptionalLong.empty();
        return status == Refusal.CONFLICT && known.isPresent()
                ? new KnowsSize(known.getAsLong())
                : new SaysNo(status, text);
    }

    private static List<NoteSignature> verified(String block, Checkpoint sent, List<VerifierKey> witness)
            throws NoteRefused {
        Note cosigned = new Note(sent.text(), Note.parseSignatures(block));
        List<NoteSignature> verified = new ArrayList<>();
        for (CheckedSignature signature :
                cosigned.check(new TrustedKeys(witness)).verified()) {
            // A cosignature without a time isn't a statement about the largest tree.
            if (signature.time().orElse(0) > 0) {
                verified.add(signature.signature());
            }
        }
        if (verified.isEmpty()) {
            throw new NoteRefused(new NoteFault.NoTrustedSignature());
        }
        return verified;
    }
}
