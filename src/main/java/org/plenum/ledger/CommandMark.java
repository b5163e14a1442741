package org.plenum.ledger;

import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.CommandKey;

/** What is kept with the first entry of a command that came with a key, so that a repetition is known. */
final class CommandMark {
    /** The name under which it travels with the event. */
    static final String NAME = "command";

    private final Actor actor;
    private final CommandKey key;
    private final Fingerprint blind;
    private Fingerprint fingerprint;
    private int entries;

    CommandMark(Actor actor, CommandKey key, Fingerprint fingerprint, Fingerprint blind) {
        this.blind = blind;
        this.actor = actor;
        this.key = key;
        this.fingerprint = fingerprint;
    }

    Actor actor() {
        return actor;
    }

    CommandKey key() {
        return key;
    }

    /** A hash of what the command said. */
    Fingerprint fingerprint() {
        return fingerprint;
    }

    /** Keeps nothing of what ballots choose: the vote is secret. */
    void goBlind() {
        fingerprint = blind;
    }

    /** How many entries the command made; known when it is decided, before it is stored. */
    int entries() {
        return entries;
    }

    void entries(int made) {
        entries = made;
    }
}
