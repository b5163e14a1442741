package org.plenum.vocabulary;

/** How an item ends without a vote. */
public enum Conclusion {
    /** Taken off the agenda. */
    WITHDRAWN,
    /** Left for another session. */
    POSTPONED,
    /** Taken note of. */
    NOTED
}
