package org.plenum.web.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
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
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

/** The mode, what holds in both, and a demonstration's open doors; those of production are where accounts are. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final Duration SIGNED_IN_FOR = Duration.ofHours(12);

    @Bean
    PlenumMode plenumMode(
            @Value("${plenum.mode:demonstration}") String mode, @Value("${server.address}") String address) {
        PlenumMode chosen;
        try {
            chosen = PlenumMode.valueOf(mode.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalStateException("PLENUM_MODE is demonstration or production, not " + mode, unknown);
        }
        if (chosen == PlenumMode.DEMONSTRATION && !isOfThisMachine(address)) {
            throw new IllegalStateException(
                    "a demonstration, in which anybody may do anything, listens on this machine only:"
                            + " leave PLENUM_ADDRESS out, or set PLENUM_MODE=production");
        }
        return chosen;
    }

    private static boolean isOfThisMachine(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("PLENUM_ADDRESS is no address of this machine: " + address, e);
        }
    }

    /** Nobody signs in by the framework's own form; without this it would invent a user and log its password. */
    @Bean
    UserDetailsService noFrameworkUsers() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }

    /** A demonstration, where nobody needs to sign in. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "plenum.mode", havingValue = "demonstration", matchIfMissing = true)
    static class Demonstration {
        @Bean
        SecurityContextRepository securityContextRepository() {
            return new HttpSessionSecurityContextRepository();
        }

        @Bean
        Senders senders(SecurityContextRepository contexts) {
            return Senders.in(contexts);
        }

        /**
         * The API: for programs, so without sessions made for it and without tokens in forms. A browser that another site
         * tricked into sending a request is recognised by what it says of itself.
         */
        @Bean
        @Order(1)
        SecurityFilterChain api(HttpSecurity http, SecurityContextRepository contexts) {
            http.securityMatcher("/api/**")
                    .securityContext(context -> context.securityContextRepository(contexts))
                    .csrf(csrf -> csrf.disable())
                    .requestCache(cache -> cache.disable())
                    .addFilterBefore(new OwnSiteOnlyFilter(PlenumMode.DEMONSTRATION), AuthorizationFilter.class)
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
            return http.build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain pages(HttpSecurity http, SecurityContextRepository contexts) {
            http.securityContext(context -> context.securityContextRepository(contexts))
                    .csrf(Customizer.withDefaults())
                    .addFilterBefore(new OwnSiteOnlyFilter(PlenumMode.DEMONSTRATION), AuthorizationFilter.class)
                    .headers(PageHeaders::set)
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/"));
            return http.build();
        }
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
                // Holds no more than what one page tells the next: sign-ins are kept elsewhere.
                cookie.setName("__Host-plenum-page");
                cookie.setSecure(true);
            } else {
                cookie.setName("plenum");
            }
        };
    }
}
