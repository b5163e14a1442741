package org.plenum.ledger;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes asynchronous commits of PostgreSQL last: one small transaction that is committed synchronously flushes the log
 * up to itself, and with it every commit before it, also those of other nodes.
 */
final class PostgresDurability implements Durability, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresDurability.class);

    private final String url;
    private final Properties properties = new Properties();
    private final Map<Connection, DatabaseLife> lives = Collections.synchronizedMap(new WeakHashMap<>());
    private @Nullable Connection open;

    PostgresDurability(String url, String user, String password) throws SQLException {
        this.url = url;
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("tcpKeepAlive", "true");
        connection();
    }

    private Connection connection() throws SQLException {
        var connection = open;
        if (connection == null) {
            connection = DriverManager.getConnection(url, properties);
            try (var statement = connection.createStatement()) {
                statement.execute("SET synchronous_commit = on");
            }
            open = connection;
        }
        return connection;
    }

    /** The life of the database in which a connection was opened, and with which it ends. */
    DatabaseLife life(Connection connection) throws SQLException {
        var physical = connection.unwrap(Connection.class);
        var life = lives.get(physical);
        if (life == null) {
            life = ask(connection);
            lives.put(physical, life);
        }
        return life;
    }

    @Override
    public DatabaseLife sync() throws SQLException {
        Connection connection;
        try {
            connection = connection();
            flush(connection);
        } catch (SQLException e) {
            LOG.warn("the connection that flushes broke; trying another", e);
            disconnect();
            connection = connection();
            flush(connection);
        }
        return life(connection);
    }

    /** What changes whenever the database starts, or starts over after one of its processes has crashed. */
    private static DatabaseLife ask(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT pg_postmaster_start_time() || ' ' || pid"
                        + " FROM pg_stat_activity WHERE backend_type = 'checkpointer'")) {
            if (!result.next() || result.getString(1) == null) {
                throw new SQLException("the database does not tell since when it runs");
            }
            return new DatabaseLife(result.getString(1));
        }
    }

    private static void flush(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            String target;
            try (var result = statement.executeQuery("SELECT pg_current_wal_insert_lsn()")) {
                result.next();
                target = result.getString(1);
            }
            statement.execute("SELECT pg_logical_emit_message(true, 'plenum', 'flush')");
            try (var check = connection.prepareStatement("SELECT pg_current_wal_flush_lsn() >= ?::pg_lsn")) {
                check.setString(1, target);
                try (var result = check.executeQuery()) {
                    result.next();
                    if (!result.getBoolean(1)) {
                        throw new SQLException("the database's log was not flushed up to " + target);
                    }
                }
            }
        }
    }

    private void disconnect() {
        var connection = open;
        open = null;
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.debug("a broken connection did not close", e);
            }
        }
    }

    @Override
    public void close() {
        disconnect();
    }
}
