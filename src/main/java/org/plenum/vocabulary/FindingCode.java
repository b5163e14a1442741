package org.plenum.vocabulary;

/** What kind of thing a finding reports. */
public enum FindingCode {
    /** Declared numbers differ from the ballots. */
    COUNT_MISMATCH,
    /** Declared presence, or the attendance sheet, differs from the attendance recorded. */
    PRESENT_MISMATCH,
    /** The declared outcome differs from the computed one. */
    OUTCOME_MISMATCH,
    /** An absent seat votes. */
    VOTER_ABSENT,
    /** A seat taken for present is called absent at a vote. */
    ABSENT_STATED,
    /** A seat arrives that is already there. */
    ALREADY_PRESENT,
    /** A seat that is not there leaves, or acts as if it were. */
    NOT_PRESENT,
    /** Something was done that needs a quorum, without one. */
    NO_QUORUM,
    /** A seat votes twice in one vote. */
    DOUBLE_BALLOT,
    /** Something was done in a state that does not allow it. */
    WRONG_STATE,
    /** Stated times run against the order of the record. */
    TIME_DISORDER,
    /** People without names came or went: presence is no longer certain. */
    UNNAMED_COUNT,
    /** No rules are stated: the usual ones were applied. */
    RULE_ASSUMED,
    /** A proxy that the rules do not allow. */
    PROXY_EXCESS,
    /** A motion seconded by who moved it. */
    MOVER_IS_SECONDER,
    /** Something was put right later. */
    CORRECTED,
    /** Any other breach of the rules of procedure. */
    OTHER
}
