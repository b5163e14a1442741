package org.plenum.vocabulary;

/** An assembly's identifier. */
public record AssemblyId(String value) implements Comparable<AssemblyId> {
    /** Throws {@link Malformed} unless the value is a plain identifier. */
    public AssemblyId {
        Identifiers.check("assembly", value);
    }

    @Override
    public int compareTo(AssemblyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
