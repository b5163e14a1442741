package org.plenum.vocabulary;

/** What an attendance sheet says of a seat, without times. Compared with the record, never used as presence. */
public enum SheetMark {
    /** Present at some time. */
    YES,
    /** Never present. */
    NO,
    /** Present at some time, remotely. */
    REMOTE
}
