package org.plenum;

import java.nio.file.Path;
import java.time.Clock;
import org.plenum.ledger.Ledger;
import org.plenum.proof.cosigning.Cosigning;
import org.plenum.proof.notary.Notary;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The server's notary, at work as long as the server is. An old backup under a running log stops the start here. */
@Configuration(proxyBeanMethods = false)
class NotaryConfiguration {
    @Bean(destroyMethod = "close")
    Notary notary(Ledger ledger, @Value("${plenum.data:data}") Path data) {
        return Notary.open(ledger, data, Clock.systemUTC());
    }

    @Bean(destroyMethod = "close")
    Cosigning cosigning(Notary notary) {
        return Cosigning.start(notary);
    }
}
