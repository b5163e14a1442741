package org.plenum.vocabulary;

/** How the assembly votes on a question. */
public enum Method {
    /** Hands are shown; the clerk records them. */
    SHOW_OF_HANDS,
    /** Each seat is called and answers aloud. */
    ROLL_CALL,
    /** Each delegate casts the ballot on a device. */
    ELECTRONIC,
    /** By applause or general assent. */
    ACCLAMATION,
    /** The ledger knows who voted, never how. */
    SECRET
}
