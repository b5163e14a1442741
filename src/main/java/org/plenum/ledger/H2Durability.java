package org.plenum.ledger;

import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes H2's commits last. It is {@code CHECKPOINT SYNC} with one step more: H2 may be writing a commit in the background
 * when a checkpoint is asked for; the checkpoint then finds nothing left to write and syncs a file that has not got that
 * commit yet. So between writing and syncing, whatever H2 writes in the background is waited for.
 */
final class H2Durability implements Durability {
    private static final Logger LOG = LoggerFactory.getLogger(H2Durability.class);
    private static final long MOST_WAIT_NANOS = 10_000_000_000L;

    private final MVStore store;

    private H2Durability(MVStore store) {
        this.store = store;
    }

    static H2Durability of(DataSource dataSource) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            return new H2Durability(session.getDatabase().getStore().getMvStore());
        }
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

    /**
     * H2 tidies its file while it rests: it moves what is live and uses the space again 45 seconds later, without a sync
     * of its own. Synced in between, no power cut finds the old place overwritten and the new one not written.
     */
    @Override
    public void rest() throws SQLException {
        sync();
    }

    /** Waits until the database has closed the store, which it does with its last connection. */
    @Override
    public void close() {
        for (var begun = System.nanoTime(); !store.isClosed(); LockSupport.parkNanos(1_000_000)) {
            if (System.nanoTime() - begun > MOST_WAIT_NANOS) {
                LOG.warn("the database did not close; it will open as after a crash");
                return;
            }
        }
    }
}
