package org.plenum.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.web.api.Browsing;
import org.plenum.web.api.Server;
import org.plenum.web.security.Offices;
import org.plenum.web.security.Role;

/** A service vouches for people: whom it lets in, and what it cannot make the server believe. */
@Tag("slow")
class OpenIdConnectTest {
    @TempDir
    private static Path data;

    private static OpenIdProvider provider;
    private static Server server;

    @BeforeAll
    static void start() throws IOException {
        provider = new OpenIdProvider();
        server = Server.inProduction(
                data,
                "--plenum.oidc.issuer=" + provider.issuer(),
                "--plenum.oidc.client=" + OpenIdProvider.CLIENT,
                "--plenum.oidc.secret=" + OpenIdProvider.SECRET,
                "--plenum.oidc.name=Comunità");
    }

    @AfterAll
    static void stop() {
        server.close();
        provider.close();
    }

    private static Account account(String name) {
        var accounts = server.bean(Accounts.class);
        accounts.invite(
                new AccountName(name),
                name,
                name + "@example.org",
                Offices.everywhere(Set.of(Role.READER)),
                Set.of(),
                "test");
        return accounts.find(name).orElseThrow();
    }

    private static Map<String, Object> says(String subject, String email, boolean verified) {
        return Map.of("sub", subject, "email", email, "email_verified", verified);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static URI sent(Browsing browser) {
        var answer = browser.get("/sign-in/openid/provider?back=/account");
        assertThat(answer.statusCode()).isEqualTo(302);
        return URI.create(location(answer));
    }

    private static HttpResponse<String> comesBack(Browsing browser, URI back) {
        return browser.get(back.getRawPath() + "?" + back.getRawQuery());
    }

    /** Goes to the service and comes back with what it says. */
    private static HttpResponse<String> through(Browsing browser) {
        return comesBack(browser, provider.agrees(sent(browser)));
    }

    private static void letsIn(Browsing browser) {
        assertThat(location(through(browser))).endsWith("/account");
        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
    }

    private static void keepsOut(Browsing browser, HttpResponse<String> answer) {
        assertThat(location(answer)).endsWith("/sign-in?openid=refused");
        assertThat(browser.cookies()).doesNotContain("__Host-plenum");
        assertThat(browser.get("/account").statusCode()).isEqualTo(303);
        assertThat(browser.get("/sign-in?openid=refused").body()).contains("non ha riconosciuto");
    }

    private static Browsing somebody() {
        return new Browsing(server.address());
    }

    @Test
    void whoHasAnAccountIsLetInAndMayWhatTheAccountMay() {
        account("anna");
        provider.vouchesFor(says("subject-anna", "Anna@Example.org", true));
        var browser = somebody();
        var page = browser.get("/sign-in?back=/account").body();
        assertThat(page).contains("Accedi con Comunità");
        var sent = sent(browser);
        assertThat(sent.toString())
                .startsWith(provider.issuer() + "/authorize?")
                .contains("code_challenge_method=S256", "nonce=", "state=", "scope=openid")
                .doesNotContain(OpenIdProvider.SECRET);
        letsIn(browser);
        assertThat(browser.get("/account").body()).contains("<code>anna</code>");
        assertThat(browser.cookies()).allMatch(name -> name.startsWith("__Host-"));
        assertThat(server.bean(Accounts.class)
                        .find("anna")
                        .orElseThrow()
                        .person()
                        .roles())
                .as("what the service says of roles is nobody's business")
                .containsExactly(Role.READER);
        assertThat(browser.get("/people").statusCode()).isEqualTo(302);
    }

    @Test
    void theSameSubjectStaysTheSamePersonWhateverAddressItHasAndNobodyElseInheritsIt() {
        account("bruno");
        provider.vouchesFor(says("subject-bruno", "bruno@example.org", true));
        letsIn(somebody());
        provider.vouchesFor(says("subject-bruno", "somewhere-else@example.org", true));
        letsIn(somebody());
        provider.vouchesFor(says("subject-of-a-later-bruno", "bruno@example.org", true));
        var later = somebody();
        keepsOut(later, through(later));
        server.bean(Accounts.class).forgetVouching(new AccountName("bruno"));
        letsIn(somebody());
    }

    @Test
    void whoHasNoAccountIsKeptOutAndGetsNone() {
        provider.vouchesFor(says("subject-x", "nobody@example.org", true));
        var browser = somebody();
        keepsOut(browser, through(browser));
        assertThat(server.bean(Accounts.class).all())
                .noneMatch(account -> "nobody@example.org".equals(account.email()));
    }

    @Test
    void anAddressThatNobodyVerifiedIsNobodys() {
        account("carla");
        provider.vouchesFor(says("subject-carla", "carla@example.org", false));
        var browser = somebody();
        keepsOut(browser, through(browser));
        provider.vouchesFor(Map.of("sub", "subject-carla", "email", "carla@example.org"));
        keepsOut(browser, through(browser));
    }

    @Test
    void aLockedAccountStaysLocked() {
        account("dario");
        provider.vouchesFor(says("subject-dario", "dario@example.org", true));
        letsIn(somebody());
        server.bean(Accounts.class).lock(new AccountName("dario"), "test");
        var browser = somebody();
        keepsOut(browser, through(browser));
        account("elena");
        server.bean(Accounts.class).lock(new AccountName("elena"), "test");
        provider.vouchesFor(says("subject-elena", "elena@example.org", true));
        keepsOut(browser, through(browser));
    }

    @Test
    void whatIsNotTheServicesWordOfThisMomentIsRefused() {
        account("franco");
        var franco = says("subject-franco", "franco@example.org", true);
        var browser = somebody();
        keepsOut(browser, with(browser, provider.vouchesFor(franco).signing(OpenIdProvider.Signing.NOT_AT_ALL)));
        keepsOut(browser, with(browser, provider.vouchesFor(franco).signing(OpenIdProvider.Signing.STRANGE)));
        keepsOut(browser, with(browser, provider.vouchesFor(franco).lying(claims -> claims.claim("nonce", "other"))));
        keepsOut(browser, with(browser, provider.vouchesFor(franco).lying(claims -> claims.claim("nonce", null))));
        keepsOut(
                browser,
                with(browser, provider.vouchesFor(franco).lying(claims -> claims.audience("another-program"))));
        keepsOut(
                browser,
                with(browser, provider.vouchesFor(franco).lying(claims -> claims.issuer("https://other.example.org"))));
        keepsOut(
                browser,
                with(
                        browser,
                        provider.vouchesFor(franco)
                                .lying(claims -> claims.expirationTime(java.util.Date.from(
                                        java.time.Instant.now().minus(Duration.ofMinutes(10)))))));
        provider.vouchesFor(franco);
        letsIn(browser);
    }

    private static HttpResponse<String> with(Browsing browser, OpenIdProvider lying) {
        assertThat(lying).isSameAs(provider);
        return through(browser);
    }

    @Test
    void anAnswerHoldsOnceAndForTheBrowserThatAsked() {
        account("gina");
        provider.vouchesFor(says("subject-gina", "gina@example.org", true));
        var asking = somebody();
        var back = provider.agrees(sent(asking));
        var other = somebody();
        keepsOut(other, comesBack(other, back));
        var forged = URI.create(back.toString().replaceAll("state=.*", "state=guessed"));
        keepsOut(asking, comesBack(asking, forged));
        var again = provider.agrees(sent(asking));
        assertThat(location(comesBack(asking, again))).endsWith("/account");
        assertThat(location(comesBack(somebody(), again))).endsWith("/sign-in?openid=refused");
        keepsOut(other, other.get("/sign-in/openid/back"));
        keepsOut(other, other.get("/sign-in/openid/back?error=access_denied&state=x"));
    }

    @Test
    void theWayBackLeadsNowhereElse() {
        account("hans");
        provider.vouchesFor(says("subject-hans", "hans@example.org", true));
        var browser = somebody();
        var sent = URI.create(location(browser.get("/sign-in/openid/provider?back=//evil.example")));
        assertThat(URI.create(location(comesBack(browser, provider.agrees(sent))))
                        .getPath())
                .isEqualTo("/");
    }

    @Test
    void anotherClaimIsTheAccountsName(@TempDir Path other) {
        try (var named = Server.inProduction(
                other,
                "--plenum.oidc.issuer=" + provider.issuer(),
                "--plenum.oidc.client=" + OpenIdProvider.CLIENT,
                "--plenum.oidc.secret=" + OpenIdProvider.SECRET,
                "--plenum.oidc.claim=preferred_username")) {
            var accounts = named.bean(Accounts.class);
            accounts.invite(
                    new AccountName("ida"),
                    "Ida",
                    "ida@example.org",
                    Offices.everywhere(Set.of(Role.READER)),
                    Set.of(),
                    "test");
            var browser = new Browsing(named.address());
            provider.vouchesFor(Map.of("sub", "i", "email", "ida@example.org", "email_verified", true));
            keepsOut(browser, through(browser));
            provider.vouchesFor(Map.of("sub", "i", "preferred_username", "Ida"));
            letsIn(browser);
        }
    }

    @Test
    void aServiceThatDoesNotAnswerKeepsNobodyFromTheirPassword(@TempDir Path other) {
        try (var alone = Server.inProduction(
                other, "--plenum.oidc.issuer=http://localhost:1", "--plenum.oidc.client=x", "--plenum.oidc.secret=x")) {
            var browser = new Browsing(alone.address());
            assertThat(browser.get("/sign-in").body()).contains("Accedi con localhost", "name=\"password\"");
            var answer = browser.get("/sign-in/openid/provider");
            assertThat(location(answer)).endsWith("/sign-in?openid=unreachable");
            assertThat(browser.get("/sign-in?openid=unreachable").body()).contains("non risponde");
        }
    }

    @Test
    void aServiceIsNamedWholeAndReachedSafely() {
        assertThatThrownBy(() -> new OpenIdConnect.Service("https://id.example.org", "", "s", "email", ""))
                .hasMessageContaining("PLENUM_OIDC_CLIENT");
        assertThatThrownBy(() -> new OpenIdConnect.Service("http://id.example.org", "c", "s", "email", ""))
                .hasMessageContaining("https");
        assertThat(new OpenIdConnect.Service("https://id.example.org", "c", "a-secret", "email", "").toString())
                .doesNotContain("a-secret");
    }
}
