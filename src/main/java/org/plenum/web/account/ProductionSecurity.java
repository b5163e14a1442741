package org.plenum.web.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.plenum.web.security.OwnSiteOnlyFilter;
import org.plenum.web.security.PageHeaders;
import org.plenum.web.security.PlenumMode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;

/** Where accounts exist, every address but a few needs a sign-in. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "plenum.mode", havingValue = "production")
class ProductionSecurity {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** What nobody needs to sign in for: how to sign in, what pages are made of, and the public log. */
    private static final String[] FOR_EVERYBODY = {
        "/assets/**", "/webjars/**", "/sign-in/**", "/link/**", "/language/**", "/ledger/**", "/problems/**", "/error"
    };

    @Bean
    CsrfTokenRepository formTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("__Host-plenum-form");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.secure(true).httpOnly(true).sameSite("Lax"));
        return tokens;
    }

    /** Programs send a token of their own, or the cookie of a sign-in with the token of its forms. */
    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http,
            SecurityContextRepository contexts,
            CsrfTokenRepository formTokens,
            BearerTokens bearers) {
        http.securityMatcher("/api/**")
                .securityContext(context -> context.securityContextRepository(contexts))
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens)
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        .requireCsrfProtectionMatcher(ProductionSecurity::couldBeForged))
                .requestCache(cache -> cache.disable())
                .addFilterBefore(new OwnSiteOnlyFilter(PlenumMode.PRODUCTION), AuthorizationFilter.class)
                .addFilterBefore(bearers, AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint((request, response, error) -> response.sendError(401)));
        return http.build();
    }

    private static boolean couldBeForged(HttpServletRequest request) {
        return !READING.contains(request.getMethod()) && !BearerTokens.isWithToken(request);
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http,
            SecurityContextRepository contexts,
            CsrfTokenRepository formTokens,
            Passkeys passkeys,
            ObjectProvider<OpenIdConnect> openId) {
        http.securityContext(context -> context.securityContextRepository(contexts))
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens))
                .requestCache(cache -> cache.disable())
                .addFilterBefore(new OwnSiteOnlyFilter(PlenumMode.PRODUCTION), AuthorizationFilter.class)
                .headers(PageHeaders::set)
                .authorizeHttpRequests(requests -> requests.requestMatchers(FOR_EVERYBODY)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(errors -> errors.authenticationEntryPoint(new ToSignIn()))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"));
        passkeys.into(http, contexts);
        openId.ifAvailable(service -> service.into(http));
        return http.build();
    }
}
