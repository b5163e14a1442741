package org.plenum.bench;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** The floor: what one gets who writes each ballot as a row of its own, commits, and has it synced, with plain JDBC. */
final class Floor {
    /** As long as the line of a ballot is. */
    private static final int LINE = 430;

    private Floor() {}

    /** Rows per second. */
    static double measure(Path folder, Duration time) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        "jdbc:h2:" + folder.resolve("floor").toAbsolutePath());
                var create = connection.createStatement()) {
            create.execute("CREATE TABLE IF NOT EXISTS floor (id IDENTITY PRIMARY KEY, line VARBINARY NOT NULL)");
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement("INSERT INTO floor (line) VALUES (?)");
                    var sync = connection.createStatement()) {
                var rows = 0;
                var begun = System.nanoTime();
                while (System.nanoTime() - begun < time.toNanos()) {
                    insert.setBytes(1, new byte[LINE]);
                    insert.executeUpdate();
                    connection.commit();
                    sync.execute("CHECKPOINT SYNC");
                    rows++;
                }
                return rows * 1e9 / (System.nanoTime() - begun);
            }
        }
    }
}
