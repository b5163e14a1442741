package org.plenum.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import javax.sql.DataSource;
import org.plenum.ledger.urn.SyncedFolder;
import org.plenum.vocabulary.Bilingual;

/** The embedded database: one file in the data folder, used by one process at a time. */
final class H2Storage implements Storage {
    /** The database file without H2's endings. */
    static final String NAME = "plenum";

    private static final long COMPACTED_FROM_BYTES = 64L << 20;

    private final Path folder;
    private final DataFolderLock lock;
    private final H2Database database;
    private final Durability durability;

    private H2Storage(Path folder, DataFolderLock lock, H2Database database) {
        this.folder = folder;
        this.lock = lock;
        this.database = database;
        this.durability = new H2Durability(database.store());
    }

    /**
     * Opens the database in a folder, and makes both where they do not exist.
     *
     * @throws LedgerInUse if another process, or another part of this one, has it open
     * @throws DataFolderUnusable if the folder cannot be made or written to, or the database cannot be read
     */
    static H2Storage open(Path folder) {
        var lock = DataFolderLock.take(folder);
        H2Storage storage;
        try {
            // An interrupt that meets H2 while it reads closes its file; with "retry" it is opened again.
            storage = open(folder, lock, "retry:" + pathForUrl(folder), COMPACTED_FROM_BYTES);
        } catch (RuntimeException e) {
            lock.release();
            throw e;
        }
        try {
            SyncedFolder.sync(folder);
            return storage;
        } catch (IOException e) {
            storage.close();
            throw DataFolderUnusable.of(folder, e);
        }
    }

    /**
     * Opens a database at a path that H2 understands, such as one on a file system of H2's own, and compacts it first where
     * that is worthwhile.
     *
     * @param compactedFromBytes how large its file must be for that
     */
    static H2Storage open(Path folder, DataFolderLock lock, String path, long compactedFromBytes) {
        var compaction = new Compaction(folder, path);
        compaction.forgetHalfDone();
        var database = H2Database.open(folder, path);
        if (compaction.isWorthwhile(database.store(), compactedFromBytes)) {
            compaction.run(database);
            database = H2Database.open(folder, path);
        }
        return new H2Storage(folder, lock, database);
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
        return database.dataSource();
    }

    @Override
    public int connections() {
        return H2Database.CONNECTIONS;
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
        database.close();
        lock.release();
    }

    static Path madeFolder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw DataFolderUnusable.of(folder, e);
        }
    }
}
