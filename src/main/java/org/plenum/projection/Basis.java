package org.plenum.projection;

/** What an answer about before and after rests on, the strongest first. */
public enum Basis {
    /** The times at which the ledger recorded the facts, as they happened. */
    RECORDED,
    /** At least one time that somebody stated. */
    STATED,
    /** The order of the record alone: a time is unknown, or the times are too close to tell. */
    ORDER_ONLY;

    /** The weaker of two. */
    public Basis and(Basis other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
