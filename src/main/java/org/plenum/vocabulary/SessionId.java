package org.plenum.vocabulary;

/** A session's identifier, free across all assemblies. */
public record SessionId(String value) implements Comparable<SessionId> {
    /** Throws {@link Malformed} unless the value is a plain identifier. */
    public SessionId {
        Identifiers.check("session", value);
    }

    @Override
    public int compareTo(SessionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
