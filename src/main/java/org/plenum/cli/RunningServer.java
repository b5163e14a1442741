package org.plenum.cli;

import java.util.List;
import org.plenum.ledger.Ledger;
import org.plenum.vocabulary.Bilingual;

/** A server that answers. */
public interface RunningServer extends AutoCloseable {
    /** Where it listens. */
    int port();

    /** Its ledger. */
    Ledger ledger();

    /** The address that people type. */
    String address();

    /** What whoever started it should know besides its address: each a sentence. */
    default List<Bilingual> notices() {
        return List.of();
    }

    /** Waits until the server is told to stop. */
    void awaitEnd() throws InterruptedException;

    @Override
    void close();
}
