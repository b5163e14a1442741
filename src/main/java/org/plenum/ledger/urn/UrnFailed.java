package org.plenum.ledger.urn;

/** An urn or its key could not be read or written. Nothing was recorded. */
public final class UrnFailed extends RuntimeException {
    UrnFailed(String message, Throwable cause) {
        super(message, cause);
    }

    UrnFailed(String message) {
        super(message);
    }
}
