package org.plenum.web.account;

import java.time.Duration;
import java.time.InstantSource;
import org.plenum.ledger.Ledger;
import org.plenum.web.security.PublicAddress;
import org.plenum.web.security.Senders;
import org.plenum.web.security.SignIn;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.context.SecurityContextRepository;

/** Accounts, where there are any: a demonstration has none. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "plenum.mode", havingValue = "production")
class AccountConfiguration {
    @Bean
    Accounts accounts(Ledger ledger) {
        return new Accounts(ledger.dataSource(), ledger::synced, InstantSource.system(), new Passwords());
    }

    @Bean
    Attempts attempts() {
        return new Attempts(InstantSource.system());
    }

    @Bean
    SignIns signIns(
            Accounts accounts,
            @Value("${plenum.sign-in.idle:PT4H}") Duration idle,
            @Value("${plenum.sign-in.at-most:PT16H}") Duration atMost) {
        return new SignIns(accounts, InstantSource.system(), new SignIns.Lasting(idle, atMost));
    }

    @Bean
    SecurityContextRepository storedSignIns(SignIns signIns) {
        return new StoredSignIns(signIns);
    }

    @Bean
    BearerTokens bearerTokens(Accounts accounts, Attempts attempts) {
        return new BearerTokens(accounts, attempts);
    }

    @Bean
    Senders senders(SecurityContextRepository contexts, BearerTokens bearers) {
        var signedIn = Senders.in(contexts);
        return request -> BearerTokens.isWithToken(request)
                ? bearers.account(request).map(Account::person)
                : signedIn.find(request);
    }

    /** The filter has its place in the chain of the interface; it is not one for every request. */
    @Bean
    org.springframework.boot.web.servlet.FilterRegistrationBean<BearerTokens> noFilterOfItsOwn(BearerTokens filter) {
        var registration = new org.springframework.boot.web.servlet.FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    Passkeys passkeys(Accounts accounts, Ledger ledger, PublicAddress address) {
        return new Passkeys(accounts, ledger.dataSource(), ledger::synced, address);
    }

    /** Only where a service is named. */
    @Bean
    @ConditionalOnExpression("!'${plenum.oidc.issuer:}'.isBlank()")
    OpenIdConnect openIdConnect(
            Accounts accounts,
            SignIn signIn,
            PublicAddress address,
            @Value("${plenum.oidc.issuer:}") String issuer,
            @Value("${plenum.oidc.client:}") String client,
            @Value("${plenum.oidc.secret:}") String secret,
            @Value("${plenum.oidc.claim:email}") String claim,
            @Value("${plenum.oidc.name:}") String name) {
        return new OpenIdConnect(
                accounts, signIn, address, new OpenIdConnect.Service(issuer, client, secret, claim, name));
    }

    @Bean
    FirstAdministrator firstAdministrator(Accounts accounts, PublicAddress address) {
        return new FirstAdministrator(accounts, address);
    }
}
