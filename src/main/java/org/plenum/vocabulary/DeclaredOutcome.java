package org.plenum.vocabulary;

/** An outcome as paper minutes declare it. */
public enum DeclaredOutcome {
    CARRIED,
    REJECTED,
    /** Carried, and by everybody. */
    UNANIMOUS,
    NO_QUORUM
}
