package org.plenum.cli.proof;

import org.plenum.proof.Refused;
import org.plenum.proof.note.CheckedNote;
import org.plenum.proof.note.Note;
import org.plenum.proof.note.TrustedKeys;
import tools.jackson.databind.node.ObjectNode;

/** Is this a signed note, and who of these signed it? */
public final class NoteQuestion implements Question {

    @Override
    public ObjectNode answer(Fields asked) throws Refused {
        byte[] note = asked.textOrBytes("note", "msg", "message");
        TrustedKeys trusted = new TrustedKeys(Keys.trusted(asked));
        CheckedNote checked = Note.parse(note).check(trusted);
        ObjectNode answer = Dialogue.object().put("text", checked.text());
        Keys.putVerified(answer, "signedBy", checked.verified());
        Keys.putIgnored(answer, checked.unknown());
        return answer;
    }
}
