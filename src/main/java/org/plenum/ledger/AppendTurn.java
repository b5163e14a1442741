package org.plenum.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whose turn it is to add entries. One transaction at a time has it, from its insert to its commit, so that the order of
 * the ledger is the order of commits: whoever reads up to an index has missed nothing before it.
 */
final class AppendTurn {
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Storage storage;
    private long last = -1;

    /** The turn taken: the index after the last one in use, and the life of the database in which it will commit. */
    record Taken(long next, DatabaseLife life) {}

    AppendTurn(Storage storage) {
        this.storage = storage;
    }

    /** Waits for the turn. */
    Taken take(Connection connection) throws SQLException {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("one transaction adds its entries at once");
        }
        lock.lock();
        try {
            storage.takeTurn(connection);
            if (storage.isShared() || last < 0) {
                last = EntryTable.lastIndex(connection);
            }
            return new Taken(last + 1, storage.life(connection));
        } catch (SQLException | RuntimeException e) {
            lock.unlock();
            throw e;
        }
    }

    /** The transaction that has the turn has committed entries up to this index. */
    void committed(long index) {
        last = index;
    }

    /** The transaction that has the turn may or may not have committed: what is in use has to be looked up. */
    void uncertain() {
        last = -1;
    }

    /** Passes the turn on. */
    void pass() {
        lock.unlock();
    }
}
