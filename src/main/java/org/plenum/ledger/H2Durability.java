package org.plenum.ledger;

import java.sql.SQLException;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Makes H2's commits last. It is {@code CHECKPOINT SYNC} with one step more: H2 may be writing a commit in the background
 * when a checkpoint is asked for; the checkpoint then finds nothing left to write and syncs a file that has not got that
 * commit yet. So between writing and syncing, whatever H2 writes in the background is waited for.
 */
final class H2Durability implements Durability {
    private final MVStore store;

    H2Durability(MVStore store) {
        this.store = store;
    }

    @Override
    public DatabaseLife sync() throws SQLException {
        try {
            store.commit();
            store.executeFilestoreOperation(() -> {});
            var broken = store.getPanicException();
            if (broken != null) {
                throw broken;
            }
            store.sync();
            return DatabaseLife.OF_THIS_PROCESS;
        } catch (MVStoreException e) {
            throw new SQLException("the database file cannot be synced: " + e.getMessage(), e);
        }
    }
}
