package org.plenum.cli.proof;

import org.plenum.proof.Refused;
import org.plenum.proof.checkpoint.Checkpoint;
import org.plenum.proof.note.Note;
import org.plenum.proof.note.NoteSignature;
import org.plenum.proof.note.SigningKey;
import tools.jackson.databind.node.ObjectNode;

/** A text signed, or a note signed once more; with a cosigner's key, a checkpoint cosigned at the given time. */
public final class SignQuestion implements Question {

    @Override
    public ObjectNode answer(Fields asked) throws Refused {
        SigningKey key = SigningKey.parse(asked.text("privateKey", "key", "skey"));
        Note note = asked.has("note", "noteBase64")
                ? Note.parse(asked.textOrBytes("note"))
                : Note.unsigned(asked.text("text"));
        return Dialogue.object()
                .put("note", note.with(sign(key, note.text(), asked)).format());
    }

    private static NoteSignature sign(SigningKey key, String text, Fields asked) throws Refused {
        return switch (key.verifier().type()) {
            case ED25519 -> key.sign(text);
            case COSIGNATURE_V1 -> key.cosign(Checkpoint.parse(text).text(), asked.number("time", "timestamp"));
        };
    }
}
