package org.plenum.ledger;

import java.sql.SQLException;

/** How a database is made to keep what it has committed through a power cut. Used by one thread. */
interface Durability {
    /**
     * Returns when everything committed before the call is on stable storage, as far as it was committed in the life of
     * the database that is returned. What was committed in an earlier life may be gone.
     *
     * @throws SQLException if that is not certain; then nothing committed since the last sync may be told to anyone
     */
    DatabaseLife sync() throws SQLException;
}
