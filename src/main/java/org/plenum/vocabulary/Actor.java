package org.plenum.vocabulary;

/** Who gave a command, as signed in. */
public record Actor(String value) {
    /** Whoever works at the machine itself: the command line, and the server before anyone signs in. */
    public static final Actor LOCAL = new Actor("local");

    /** Throws {@link Malformed} unless the value is a plain identifier. */
    public Actor {
        Identifiers.check("actor", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
