package org.plenum.ledger;

import org.jspecify.annotations.Nullable;
import org.plenum.command.Command;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.CommandKey;
import org.plenum.vocabulary.When;

/**
 * A command as it is given to the ledger.
 *
 * @param when when the fact happened, as the caller states it
 * @param key the caller's own name for it, by which a repetition is known; null where the caller has none
 */
public record Submission(
        Command command, When when, Actor actor, @Nullable CommandKey key) {
    /** A command whose fact happens as it is recorded, without a key. */
    public static Submission of(Command command, Actor actor) {
        return new Submission(command, When.NOT_STATED, actor, null);
    }

    /** The stream that it concerns. */
    public StreamId stream() {
        return StreamId.of(command);
    }
}
