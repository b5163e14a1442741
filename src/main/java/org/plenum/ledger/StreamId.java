package org.plenum.ledger;

import org.plenum.command.AssemblyCommand;
import org.plenum.command.Command;
import org.plenum.command.SessionCommand;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.SessionId;

/**
 * One stream of the ledger: the events of one session or of one assembly, in one order.
 *
 * @param id the session's or the assembly's identifier, which has no slash
 */
public record StreamId(Kind kind, String id) {
    /** Whose events a stream holds. */
    public enum Kind {
        /** An assembly's. */
        ASSEMBLY("assembly"),
        /** A session's. */
        SESSION("session");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word by which entries and the stored stream name tell it. */
        public String word() {
            return word;
        }
    }

    /** A session's stream. */
    public static StreamId of(SessionId session) {
        return new StreamId(Kind.SESSION, session.value());
    }

    /** An assembly's stream. */
    public static StreamId of(AssemblyId assembly) {
        return new StreamId(Kind.ASSEMBLY, assembly.value());
    }

    /** The stream that a command concerns. */
    public static StreamId of(Command command) {
        return switch (command) {
            case SessionCommand ofSession -> of(ofSession.session());
            case AssemblyCommand ofAssembly -> of(ofAssembly.assembly());
        };
    }

    /**
     * Reads a stored name, as in {@code session/valle-seriana-2024-11-13}.
     *
     * @throws IllegalArgumentException if it is not one
     */
    public static StreamId parse(String name) {
        for (var kind : Kind.values()) {
            var start = kind.word() + "/";
            if (name.startsWith(start)) {
                return new StreamId(kind, name.substring(start.length()));
            }
        }
        throw new IllegalArgumentException("not a stream of the ledger: " + name);
    }

    /** The stored name. */
    @Override
    public String toString() {
        return kind.word() + "/" + id;
    }
}
