package org.plenum.vocabulary;

/** By what title a delegate acts for a seat. */
public enum Credential {
    /** By the office itself: the mayor for the municipality, the councillor for the seat. */
    BY_RIGHT,
    /** By a written delegation of the one who has the right. */
    WRITTEN_DELEGATION
}
