package org.plenum.ledger;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.h2.mvstore.MVStore;
import org.h2.store.fs.FileUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a database's file small again. H2 only ever adds to it, with each commit all pages that it changed, and never uses
 * the place of the old ones again: what was synced last may need it. So what is still needed is copied into a new file, which
 * takes the old one's place when it is on stable storage.
 */
final class Compaction {
    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);

    /** The file is compacted where less of it is needed. */
    private static final int NEEDED_PERCENT = 33;

    private final Path folder;
    private final String path;

    /** Of the database at a path that H2 understands. */
    Compaction(Path folder, String path) {
        this.folder = folder;
        this.path = path;
    }

    private String copy() {
        return path + "-compacted";
    }

    /** Deletes what a compaction has left that did not come to its end. */
    void forgetHalfDone() {
        FileUtils.tryDelete(H2Database.file(copy()));
    }

    /**
     * Whether a copy would be much smaller.
     *
     * @param fromBytes how large the file must be at least
     */
    boolean isWorthwhile(MVStore store, long fromBytes) {
        var file = store.getFileStore();
        return file.size() >= fromBytes && file.getFillRate() * file.getChunksFillRate() < 100 * NEEDED_PERCENT;
    }

    /** Closes the database and makes its file small; where that fails, the file is as it was, and so told in the log. */
    void run(H2Database database) {
        var file = H2Database.file(path);
        var before = FileUtils.size(file);
        try (database) {
            var rows = rows(database.dataSource());
            database.close();
            MVStore.compact(file, H2Database.file(copy()), false, null);
            check(rows);
            FileUtils.moveAtomicReplace(H2Database.file(copy()), file);
            LOG.info("the database file takes {} MB instead of {}", FileUtils.size(file) >> 20, before >> 20);
        } catch (SQLException | RuntimeException e) {
            LOG.warn("the database file cannot be made smaller", e);
            forgetHalfDone();
        }
    }

    private void check(Map<String, Long> expected) throws SQLException {
        try (var copied = H2Database.open(folder, copy())) {
            var rows = rows(copied.dataSource());
            if (!rows.equals(expected)) {
                throw new IllegalStateException("the copy has " + rows + " instead of " + expected);
            }
        }
    }

    /** How many rows each table has. */
    private static Map<String, Long> rows(DataSource database) throws SQLException {
        var rows = new TreeMap<String, Long>();
        try (var connection = database.getConnection();
                var tables = connection.getMetaData().getTables(null, "PUBLIC", "%", new String[] {"BASE TABLE"});
                var statement = connection.createStatement()) {
            while (tables.next()) {
                var table = tables.getString("TABLE_NAME");
                try (var count = statement.executeQuery("SELECT COUNT(*) FROM \"" + table + '"')) {
                    count.next();
                    rows.put(table, count.getLong(1));
                }
            }
        }
        return rows;
    }
}
