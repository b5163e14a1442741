package org.plenum.decision.counting;

/** What a tie between for and against means. */
public enum Tie {
    /** A question is not carried by a tie. */
    NOT_CARRIED,
    /** The chair has a casting vote and voted for. */
    CHAIR_FOR,
    /** There is no question, only votes for a candidate and for others. */
    NO_MATTER;

    static Tie casting(boolean chairFor) {
        return chairFor ? CHAIR_FOR : NOT_CARRIED;
    }
}
