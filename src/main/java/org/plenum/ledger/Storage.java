package org.plenum.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A database that holds a ledger. */
interface Storage extends AutoCloseable {
    /** Connections to it. */
    DataSource dataSource();

    /** How many connections it keeps at most. */
    int connections();

    /** How its commits are made to last. */
    Durability durability();

    /** Where the keys of secret votes are kept while those are open: outside the database, and shared by its nodes. */
    Path urnKeys();

    /** Whether other processes write to it too. */
    boolean isShared();

    /** The life of the database in which this connection commits, and reads what others committed. */
    DatabaseLife life(Connection connection) throws SQLException;

    /**
     * Makes this transaction the only one that adds entries until it ends, among all processes that write to this
     * database. So the ledger's order is the order of its commits, and has no gaps.
     */
    void takeTurn(Connection connection) throws SQLException;

    @Override
    void close();
}
