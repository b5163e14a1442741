package org.plenum.proof.witness;

import org.plenum.proof.checkpoint.LogIdentity;

/**
 * A log that a witness has been told to watch.
 *
 * @param latest the head that it cosigned last, or {@link TreeHead#NONE}
 */
public record KnownLog(LogIdentity identity, TreeHead latest) {}
