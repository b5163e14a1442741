package org.plenum.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A storage whose commits and syncs do what a test tells them to. */
final class FaultyStorage implements Storage {
    /** Something that may fail. */
    interface Step {
        void run() throws SQLException;
    }

    /** What happens instead of a step. */
    interface Fault {
        void around(Step step) throws SQLException;
    }

    private final Storage sound;
    private final DataSource dataSource;
    volatile Fault onCommit = Step::run;
    volatile Fault onSync = Step::run;

    FaultyStorage(Storage sound) {
        this.sound = sound;
        this.dataSource = new DelegatingDataSource(sound.dataSource()) {
            @Override
            public Connection getConnection() throws SQLException {
                return faulty(super.getConnection());
            }
        };
    }

    private Connection faulty(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                FaultyStorage.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        onCommit.around(connection::commit);
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public DataSource dataSource() {
        return dataSource;
    }

    @Override
    public int connections() {
        return sound.connections();
    }

    @Override
    public Durability durability() {
        var durability = sound.durability();
        return () -> {
            var life = new AtomicReference<DatabaseLife>();
            onSync.around(() -> life.set(durability.sync()));
            return life.get();
        };
    }

    @Override
    public Path urnKeys() {
        return sound.urnKeys();
    }

    @Override
    public boolean isShared() {
        return sound.isShared();
    }

    @Override
    public DatabaseLife life(Connection connection) throws SQLException {
        return sound.life(connection);
    }

    @Override
    public void takeTurn(Connection connection) throws SQLException {
        sound.takeTurn(connection);
    }

    @Override
    public void close() {
        sound.close();
    }
}
