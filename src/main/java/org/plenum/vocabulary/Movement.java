package org.plenum.vocabulary;

/** Which way people without names moved. */
public enum Movement {
    ARRIVED,
    DEPARTED,
    /** The same people come back. */
    RETURNED
}
