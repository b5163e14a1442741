package org.plenum.web.account;

import org.junit.jupiter.api.Tag;
import org.plenum.ledger.PostgresServer;
import org.plenum.web.api.Server;

/** The same with the ledger and its accounts in a database. */
@Tag("slow")
class ProductionOnPostgresTest extends ProductionTest {
    private final String database = PostgresServer.get().newDatabase();

    @Override
    Server open() {
        return Server.inProduction(
                data, "--plenum.database=" + database, "--plenum.database.user=" + PostgresServer.USER);
    }
}
