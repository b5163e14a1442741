package org.plenum.ledger;

import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.CommandKey;

/**
 * What is kept with the first entry of a command that came with a key, so that a repetition is known.
 *
 * @param fingerprint a hash of what the command said
 * @param entries how many entries it made
 */
record CommandMark(Actor actor, CommandKey key, Fingerprint fingerprint, int entries) {
    /** The name under which it travels with the event. */
    static final String NAME = "command";
}
