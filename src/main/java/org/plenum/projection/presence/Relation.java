package org.plenum.projection.presence;

/** How a seat's presence lies to a vote. */
public enum Relation {
    /** There when the vote opened, and not gone before it closed. */
    BEFORE_OPENING,
    /** Not there when it opened, arrived while it was open. */
    DURING,
    /** Arrived only after it had closed. */
    AFTER_CLOSING,
    /** Had been there, and left before it opened. */
    LEFT_BEFORE_OPENING,
    /** There when it opened, and left while it was open. */
    LEFT_DURING,
    /** At no time recorded as present. */
    NEVER_PRESENT,
    /** Nobody can say: people without names came or went, or nothing is stated about presence. */
    UNCERTAIN
}
