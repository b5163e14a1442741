package org.plenum.ledger;

/** The database failed to do what was asked of it. */
public final class StorageFailed extends RuntimeException {
    StorageFailed(String message) {
        super(message);
    }

    StorageFailed(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
