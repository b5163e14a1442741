package org.plenum.ledger;

import org.jspecify.annotations.Nullable;
import org.plenum.command.Command;

/**
 * A submission on its way to its aggregate.
 *
 * @param command what is to be decided: as submitted, or with what the ledger itself has added to it
 * @param fingerprint of what was submitted; null without a key
 */
record Given(
        Submission submission, Command command, @Nullable Fingerprint fingerprint) {
    static Given of(Submission submission, Command command) {
        return new Given(
                submission,
                command,
                submission.key() == null ? null : Fingerprint.of(submission.command(), submission.when()));
    }

    static Given of(Submission submission) {
        return of(submission, submission.command());
    }

    /** What is kept with the first entry, or null without a key. */
    @Nullable CommandMark mark(int entries) {
        return submission.key() == null || fingerprint == null
                ? null
                : new CommandMark(submission.actor(), submission.key(), fingerprint, entries);
    }
}
