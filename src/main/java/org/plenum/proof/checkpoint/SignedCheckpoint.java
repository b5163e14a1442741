package org.plenum.proof.checkpoint;

import java.util.ArrayList;
import java.util.List;
import org.plenum.proof.note.CheckedNote;
import org.plenum.proof.note.CheckedSignature;
import org.plenum.proof.note.KeyType;
import org.plenum.proof.note.Note;
import org.plenum.proof.note.NoteRefused;
import org.plenum.proof.note.NoteSignature;
import org.plenum.proof.note.TrustedKeys;
import org.plenum.proof.note.VerifierKey;

/** A checkpoint and the note that carries it. Nothing is verified until {@link #check}. */
public final class SignedCheckpoint {

    private final Checkpoint checkpoint;
    private final Note note;

    private SignedCheckpoint(Checkpoint checkpoint, Note note) {
        this.checkpoint = checkpoint;
        this.note = note;
    }

    /** The checkpoint with these signatures, of which there must be one for others to read it. */
    public static SignedCheckpoint of(Checkpoint checkpoint, NoteSignature... signatures) {
        return new SignedCheckpoint(checkpoint, Note.of(checkpoint.text(), signatures));
    }

    /**
     * Reads a checkpoint's whole note.
     *
     * @throws NoteRefused if it isn't a note
     * @throws CheckpointRefused if its text isn't a checkpoint
     */
    public static SignedCheckpoint parse(byte[] bytes) throws NoteRefused, CheckpointRefused {
        Note note = Note.parse(bytes);
        return new SignedCheckpoint(Checkpoint.parse(note.text()), note);
    }

    /** What it says, signed by whomever. */
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /** The note that carries it. */
    public Note note() {
        return note;
    }

    /** The same with one more signature. */
    public SignedCheckpoint with(NoteSignature signature) {
        return new SignedCheckpoint(checkpoint, note.with(signature));
    }

    /** The whole note as text. */
    public String format() {
        return note.format();
    }

    /**
     * Verifies that this is the log's checkpoint, and which of these witnesses cosigned it.
     *
     * @throws CheckpointRefused if it is another log's, isn't signed by this one, or a witness's key makes no
     *     cosignatures
     * @throws NoteRefused if a signature that claims one of these keys doesn't verify
     */
    public CheckedCheckpoint check(LogIdentity log, List<VerifierKey> witnesses) throws NoteRefused, CheckpointRefused {
        if (!checkpoint.origin().equals(log.origin())) {
            throw new CheckpointRefused(new CheckpointFault.OtherOrigin(checkpoint.origin(), log.origin()));
        }
        for (VerifierKey witness : witnesses) {
            if (witness.type() != KeyType.COSIGNATURE_V1) {
                throw new CheckpointRefused(new CheckpointFault.NotAWitnessKey(witness.name(), witness.idHex()));
            }
        }
        List<VerifierKey> trusted = new ArrayList<>(log.keys());
        trusted.addAll(witnesses);
        CheckedNote checked = note.check(new TrustedKeys(trusted));
        List<CheckedSignature> byLog = checked.verified().stream()
                .filter(signature -> log.keys().contains(signature.key()))
                .toList();
        if (byLog.isEmpty()) {
            throw new CheckpointRefused(new CheckpointFault.NotSignedByLog(log.origin()));
        }
        List<CheckedSignature> byWitnesses = checked.verified().stream()
                .filter(signature -> witnesses.contains(signature.key()))
                .toList();
        return new CheckedCheckpoint(checkpoint, byLog, byWitnesses, checked.unknown());
    }
}
