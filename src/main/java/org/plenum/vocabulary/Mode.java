package org.plenum.vocabulary;

/** How a seat is present. */
public enum Mode {
    /** In the room. */
    IN_PERSON,
    /** Connected from elsewhere. */
    REMOTE,
    /** Present, nobody says how. */
    NOT_STATED
}
