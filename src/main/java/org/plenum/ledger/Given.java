package org.plenum.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.command.Command;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.CommandKey;
import org.plenum.vocabulary.When;

/**
 * What was submitted, on its way to its aggregate: one command, or several that are recorded all or none.
 *
 * @param key the caller's own name for it; null where there is none
 * @param fingerprint of all that was submitted; null without a key
 * @param blind the same without what ballots choose: all that is kept of a command to a secret vote
 */
record Given(
        StreamId stream,
        Actor actor,
        @Nullable CommandKey key,
        @Nullable Fingerprint fingerprint,
        @Nullable Fingerprint blind,
        List<Part> parts) {
    Given {
        parts = List.copyOf(parts);
    }

    /** One command as it is to be decided: as submitted, or with what the ledger itself has added to it. */
    record Part(Command command, When when, Actor actor) {}

    /** Several are handled alone: a refusal of one takes back the others. */
    boolean isJoint() {
        return parts.size() > 1;
    }

    /** Whether what was kept of an earlier command under the same key says the same. */
    boolean isSaidAgain(Fingerprint kept) {
        return (fingerprint != null && kept.equals(fingerprint)) || (blind != null && kept.equals(blind));
    }

    /** What is kept with the first entry, or null without a key. */
    @Nullable CommandMark mark() {
        return key == null || fingerprint == null || blind == null
                ? null
                : new CommandMark(actor, key, fingerprint, blind);
    }
}
