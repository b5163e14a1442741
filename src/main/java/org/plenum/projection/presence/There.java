package org.plenum.projection.presence;

/** Whether a seat was there at one moment. */
public enum There {
    PRESENT,
    ABSENT,
    /** Absent, and represented by proxy. */
    REPRESENTED,
    /** Nobody can say, or the moment has not come. */
    UNKNOWN
}
