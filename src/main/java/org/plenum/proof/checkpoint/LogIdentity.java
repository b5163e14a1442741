package org.plenum.proof.checkpoint;

import java.util.List;
import org.plenum.proof.note.VerifierKey;

/** A log as others know it: its origin line and the keys that may sign its checkpoints. */
public record LogIdentity(String origin, List<VerifierKey> keys) {

    public LogIdentity {
        keys = List.copyOf(keys);
    }
}
