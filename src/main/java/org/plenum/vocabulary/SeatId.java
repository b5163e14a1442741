package org.plenum.vocabulary;

/** A seat's identifier, unique within its assembly. */
public record SeatId(String value) implements Comparable<SeatId> {
    /** Throws {@link Malformed} unless the value is a plain identifier. */
    public SeatId {
        Identifiers.check("seat", value);
    }

    @Override
    public int compareTo(SeatId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
