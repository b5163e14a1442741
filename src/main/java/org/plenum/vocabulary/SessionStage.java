package org.plenum.vocabulary;

/** Where a session stands. */
public enum SessionStage {
    CONVENED,
    OPEN,
    SUSPENDED,
    CLOSED,
    /** Ended for want of a quorum. */
    DESERTED,
    /** Goes on another day. */
    ADJOURNED
}
