package org.plenum.ledger;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Bilingual;

/**
 * Where a ledger is kept: in a data folder, or in a PostgreSQL database beside one. The folder has the keys in either case.
 *
 * @param database null where the folder itself holds the entries
 */
public record LedgerPlace(Path data, @Nullable Database database) {
    /** A PostgreSQL database. */
    public record Database(String url, String user, String password) {
        /** Says nothing of the password. */
        @Override
        public String toString() {
            return url;
        }
    }

    /** A data folder. */
    public static LedgerPlace in(Path data) {
        return new LedgerPlace(data, null);
    }

    /** A data folder, or the database that {@code PLENUM_DATABASE}, {@code …_USER} and {@code …_PASSWORD} name. */
    public static LedgerPlace of(Path data, UnaryOperator<@Nullable String> settings) {
        return of(
                data,
                settings.apply("PLENUM_DATABASE"),
                settings.apply("PLENUM_DATABASE_USER"),
                settings.apply("PLENUM_DATABASE_PASSWORD"));
    }

    /** The same; a database without an address is none. */
    public static LedgerPlace of(Path data, @Nullable String url, @Nullable String user, @Nullable String password) {
        return url == null || url.isBlank()
                ? in(data)
                : new LedgerPlace(data, new Database(url, user == null ? "" : user, password == null ? "" : password));
    }

    /** Whether there is a ledger. */
    public boolean holdsLedger() {
        return database == null ? LedgerFactory.exists(data) : holdsLedger(database);
    }

    private static boolean holdsLedger(Database database) {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var tables = connection.getMetaData().getTables(null, null, "entry", new String[] {"TABLE"})) {
            return tables.next();
        } catch (SQLException e) {
            throw new DatabaseUnusable(database, e);
        }
    }

    /**
     * Opens the ledger, and makes it where there is none.
     *
     * @throws LedgerInUse if it is in a folder and open elsewhere
     * @throws DataFolderUnusable if the folder cannot keep a ledger
     * @throws DatabaseUnusable if the database does not open
     */
    public Ledger open() {
        if (database == null) {
            return LedgerFactory.open(data);
        }
        H2Storage.madeFolder(data);
        holdsLedger(database);
        try {
            return LedgerFactory.openPostgres(
                    database.url(), database.user(), database.password(), data.resolve("urn-keys"), Clock.systemUTC());
        } catch (IllegalStateException e) {
            throw new DatabaseUnusable(database, e);
        }
    }

    @Override
    public String toString() {
        return database == null ? data.toString() : database.toString();
    }

    /** A database does not open, or would not keep what it is given. */
    public static final class DatabaseUnusable extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Bilingual why;

        DatabaseUnusable(Database database, Throwable cause) {
            super(database + ": " + cause.getMessage(), cause);
            this.why = new Bilingual(
                    "La banca dati " + database + " non può tenere un registro: " + cause.getMessage(),
                    "The database " + database + " cannot keep a ledger: " + cause.getMessage());
        }

        /** Why not, in a sentence. */
        public Bilingual why() {
            return why;
        }
    }
}
