package org.plenum.proof.checkpoint;

import java.util.List;
import org.plenum.proof.note.CheckedSignature;
import org.plenum.proof.note.NoteSignature;

/**
 * A checkpoint that its log is known to have signed.
 *
 * @param byLog at least one
 * @param byWitnesses cosignatures of trusted witnesses, perhaps none
 * @param unknown signatures that claim other keys, and are worth nothing
 */
public record CheckedCheckpoint(
        Checkpoint checkpoint,
        List<CheckedSignature> byLog,
        List<CheckedSignature> byWitnesses,
        List<NoteSignature> unknown) {

    /** How many different witnesses cosigned it. */
    public int witnesses() {
        return (int) byWitnesses.stream().map(CheckedSignature::key).distinct().count();
    }

    /**
     * Demands that at least so many witnesses cosigned.
     *
     * @throws CheckpointRefused if fewer did
     */
    public void requireWitnesses(int required) throws CheckpointRefused {
        if (witnesses() < required) {
            throw new CheckpointRefused(new CheckpointFault.TooFewWitnesses(witnesses(), required));
        }
    }
}
