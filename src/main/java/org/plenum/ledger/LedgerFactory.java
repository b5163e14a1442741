package org.plenum.ledger;

import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import org.flywaydb.core.Flyway;

/** Opens ledgers. No framework needs to run for it. */
public final class LedgerFactory {
    private LedgerFactory() {}

    /**
     * Opens the ledger in a data folder, and makes both where they do not exist.
     *
     * @throws LedgerInUse if it is open elsewhere; at once, without waiting
     * @throws DataFolderUnusable if the folder cannot keep a ledger
     */
    public static Ledger open(Path dataFolder) {
        return open(dataFolder, Clock.systemUTC());
    }

    /** The same, by another clock. */
    public static Ledger open(Path dataFolder, InstantSource clock) {
        return open(H2Storage.open(dataFolder), clock, SaltSource.random());
    }

    /** Opens the ledger in a PostgreSQL database, which several nodes may share. */
    public static Ledger openPostgres(String url, String user, String password, InstantSource clock) {
        return openPostgres(url, user, password, Path.of("data", "urn-keys"), clock);
    }

    /** The same, with the folder in which all nodes find the keys of open secret votes. */
    public static Ledger openPostgres(String url, String user, String password, Path urnKeys, InstantSource clock) {
        return open(PostgresStorage.open(url, user, password, urnKeys), clock, SaltSource.random());
    }

    /** Whether a data folder holds a ledger. */
    public static boolean exists(Path dataFolder) {
        return H2Storage.exists(dataFolder);
    }

    static AxonLedger open(Storage storage, InstantSource clock, SaltSource salts) {
        try {
            Flyway.configure()
                    .dataSource(storage.dataSource())
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return new AxonLedger(storage, clock, salts);
        } catch (RuntimeException e) {
            storage.close();
            throw e;
        }
    }
}
