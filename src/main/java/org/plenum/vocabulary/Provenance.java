package org.plenum.vocabulary;

/** Whence a session's record comes. */
public enum Provenance {
    /** Recorded while it happened: recorded times are times of the meeting. */
    LIVE,
    /** Typed in afterwards from paper minutes: recorded times are the typing's. */
    TRANSCRIBED
}
