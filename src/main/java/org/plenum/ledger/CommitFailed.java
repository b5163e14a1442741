package org.plenum.ledger;

/** A commit failed, so that it is open whether it took place. */
final class CommitFailed extends RuntimeException {
    CommitFailed(RuntimeException cause) {
        super("the commit failed: " + cause.getMessage(), cause);
    }
}
