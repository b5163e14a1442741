package org.plenum.vocabulary;

/** A candidate's identifier, unique within its vote. */
public record CandidateId(String value) implements Comparable<CandidateId> {
    /** Throws {@link Malformed} unless the value is a plain identifier. */
    public CandidateId {
        Identifiers.check("candidate", value);
    }

    @Override
    public int compareTo(CandidateId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
