package org.plenum.cli;

import org.plenum.ledger.LedgerPlace;

/** Starts the server. The command line knows no more of it. */
public interface ServerStarter {
    /** The port is in use already. */
    final class PortTaken extends Exception {
        private final int port;

        /** The port, and how it showed. */
        public PortTaken(int port, Throwable cause) {
            super("port " + port + " is in use", cause);
            this.port = port;
        }

        int port() {
            return port;
        }
    }

    /**
     * Starts the server on a ledger.
     *
     * @param port the port to listen on; 0 for a free one
     * @throws PortTaken if something else listens there
     * @throws org.plenum.ledger.LedgerInUse if another process has the ledger open
     */
    RunningServer start(LedgerPlace place, int port) throws PortTaken;
}
