package org.plenum.web.security;

import java.time.Duration;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.Cookie;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Which addresses need a sign-in, and what every answer tells browsers to refuse. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /** Nothing from elsewhere, nothing inline; the pages need no more than this. */
    static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; manifest-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final Duration SIGNED_IN_FOR = Duration.ofHours(12);

    @Bean
    PlenumMode plenumMode(@Value("${plenum.mode:demonstration}") String mode) {
        var chosen = PlenumMode.valueOf(mode.toUpperCase(Locale.ROOT));
        if (chosen == PlenumMode.PRODUCTION) {
            // Better no server than one that nobody can enter, or that lets everybody in.
            throw new IllegalStateException(
                    "PLENUM_MODE=production is not available: accounts do not exist yet, so nobody could sign in");
        }
        return chosen;
    }

    @Bean
    SecurityContextRepository securityContextRepository() {
        return new HttpSessionSecurityContextRepository();
    }

    /** Nobody signs in by the framework's own form; without this it would invent a user and log its password. */
    @Bean
    UserDetailsService noFrameworkUsers() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }

    /**
     * The API: for programs, so without sessions made for it and without tokens in forms. A browser that another site
     * tricked into sending a request is recognised by what it says of itself.
     */
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, PlenumMode mode, SecurityContextRepository contexts) {
        http.securityMatcher("/api/**")
                .securityContext(context -> context.securityContextRepository(contexts))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .addFilterBefore(new OwnSiteOnlyFilter(mode), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> {
                    if (mode == PlenumMode.DEMONSTRATION) {
                        requests.anyRequest().permitAll();
                    } else {
                        requests.anyRequest().authenticated();
                    }
                })
                .exceptionHandling(errors -> errors.authenticationEntryPoint(
                        (request, response, error) -> response.sendError(401, "sign in first")));
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, PlenumMode mode, SecurityContextRepository contexts) {
        http.securityContext(context -> context.securityContextRepository(contexts))
                .csrf(Customizer.withDefaults())
                .addFilterBefore(new OwnSiteOnlyFilter(mode), AuthorizationFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                permissions -> permissions.policy("camera=(), microphone=(), geolocation=()")))
                .authorizeHttpRequests(requests -> {
                    requests.requestMatchers(
                                    "/assets/**", "/webjars/**", "/sign-in/**", "/language/**", "/ledger/**", "/error")
                            .permitAll();
                    if (mode == PlenumMode.DEMONSTRATION) {
                        requests.anyRequest().permitAll();
                    } else {
                        requests.anyRequest().authenticated();
                    }
                })
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/sign-in")))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/"));
        return http.build();
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> sessionCookie(PlenumMode mode) {
        return factory -> {
            var session = factory.getSettings().getSession();
            session.setTimeout(SIGNED_IN_FOR);
            var cookie = session.getCookie();
            cookie.setHttpOnly(true);
            cookie.setPath("/");
            cookie.setSameSite(Cookie.SameSite.LAX);
            if (mode == PlenumMode.PRODUCTION) {
                // The prefix makes browsers refuse the cookie unless it is secure and for this host alone.
                cookie.setName("__Host-plenum");
                cookie.setSecure(true);
            } else {
                cookie.setName("plenum");
            }
        };
    }
}
