package org.plenum;

import java.nio.file.Path;
import org.plenum.ledger.Ledger;
import org.plenum.ledger.LedgerPlace;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The server's ledger: the one it was started with, or, where nothing started it, the one that the settings name. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {
    /** The name under which the ledger is found. */
    static final String BEAN = "ledger";

    @Bean(name = BEAN, destroyMethod = "close")
    @ConditionalOnMissingBean(Ledger.class)
    Ledger ledger(
            @Value("${plenum.data:data}") Path data,
            @Value("${plenum.database:}") String database,
            @Value("${plenum.database.user:}") String user,
            @Value("${plenum.database.password:}") String password) {
        return LedgerPlace.of(data, database, user, password).open();
    }
}
