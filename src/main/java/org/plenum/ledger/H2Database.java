package org.plenum.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.engine.Constants;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.plenum.vocabulary.Bilingual;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An H2 database that is open: its connections, and the store below its tables. */
final class H2Database implements AutoCloseable {
    static final int CONNECTIONS = 24;

    private static final Logger LOG = LoggerFactory.getLogger(H2Database.class);
    private static final long MOST_WAIT_NANOS = 10_000_000_000L;

    static {
        // H2 looks up every value that it reads in a cache of values: a tenth of a replay, in which hardly one comes
        // twice.
        System.setProperty("h2.objectCache", "false");
    }

    private final HikariDataSource dataSource;
    private final MVStore store;

    private H2Database(HikariDataSource dataSource, MVStore store) {
        this.dataSource = dataSource;
        this.store = store;
    }

    /**
     * Opens a database at a path that H2 understands, such as one on a file system of H2's own.
     *
     * @param folder what to name where that fails
     * @throws LedgerInUse if another process has it open
     * @throws DataFolderUnusable if it cannot be read
     */
    static H2Database open(Path folder, String path) {
        var config = new HikariConfig();
        config.setPoolName("ledger");
        // The database closes when the ledger does; H2's own shutdown hook would close it under the writers. What is in
        // the file stays where it is: a process that is killed or loses power leaves what every sync has left.
        config.setJdbcUrl("jdbc:h2:" + WholeChunkPath.over(path)
                + ";DB_CLOSE_ON_EXIT=FALSE;REUSE_SPACE=FALSE;MAX_COMPACT_TIME=0;LOCK_TIMEOUT=10000;CACHE_SIZE=32768");
        config.setUsername("sa");
        config.setPassword("");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        HikariDataSource dataSource;
        try {
            dataSource = new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw isInUse(e) ? new LedgerInUse(folder.toString(), e) : unreadable(folder, e);
        }
        try {
            return new H2Database(dataSource, store(dataSource));
        } catch (SQLException e) {
            dataSource.close();
            throw unreadable(folder, e);
        }
    }

    private static MVStore store(DataSource dataSource) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            return session.getDatabase().getStore().getMvStore();
        }
    }

    private static boolean isInUse(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                return true;
            }
        }
        return false;
    }

    private static DataFolderUnusable unreadable(Path folder, Exception e) {
        Throwable root = e;
        for (var cause = e.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return new DataFolderUnusable(
                folder,
                new Bilingual(
                        "il file della base dati non si apre (" + root.getMessage() + ")",
                        "the database's file does not open (" + root.getMessage() + ")"),
                e);
    }

    /** The file of a database, as H2 names it, with the layer that makes its chunks whole. */
    static String file(String path) {
        return WholeChunkPath.over(path) + Constants.SUFFIX_MV_FILE;
    }

    DataSource dataSource() {
        return dataSource;
    }

    MVStore store() {
        return store;
    }

    /**
     * Returns when the database is closed. It closes with its last connection, which must not be left to a thread for which
     * nobody waits.
     */
    @Override
    public void close() {
        var pool = dataSource.getHikariPoolMXBean();
        if (!awaits(() -> pool.getActiveConnections() == 0)) {
            LOG.warn("{} connections are still in use as the ledger closes", pool.getActiveConnections());
        }
        dataSource.close();
        if (!awaits(store::isClosed)) {
            LOG.warn("the database did not close; it will open as after a crash");
        }
    }

    private static boolean awaits(BooleanSupplier fact) {
        for (var begun = System.nanoTime(); !fact.getAsBoolean(); LockSupport.parkNanos(1_000_000)) {
            if (System.nanoTime() - begun > MOST_WAIT_NANOS) {
                return false;
            }
        }
        return true;
    }
}
