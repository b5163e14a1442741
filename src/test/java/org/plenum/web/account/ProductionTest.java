package org.plenum.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.web.api.Browsing;
import org.plenum.web.api.Server;
import org.plenum.web.security.Role;

/** Production, from its first start, over HTTP. */
@Tag("slow")
class ProductionTest {
    private static final String PASSWORD = "una frase abbastanza lunga";
    private static final Pattern LINK = Pattern.compile("/link/([A-Za-z0-9_-]{43})");

    @TempDir
    Path data;

    private Server server;

    /** Starts the server, the second time with what the first left. */
    Server open() {
        return Server.inProduction(data);
    }

    @BeforeEach
    void start() {
        server = open();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String firstLink() {
        return link(
                server.bean(FirstAdministrator.class).invitation().orElseThrow().en());
    }

    private static String link(String text) {
        var matcher = LINK.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group();
    }

    private Browsing administrator() {
        var browser = new Browsing(server.address());
        var link = firstLink();
        var made = browser.post(link, link, Map.of("name", "anna", "display", "Anna Bianchi", "password", PASSWORD));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(302);
        return browser;
    }

    /** Invites somebody and lets them in. */
    private Browsing invited(Browsing administrator, String name, Role role, String assembly) {
        var form = new LinkedHashMap<>(Map.of("name", name, "display", name, "role", role.word()));
        form.put("assembly", assembly);
        var made = administrator.post("/people", "/people/new", form);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        var browser = new Browsing(server.address());
        var link = link(made.body());
        assertThat(browser.post(link, link, Map.of("password", PASSWORD)).statusCode())
                .isEqualTo(302);
        return browser;
    }

    private static final String FOUND = """
            {"id": "%s", "name": "Assemblea %s", "seats": [
              {"id": "albino", "name": "Comune di Albino", "delegate": "Daniele Esposito"},
              {"id": "leffe", "name": "Comune di Leffe"}]}""";
    private static final String CONVENE = """
            {"id": "%s", "title": "Seduta", "date": "2024-11-13", "zone": "Europe/Rome",
             "agenda": [{"number": "1", "title": "Verbali"}]}""";

    private static int status(HttpResponse<String> answer) {
        return answer.statusCode();
    }

    @Test
    void nobodyComesInWithoutAnAccount() {
        var browser = new Browsing(server.address());
        for (var path : List.of("/", "/start", "/sessions/x/president", "/people", "/account", "/transcripts")) {
            var answer = browser.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith("/sign-in?back=");
        }
        var italian = browser.get("/api/sessions", "Accept-Language", "it");
        assertThat(italian.statusCode()).isEqualTo(401);
        assertThat(italian.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(italian.body()).contains("/problems/not-signed-in").contains("Accedere");
        assertThat(status(browser.send("POST", "/api/assemblies", "{}"))).isIn(401, 403);
        assertThat(status(browser.get("/ledger/checkpoint"))).isEqualTo(200);
        assertThat(status(browser.post("/sign-in/as", "/sign-in", Map.of("role", "PRESIDENT"))))
                .as("there is no demonstration here")
                .isEqualTo(404);
    }

    @Test
    void whatGoesOnForHoursEndsWithTheSignIn() throws Exception {
        var administrator = administrator();
        administrator.api("POST", "/api/assemblies", FOUND.formatted("a", "A"));
        administrator.api("POST", "/api/assemblies/a/sessions", CONVENE.formatted("s"));
        var reader = invited(administrator, "rita", Role.READER, "");
        var clerk = invited(administrator, "carla", Role.CLERK, "");
        try (var wall = reader.hear("/sessions/s/wall");
                var live = reader.hear("/api/sessions/s/live")) {
            assertThat(wall.next().orElseThrow().name()).isEqualTo("page");
            assertThat(live.next().orElseThrow().name()).isEqualTo("state");
            assertThat(status(reader.post("/sign-out", "/account", Map.of()))).isEqualTo(302);
            var heard = new AtomicBoolean();
            var happening = Thread.ofVirtual().start(() -> {
                for (var guest = 0; !heard.get(); guest++) {
                    var body = "{\"name\": \"Ospite %d\"}".formatted(guest);
                    clerk.api("POST", "/api/sessions/s/attendees", body);
                }
            });
            assertThat(live.next()).as("something happens").isPresent();
            var told = wall.next();
            while (told.isPresent() && told.get().name().equals("page")) {
                told = wall.next();
            }
            assertThat(told.orElseThrow().name())
                    .as("the page is to ask, and is sent to sign in")
                    .isEqualTo("changed");
            assertThat(wall.next()).isEmpty();
            while (live.next().isPresent()) {
                // What was told while the sign-in was still believed.
            }
            heard.set(true);
            happening.join();
        }
    }

    @Test
    void theFirstLinkMakesAnAdministratorOnce() {
        var earlier = firstLink();
        var link = firstLink();
        var browser = new Browsing(server.address());
        assertThat(status(browser.get(earlier))).as("a later one replaces it").isEqualTo(410);
        assertThat(status(browser.get(link))).isEqualTo(200);
        assertThat(status(browser.get(link))).as("looking uses nothing up").isEqualTo(200);
        var form = new LinkedHashMap<>(Map.of("name", "anna", "display", "Anna", "password", "short"));
        assertThat(status(browser.post(link, link, form))).isEqualTo(422);
        form.put("password", PASSWORD);
        assertThat(status(browser.post(link, link, form))).isEqualTo(302);
        assertThat(status(new Browsing(server.address()).get(link))).isEqualTo(410);
        assertThat(server.bean(FirstAdministrator.class).invitation()).isEmpty();
        assertThat(status(browser.get("/people"))).isEqualTo(200);
    }

    @Test
    void cookiesAreForThisHostAloneAndPagesLetNothingInlineRun() {
        var browser = new Browsing(server.address());
        var link = firstLink();
        var answer = browser.post(link, link, Map.of("name", "anna", "display", "Anna", "password", PASSWORD));
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-plenum=")
                        .contains("Secure")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax")
                        .contains("Path=/"));
        assertThat(browser.cookies()).allMatch(name -> name.startsWith("__Host-"));
        var page = browser.get("/people");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(page.body())
                .doesNotContain("<script>")
                .doesNotContain(" onclick=")
                .doesNotContain(" style=");
    }

    @Test
    void passwordsLetInAndTooManyWrongOnesMakeWait() {
        administrator();
        var browser = new Browsing(server.address());
        var right = Map.of("name", " Anna ", "password", PASSWORD, "back", "/people");
        var in = browser.post("/sign-in", "/sign-in", right);
        assertThat(in.statusCode()).isEqualTo(302);
        assertThat(in.headers().firstValue("Location").orElseThrow()).endsWith("/people");
        var unknown = browser.post("/sign-in", "/sign-in", Map.of("name", "nobody", "password", PASSWORD));
        var wrong = browser.post("/sign-in", "/sign-in", Map.of("name", "anna", "password", "non è questa qui"));
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(plain(wrong.body(), "anna"))
                .as("nobody learns who has an account")
                .isEqualTo(plain(unknown.body(), "nobody"));
        for (var i = 1; i < Attempts.OF_ACCOUNT_AT_ADDRESS; i++) {
            assertThat(status(browser.post("/sign-in", "/sign-in", Map.of("name", "anna", "password", "no " + i))))
                    .isEqualTo(401);
        }
        var waits = browser.post("/sign-in", "/sign-in", right);
        assertThat(waits.statusCode()).as("even with the right one").isEqualTo(429);
        assertThat(waits.headers().firstValue("Retry-After")).isPresent();
        for (var i = 0; i < Attempts.OF_ACCOUNT_AT_ADDRESS; i++) {
            browser.post("/sign-in", "/sign-in", Map.of("name", "carla", "password", "no " + i));
        }
        assertThat(status(browser.post("/sign-in", "/sign-in", Map.of("name", "carla", "password", "no"))))
                .as("no account, the same answer")
                .isEqualTo(429);
    }

    @Test
    void aHallWithOneAddressIsNotLockedOutByWhatOneOfItDoesWrong() {
        var administrator = administrator();
        administrator.api("POST", "/api/assemblies", FOUND.formatted("north", "north"));
        var sheet = administrator.post(
                "/people/sheet", "/people/sheet?assembly=north", Map.of("assembly", "north", "seats", "albino"));
        var made = administrator.post("/account/tokens", "/account", Map.of("label", "script", "days", "1"));
        var token = Pattern.compile("plenum_[A-Za-z0-9_-]{43}").matcher(made.body());
        assertThat(token.find()).isTrue();
        var wrong = new Browsing(server.address());
        for (var i = 0; i < Attempts.OF_ADDRESS; i++) {
            assertThat(status(wrong.get("/link/used-up-or-guessed-" + i))).isEqualTo(410);
        }
        assertThat(status(wrong.get("/link/one-more"))).isEqualTo(429);
        assertThat(status(wrong.get("/api/assemblies", "Authorization", "Bearer guessed")))
                .isEqualTo(429);
        assertThat(status(wrong.get("/api/assemblies", "Authorization", "Bearer " + token.group())))
                .as("a token that holds")
                .isEqualTo(200);
        var link = link(sheet.body());
        assertThat(status(new Browsing(server.address()).post(link, link, Map.of())))
                .as("a link that holds")
                .isEqualTo(302);
        var right = Map.of("name", "anna", "password", PASSWORD);
        assertThat(status(new Browsing(server.address()).post("/sign-in", "/sign-in", right)))
                .isEqualTo(302);
    }

    private static String plain(String page, String name) {
        return page.replaceAll("value=\"[^\"]*\"", "").replace(name, "");
    }

    @Test
    void aClerkOfOneAssemblyIsNobodyInAnother() {
        var administrator = administrator();
        for (var assembly : List.of("north", "south")) {
            assertThat(status(administrator.api("POST", "/api/assemblies", FOUND.formatted(assembly, assembly))))
                    .isEqualTo(201);
            assertThat(status(administrator.api(
                            "POST", "/api/assemblies/" + assembly + "/sessions", CONVENE.formatted("s-" + assembly))))
                    .isEqualTo(201);
        }
        var clerk = invited(administrator, "carlo", Role.CLERK, "north");
        assertThat(status(clerk.api("POST", "/api/sessions/s-north/opening", "{}")))
                .isEqualTo(200);
        var refused = clerk.api("POST", "/api/sessions/s-south/opening", "{}");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("/problems/not-permitted");
        assertThat(status(clerk.api("POST", "/api/assemblies", FOUND.formatted("west", "west"))))
                .isEqualTo(403);
        assertThat(clerk.get("/api/sessions/s-north/events").body()).contains("\"actor\":\"carlo\"");
        assertThat(status(clerk.get("/people"))).isEqualTo(302);
        assertThat(status(clerk.get("/people/sheet?assembly=north"))).isEqualTo(200);
        assertThat(status(clerk.get("/people/sheet?assembly=south"))).isEqualTo(302);
        administrator.api("POST", "/api/sessions/s-south/publicity", "{\"closed\": true}");
    }

    @Test
    void aFormOfAnotherSiteChangesNothing() {
        var administrator = administrator();
        var found = FOUND.formatted("north", "north");
        assertThat(status(administrator.send("POST", "/api/assemblies", found)))
                .as("a cookie without the form's token")
                .isEqualTo(403);
        assertThat(status(administrator.api("POST", "/api/assemblies", found, "Sec-Fetch-Site", "cross-site")))
                .isEqualTo(403);
        assertThat(status(administrator.api("POST", "/api/assemblies", found))).isEqualTo(201);
    }

    @Test
    void aSheetOfLinksLetsEachDelegateVoteForTheOwnSeat() {
        var administrator = administrator();
        administrator.api("POST", "/api/assemblies", FOUND.formatted("north", "north"));
        administrator.api("POST", "/api/assemblies/north/sessions", CONVENE.formatted("s1"));
        var clerk = invited(administrator, "carlo", Role.CLERK, "north");
        var sheet = clerk.post(
                "/people/sheet",
                "/people/sheet?assembly=north",
                Map.of("assembly", "north", "seats", "albino", "session", "s1"));
        assertThat(sheet.statusCode()).isEqualTo(200);
        assertThat(sheet.body()).contains("Daniele Esposito").contains("class=\"qr\"");
        var link = link(sheet.body());
        var phone = new Browsing(server.address());
        var in = phone.post(link, link, Map.of());
        assertThat(in.statusCode()).isEqualTo(302);
        assertThat(in.headers().firstValue("Location").orElseThrow()).endsWith("/sessions/s1/ballot");
        assertThat(status(new Browsing(server.address()).get(link)))
                .as("once only")
                .isEqualTo(410);
        for (var act : List.of("/opening", "/arrivals:albino", "/arrivals:leffe")) {
            var parts = act.split(":");
            var body = parts.length == 1 ? "{}" : "{\"seat\": \"" + parts[1] + "\"}";
            assertThat(status(clerk.api("POST", "/api/sessions/s1" + parts[0], body)))
                    .isEqualTo(200);
        }
        clerk.api("POST", "/api/sessions/s1/votes", "{\"id\": \"v1\", \"subject\": \"x\", \"method\": \"electronic\"}");
        assertThat(status(phone.api(
                        "POST", "/api/sessions/s1/votes/v1/ballots", "{\"seat\": \"leffe\", \"choice\": \"for\"}")))
                .isEqualTo(403);
        assertThat(status(phone.api(
                        "POST", "/api/sessions/s1/votes/v1/ballots", "{\"seat\": \"albino\", \"choice\": \"for\"}")))
                .isEqualTo(200);
        assertThat(phone.get("/api/sessions/s1/events?after=5").body()).contains("\"actor\":\"daniele.esposito\"");
        server.close();
        server = open();
        assertThat(status(phone.at(server.address()).get("/sessions/s1/ballot")))
                .as("a restart signs nobody out of a running session")
                .isEqualTo(200);
        administrator.at(server.address()).post("/people/daniele.esposito/lock", "/people/daniele.esposito", Map.of());
        assertThat(status(phone.get("/sessions/s1/ballot"))).as("locked").isEqualTo(303);
    }

    @Test
    void tokensLetProgramsInUntilTheyAreTakenBack() {
        var administrator = administrator();
        var made = administrator.post("/account/tokens", "/account", Map.of("label", "script", "days", "1"));
        var matcher = Pattern.compile("plenum_[A-Za-z0-9_-]{43}").matcher(made.body());
        assertThat(matcher.find()).isTrue();
        var bearer = "Bearer " + matcher.group();
        var program = new Browsing(server.address());
        assertThat(status(program.send(
                        "POST", "/api/assemblies", FOUND.formatted("north", "north"), "Authorization", bearer)))
                .isEqualTo(201);
        var wrong = program.get("/api/assemblies", "Authorization", bearer + "x");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(status(program.get("/people", "Authorization", bearer)))
                .as("for the interface only")
                .isEqualTo(303);
        var page = administrator.get("/account").body();
        assertThat(page).doesNotContain(matcher.group());
        var hash = Pattern.compile("name=\"hash\" value=\"([0-9a-f]{64})\"").matcher(page);
        assertThat(hash.find()).isTrue();
        administrator.post("/account/tokens/revoke", "/account", Map.of("hash", hash.group(1)));
        assertThat(status(program.get("/api/assemblies", "Authorization", bearer)))
                .isEqualTo(401);
    }

    @Test
    void aPasskeyIsTakenOnlyFromWhoAskedForItWithThePassword() {
        var administrator = administrator();
        var asked = "/account/passkeys/options";
        assertThat(status(new Browsing(server.address()).post(asked, "/sign-in", Map.of("password", PASSWORD))))
                .as("nobody in particular")
                .isEqualTo(303);
        assertThat(status(administrator.post(asked, "/account", Map.of("password", "non è questa qui"))))
                .isEqualTo(403);
        var unasked = administrator.form("/webauthn/register", "/account", "{}");
        assertThat(unasked.statusCode()).isEqualTo(400);
        var options = administrator.post(asked, "/account", Map.of("password", PASSWORD));
        assertThat(options.statusCode()).isEqualTo(200);
        assertThat(options.body())
                .contains("\"userVerification\":\"required\"")
                .contains("\"id\":\"localhost\"")
                .contains("\"displayName\":\"Anna Bianchi\"");
        assertThat(status(administrator.form("/webauthn/register", "/account", FORGED)))
                .as("made by no device that was asked")
                .isEqualTo(403);
        assertThat(status(administrator.form("/webauthn/register", "/account", FORGED)))
                .as("and a question holds once")
                .isEqualTo(400);
        var outside = new Browsing(server.address());
        assertThat(status(outside.form("/login/webauthn", "/sign-in", "{}"))).isEqualTo(401);
        assertThat(outside.cookies()).doesNotContain("__Host-plenum");
    }

    private static final String FORGED = """
            {"publicKey": {"label": "x", "credential": {"id": "AAAA", "rawId": "AAAA", "type": "public-key",
              "response": {"attestationObject": "AAAA", "clientDataJSON": "AAAA", "transports": []},
              "clientExtensionResults": {}}}}""";

    @Test
    void theLastAdministratorStaysAndANewPasswordEndsOtherSignIns() {
        var administrator = administrator();
        administrator.post("/people/anna/lock", "/people/anna", Map.of());
        assertThat(status(administrator.get("/people/anna")))
                .as("still an administrator")
                .isEqualTo(200);
        var other = new Browsing(server.address());
        other.post("/sign-in", "/sign-in", Map.of("name", "anna", "password", PASSWORD));
        assertThat(status(other.get("/account"))).isEqualTo(200);
        administrator.post(
                "/account/password", "/account", Map.of("before", PASSWORD, "password", "un'altra frase ben lunga"));
        assertThat(status(administrator.get("/account"))).isEqualTo(200);
        assertThat(status(other.get("/account"))).isEqualTo(303);
        assertThat(status(administrator.post("/sign-out", "/account", Map.of())))
                .isEqualTo(302);
        assertThat(status(administrator.get("/account"))).isEqualTo(303);
    }
}
