package org.plenum.vocabulary;

/** A vote's identifier, unique within its session. */
public record VoteId(String value) implements Comparable<VoteId> {
    /** Throws {@link Malformed} unless the value is a plain identifier. */
    public VoteId {
        Identifiers.check("vote", value);
    }

    @Override
    public int compareTo(VoteId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
