package org.plenum.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.web.security.OwnAddress;
import org.plenum.web.security.PublicAddress;
import org.plenum.web.security.SignIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/**
 * Signing in with a service that vouches for people. It says who somebody is, never what they may do: that is the account's,
 * and where it vouches for nobody who has one, it lets nobody in.
 */
public final class OpenIdConnect {
    private static final Logger LOG = LoggerFactory.getLogger(OpenIdConnect.class);
    private static final String PROVIDER = "provider";
    private static final String BEGINS = "/sign-in/openid";
    private static final String COMES_BACK = "/sign-in/openid/back";
    private static final String LEADS_TO = OpenIdConnect.class.getName() + ".leads-to";
    private static final String BY_EMAIL = "email";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * A service, as it is configured.
     *
     * @param claim what it says of people that accounts are found by: "email", or one that is the account's name
     * @param name what people call it, blank for its host
     */
    public record Service(String issuer, String client, String secret, String claim, String name) {
        /** Throws {@link IllegalStateException} unless people can be sent there safely. */
        public Service {
            if (client.isBlank() || secret.isBlank() || claim.isBlank()) {
                throw new IllegalStateException(
                        "PLENUM_OIDC_ISSUER goes together with PLENUM_OIDC_CLIENT and " + "PLENUM_OIDC_SECRET");
            }
            var address = URI.create(issuer);
            var host = address.getHost();
            if (host == null || !("https".equals(address.getScheme()) || THIS_MACHINE.contains(host))) {
                throw new IllegalStateException(
                        "PLENUM_OIDC_ISSUER is not an address such as https://id.example.org: " + issuer);
            }
        }

        /** Says nothing of the secret. */
        @Override
        public String toString() {
            return issuer;
        }
    }

    /** Somebody for whom the service vouches, and who has an account. */
    private static final class Vouched extends DefaultOidcUser {
        private static final long serialVersionUID = 1;

        private final transient Account account;

        Vouched(OidcUser user, Account account) {
            super(user.getAuthorities(), user.getIdToken(), user.getUserInfo());
            this.account = account;
        }
    }

    private final Accounts accounts;
    private final SignIn signIn;
    private final PublicAddress address;
    private final Service service;
    private final OidcUserService claims = new OidcUserService();
    private @Nullable ClientRegistration known;

    OpenIdConnect(Accounts accounts, SignIn signIn, PublicAddress address, Service service) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.address = address;
        this.service = service;
    }

    /** What people call the service. */
    public String name() {
        return service.name().isBlank() ? URI.create(service.issuer()).getHost() : service.name();
    }

    /** Where the way there begins. */
    public String begins() {
        return BEGINS + "/" + PROVIDER;
    }

    /** Asked for when somebody first signs in, so that the server starts also while the service does not answer. */
    private synchronized ClientRegistration registration() {
        var registration = known;
        if (registration == null) {
            registration = ClientRegistrations.fromIssuerLocation(service.issuer())
                    .registrationId(PROVIDER)
                    .clientId(service.client())
                    .clientSecret(service.secret())
                    .scope("openid", "profile", "email")
                    .userNameAttributeName("sub")
                    .redirectUri(address.of(COMES_BACK))
                    .build();
            known = registration;
        }
        return registration;
    }

    /** Sends people there, and takes in who comes back. */
    void into(HttpSecurity http) {
        ClientRegistrationRepository registrations = id -> id.equals(PROVIDER) ? registration() : null;
        var sending = new OAuth2AuthorizationRequestRedirectFilter(
                new Remembering(new DefaultOAuth2AuthorizationRequestResolver(registrations, BEGINS)));
        sending.setAuthenticationFailureHandler(OpenIdConnect::unreachable);
        var receiving = new OAuth2LoginAuthenticationFilter(registrations, new KeepsNothing(), COMES_BACK);
        receiving.setAuthenticationManager(new ProviderManager(new OidcAuthorizationCodeAuthenticationProvider(
                new RestClientAuthorizationCodeTokenResponseClient(), this::vouched)));
        receiving.setAuthenticationSuccessHandler(this::welcome);
        receiving.setAuthenticationFailureHandler(OpenIdConnect::refused);
        http.addFilterBefore(receiving, AuthorizationFilter.class).addFilterBefore(sending, AuthorizationFilter.class);
    }

    private OidcUser vouched(OidcUserRequest request) {
        var user = claims.loadUser(request);
        // A token without a subject does not get this far: it was verified.
        var subject = Objects.requireNonNull(user.getSubject());
        return accounts.vouchedFor(service.issuer(), subject, () -> fits(user))
                .map(account -> new Vouched(user, account))
                .orElseThrow(() -> new OAuth2AuthenticationException(new OAuth2Error("no_account")));
    }

    private Optional<Account> fits(OidcUser user) {
        if (service.claim().equals(BY_EMAIL)) {
            var email = user.getEmail();
            // An address that the service did not verify is what somebody typed there.
            return email != null && Boolean.TRUE.equals(user.getEmailVerified())
                    ? accounts.findEmail(email)
                    : Optional.empty();
        }
        var name = user.getClaimAsString(service.claim());
        return name == null ? Optional.empty() : accounts.find(name);
    }

    private void welcome(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var leadsTo = request.getSession().getAttribute(LEADS_TO);
        request.getSession().removeAttribute(LEADS_TO);
        if (!(authentication.getPrincipal() instanceof Vouched vouched)) {
            throw new IllegalStateException("somebody came in for whom nobody vouches");
        }
        signIn.as(vouched.account.person(), request, response);
        response.sendRedirect(leadsTo instanceof String path ? path : "/");
    }

    private static void refused(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var code = failure instanceof OAuth2AuthenticationException known
                ? known.getError().getErrorCode()
                : failure.getClass().getSimpleName();
        LOG.info("OpenID Connect let nobody in: {}", code.replaceAll("[^a-z0-9_A-Z.-]", "?"));
        response.sendRedirect("/sign-in?openid=refused");
    }

    private static void unreachable(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        LOG.warn("OpenID Connect: the service does not answer as it should", failure);
        response.sendRedirect("/sign-in?openid=unreachable");
    }

    /** Remembers where somebody wanted to go before they are sent away. */
    private record Remembering(OAuth2AuthorizationRequestResolver resolver)
            implements OAuth2AuthorizationRequestResolver {
        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
            var sent = resolver.resolve(request);
            var back = request.getParameter("back");
            if (sent != null && back != null) {
                request.getSession().setAttribute(LEADS_TO, OwnAddress.checked(back));
            }
            return sent;
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
            return resolver.resolve(request, registration);
        }
    }

    /** The service's own tokens are for nothing more than knowing who came. */
    private static final class KeepsNothing implements OAuth2AuthorizedClientRepository {
        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // what the interface asks for
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication somebody, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication somebody,
                HttpServletRequest request,
                HttpServletResponse response) {
            // Nothing is kept.
        }

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication somebody,
                HttpServletRequest request,
                HttpServletResponse response) {
            // Nothing was kept.
        }
    }
}
