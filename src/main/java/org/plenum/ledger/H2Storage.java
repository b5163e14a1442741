package org.plenum.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.plenum.vocabulary.Bilingual;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded database: one file in the data folder, used by one process at a time. */
final class H2Storage implements Storage {
    /** The database file without H2's endings. */
    static final String NAME = "plenum";

    private static final Logger LOG = LoggerFactory.getLogger(H2Storage.class);
    private static final int CONNECTIONS = 24;
    private static final long MOST_WAIT_NANOS = 10_000_000_000L;

    static {
        // H2 looks up every value that it reads in a cache of values: a tenth of a replay, in which hardly one comes
        // twice.
        System.setProperty("h2.objectCache", "false");
    }

    private final Path folder;
    private final DataFolderLock lock;
    private final HikariDataSource dataSource;
    private final Durability durability;

    private H2Storage(Path folder, DataFolderLock lock, HikariDataSource dataSource, Durability durability) {
        this.folder = folder;
        this.lock = lock;
        this.dataSource = dataSource;
        this.durability = durability;
    }

    /**
     * Opens the database in a folder, and makes both where they do not exist.
     *
     * @throws LedgerInUse if another process, or another part of this one, has it open
     * @throws DataFolderUnusable if the folder cannot be made or written to, or the database cannot be read
     */
    static H2Storage open(Path folder) {
        var lock = DataFolderLock.take(folder);
        try {
            // An interrupt that meets H2 while it reads closes its file; with "retry" it is opened again.
            return open(folder, lock, "retry:" + pathForUrl(folder));
        } catch (RuntimeException e) {
            lock.release();
            throw e;
        }
    }

    /** Opens a database at a path that H2 understands, such as one on a file system of H2's own. */
    static H2Storage open(Path folder, DataFolderLock lock, String path) {
        var config = new HikariConfig();
        config.setPoolName("ledger");
        // The database closes when the ledger does; H2's own shutdown hook would close it under the writers. As it
        // closes nothing is moved, so that a process that is killed meanwhile leaves what every sync has left.
        config.setJdbcUrl("jdbc:h2:" + WholeChunkPath.over(path)
                + ";DB_CLOSE_ON_EXIT=FALSE;MAX_COMPACT_TIME=0;LOCK_TIMEOUT=10000;CACHE_SIZE=32768");
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
            return new H2Storage(folder, lock, dataSource, H2Durability.of(dataSource));
        } catch (SQLException e) {
            dataSource.close();
            throw unreadable(folder, e);
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

    private static String pathForUrl(Path folder) {
        var text = folder.resolve(NAME).toAbsolutePath().normalize().toString();
        if (text.indexOf(';') >= 0) {
            throw new DataFolderUnusable(
                    folder, new Bilingual("il nome ha un punto e virgola", "its name has a semicolon"), null);
        }
        return text;
    }

    /** Whether a folder holds a ledger. */
    static boolean exists(Path folder) {
        return Files.exists(folder.resolve(NAME + ".mv.db"));
    }

    @Override
    public DataSource dataSource() {
        return dataSource;
    }

    @Override
    public int connections() {
        return CONNECTIONS;
    }

    @Override
    public Durability durability() {
        return durability;
    }

    @Override
    public Path urnKeys() {
        return folder.resolve("urn-keys");
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public DatabaseLife life(Connection connection) {
        return DatabaseLife.OF_THIS_PROCESS;
    }

    @Override
    public void takeTurn(Connection connection) {
        // No other process can have the file open, and within this one the caller has its turn already.
    }

    @Override
    public void close() {
        awaitReturned();
        dataSource.close();
        durability.close();
        lock.release();
    }

    /** The database closes with its last connection: it must not be left to a thread for which nobody waits. */
    private void awaitReturned() {
        var pool = dataSource.getHikariPoolMXBean();
        for (var begun = System.nanoTime(); pool.getActiveConnections() > 0; LockSupport.parkNanos(1_000_000)) {
            if (System.nanoTime() - begun > MOST_WAIT_NANOS) {
                LOG.warn("{} connections are still in use as the ledger closes", pool.getActiveConnections());
                return;
            }
        }
    }

    static Path madeFolder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw DataFolderUnusable.of(folder, e);
        }
    }
}
