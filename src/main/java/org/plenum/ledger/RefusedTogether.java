package org.plenum.ledger;

import org.plenum.command.Refusal;

/** One of several commands given together is refused after others had been applied: all of it is taken back. */
final class RefusedTogether extends RuntimeException {
    private final transient Refusal refusal;
    private final int at;

    RefusedTogether(Refusal refusal, int at) {
        super("command " + at + " is refused: " + refusal);
        this.refusal = refusal;
        this.at = at;
    }

    JointAnswer answer() {
        return new JointAnswer(new Answer.Refused(refusal), at);
    }
}
