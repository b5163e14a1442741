package org.plenum.cli;

import org.plenum.ledger.Ledger;

/** A server that answers. */
public interface RunningServer extends AutoCloseable {
    /** Where it listens. */
    int port();

    /** Its ledger. */
    Ledger ledger();

    /** Waits until the server is told to stop. */
    void awaitEnd() throws InterruptedException;

    @Override
    void close();
}
