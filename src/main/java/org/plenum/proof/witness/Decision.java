package org.plenum.proof.witness;

import org.plenum.proof.checkpoint.CheckedCheckpoint;
import org.plenum.proof.checkpoint.Checkpoint;
import org.plenum.proof.checkpoint.SignedCheckpoint;
import org.plenum.proof.note.CheckedSignature;
import org.plenum.proof.note.NoteSignature;
import org.plenum.proof.note.SigningKey;

/** What a witness does about a request. */
public sealed interface Decision {

    /** It refuses, and remembers what it remembered before. */
    record Refuse(Refusal refusal) implements Decision {}

    /**
     * It will cosign. Whoever carries this out first stores {@link #remember}, in one step with the look at the latest
     * head that led to it, and only then signs and answers.
     */
    record Cosign(CheckedCheckpoint checked) implements Decision {

        /** What the witness must remember before it answers. */
        public TreeHead remember() {
            Checkpoint checkpoint = checked.checkpoint();
            return new TreeHead(checkpoint.size(), checkpoint.root());
        }

        /**
         * The cosignature; its {@link NoteSignature#line} is the answer's body.
         *
         * @param time when, in seconds since 1970, more than 0
         */
        public NoteSignature cosign(SigningKey witness, long time) {
            if (time <= 0) {
                throw new IllegalArgumentException("a witness states a time, not " + time);
            }
            return witness.cosign(checked.checkpoint().text(), time);
        }

        /** What the witness shows to others who watch the log: the checkpoint with the log's signatures and its own. */
        public SignedCheckpoint published(NoteSignature cosignature) {
            SignedCheckpoint published = SignedCheckpoint.of(checked.checkpoint());
            for (CheckedSignature byLog : checked.byLog()) {
                published = published.with(byLog.signature());
            }
            return published.with(cosignature);
        }
    }
}
