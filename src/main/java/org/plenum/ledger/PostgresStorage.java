package org.plenum.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A database server that several nodes of Plenum share. */
final class PostgresStorage implements Storage {
    /** Names the lock by which nodes take turns in adding entries; "plenum" in ASCII. */
    private static final long TURN = 0x706C656E756DL;

    private static final int CONNECTIONS = 24;

    private final HikariDataSource dataSource;
    private final PostgresDurability durability;
    private final Path urnKeys;

    private PostgresStorage(HikariDataSource dataSource, PostgresDurability durability, Path urnKeys) {
        this.urnKeys = urnKeys;
        this.dataSource = dataSource;
        this.durability = durability;
    }

    /**
     * Opens a database.
     *
     * @param urnKeys a folder for the keys of open secret votes, which all nodes share and no backup copies
     * @throws IllegalStateException if the server is set up so that commits would not last
     */
    static PostgresStorage open(String url, String user, String password, Path urnKeys) {
        var config = new HikariConfig();
        config.setPoolName("ledger");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(5_000);
        // Commits return at once; one synchronous flush then serves all that wait for it.
        config.setConnectionInitSql("SET synchronous_commit = off");
        var dataSource = new HikariDataSource(config);
        try {
            checkLasting(dataSource);
            return new PostgresStorage(dataSource, new PostgresDurability(url, user, password), urnKeys);
        } catch (SQLException e) {
            dataSource.close();
            throw new IllegalStateException("the database at " + url + " does not open: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            dataSource.close();
            throw e;
        }
    }

    private static void checkLasting(DataSource dataSource) throws SQLException {
        for (var setting : new String[] {"fsync", "full_page_writes"}) {
            try (var connection = dataSource.getConnection();
                    var statement = connection.createStatement();
                    var result = statement.executeQuery("SHOW " + setting)) {
                result.next();
                if (!result.getString(1).equals("on")) {
                    throw new IllegalStateException(
                            "the database has " + setting + " off: what it commits would not survive a power cut");
                }
            }
        }
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
        return urnKeys;
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public DatabaseLife life(Connection connection) throws SQLException {
        return durability.life(connection);
    }

    @Override
    public void takeTurn(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
            statement.setLong(1, TURN);
            statement.execute();
        }
    }

    @Override
    public void close() {
        durability.close();
        dataSource.close();
    }
}
