package org.plenum.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.web.api.Browsing;
import org.plenum.web.api.Server;
import org.slf4j.LoggerFactory;

/** What is withheld from people, or lets them in, is in no line of the log: of what goes well, and of what goes wrong. */
@Tag("slow")
class WithheldFromLogsTest {
    private static final String PASSWORD = "una frase che nessun registro conosce";
    private static final String WRONG_PASSWORD = "una frase quasi giusta per errore";
    private static final String SAID_BEHIND_DOORS = "Parole dette a porte chiuse.";
    private static final Pattern LINK = Pattern.compile("/link/([A-Za-z0-9_-]{43})");
    private static final Pattern TOKEN = Pattern.compile("plenum_[A-Za-z0-9_-]{43}");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([a-z]+)\" value=\"([^\"]*)\"");
    private static final Set<String> CHOICES =
            Set.of("against", "AGAINST", "Against", "contrari", "Contrari", "abstain", "ABSTAIN", "candidate-y");

    private final Set<String> secrets = new HashSet<>(CHOICES);
    private final List<Browsing> browsers = new ArrayList<>();

    /** Everything that is logged, as somebody would read it. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {
        private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            var thrown = event.getThrowableProxy();
            lines.add(event.getLoggerName() + " " + event.getThreadName() + " " + event.getFormattedMessage() + " "
                    + event.getMDCPropertyMap() + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown)));
        }
    }

    private String secret(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        var found = matcher.group(matcher.groupCount());
        secrets.add(found);
        return found;
    }

    private Browsing browser(Server server) {
        var browser = new Browsing(server.address());
        browsers.add(browser);
        return browser;
    }

    private static void is(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(status);
    }

    private static void does(Browsing clerk, String under, String body) {
        assertThat(clerk.api("POST", "/api/sessions/s1" + under, body).statusCode())
                .as(under + " " + body)
                .isIn(200, 201);
    }

    @Test
    void ofVotesSecretAndOpenOfSignInsAndOfWhatGoesWrongWithThem(@TempDir Path data) {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var lines = new Lines();
        lines.start();
        try (var server = Server.inProduction(data)) {
            // The server sets its log up anew when it starts.
            root.addAppender(lines);
            meeting(server);
            browsers.forEach(browser -> browser.cookies().forEach(name -> secrets.add(browser.cookie(name))));
        } finally {
            root.detachAppender(lines);
            lines.stop();
        }
        secrets.add(PASSWORD);
        secrets.add(WRONG_PASSWORD);
        secrets.add(SAID_BEHIND_DOORS);
        assertThat(lines.lines).as("it is the right log").anyMatch(line -> line.contains("invited carlo"));
        assertThat(secrets)
                .hasSizeGreaterThan(12)
                .allSatisfy(secret -> assertThat(lines.lines).as(secret).noneMatch(line -> line.contains(secret)));
    }

    private void meeting(Server server) {
        var administrator = browser(server);
        var first = secret(
                LINK,
                server.bean(FirstAdministrator.class).invitation().orElseThrow().en());
        is(
                302,
                administrator.post(
                        "/link/" + first,
                        "/link/" + first,
                        Map.of("name", "anna", "display", "Anna", "password", PASSWORD)));
        is(201, administrator.api("POST", "/api/assemblies", """
                {"id": "north", "name": "Nord", "seats": [
                  {"id": "albino", "name": "Comune di Albino", "delegate": "Daniele Esposito"},
                  {"id": "leffe", "name": "Comune di Leffe"}, {"id": "gandino", "name": "Comune di Gandino"}]}"""));
        is(201, administrator.api("POST", "/api/assemblies/north/sessions", """
                {"id": "s1", "title": "Seduta", "date": "2024-11-13", "zone": "Europe/Rome",
                 "agenda": [{"number": "1", "title": "Nomine"}]}"""));
        var clerk = clerk(server, administrator);
        var phone = phone(server, clerk);
        wrongWaysIn(server, administrator);

        does(clerk, "/opening", "{}");
        does(clerk, "/roll-calls", "{\"present\": [\"albino\", \"leffe\", \"gandino\"]}");
        for (var vote : List.of("secret", "electronic")) {
            does(
                    clerk,
                    "/votes",
                    "{\"id\": \"%s\", \"subject\": \"Nomina\", \"method\": \"%s\"}".formatted(vote, vote));
            byPage(phone, vote);
            does(clerk, "/votes/" + vote + "/ballots", "{\"seat\": \"leffe\", \"choice\": \"abstain\"}");
            mistakes(phone, clerk, vote);
            does(clerk, "/votes/" + vote + "/closing", "{}");
        }
        does(clerk, "/votes", """
                {"id": "e1", "subject": "Elezione", "method": "secret", "candidates": [
                  {"id": "candidate-x", "name": "Xaver"}, {"id": "candidate-y", "name": "Yvonne"}], "election": {}}""");
        does(clerk, "/votes/e1/ballots", "{\"seat\": \"leffe\", \"choice\": {\"preferences\": [\"candidate-y\"]}}");
        is(
                409,
                clerk.api(
                        "POST",
                        "/api/sessions/s1/votes/e1/ballots",
                        "{\"seat\": \"leffe\", \"choice\": {\"preferences\": [\"candidate-y\"]}}"));
        does(clerk, "/votes/e1/closing", "{}");
        does(clerk, "/publicity", "{\"closed\": true}");
        does(clerk, "/statements", "{\"speaker\": \"albino\", \"text\": \"" + SAID_BEHIND_DOORS + "\"}");
        does(clerk, "/publicity", "{\"closed\": false}");
        does(clerk, "/closing", "{}");
        phone.post("/sign-out", "/account", Map.of());
    }

    private Browsing clerk(Server server, Browsing administrator) {
        var invited = administrator.post(
                "/people",
                "/people/new",
                Map.of("name", "carlo", "display", "Carlo", "role", "clerk", "assembly", "north"));
        is(200, invited);
        var link = "/link/" + secret(LINK, invited.body());
        var clerk = browser(server);
        is(302, clerk.post(link, link, Map.of("password", PASSWORD)));
        is(410, clerk.get(link));
        return clerk;
    }

    private Browsing phone(Server server, Browsing clerk) {
        var sheet = clerk.post(
                "/people/sheet",
                "/people/sheet?assembly=north",
                Map.of("assembly", "north", "seats", "albino", "session", "s1"));
        var link = "/link/" + secret(LINK, sheet.body());
        var phone = browser(server);
        is(302, phone.post(link, link, Map.of()));
        return phone;
    }

    private void wrongWaysIn(Server server, Browsing administrator) {
        var stranger = browser(server);
        is(401, stranger.post("/sign-in", "/sign-in", Map.of("name", "anna", "password", WRONG_PASSWORD)));
        is(302, stranger.post("/sign-in", "/sign-in", Map.of("name", "anna", "password", PASSWORD)));
        administrator.post("/account/password", "/account", Map.of("before", WRONG_PASSWORD, "password", PASSWORD));
        administrator.post("/account/passkeys/options", "/account", Map.of("password", PASSWORD));
        administrator.form("/webauthn/register", "/account", "{\"publicKey\": \"" + WRONG_PASSWORD + "\"}");
        var made = administrator.post("/account/tokens", "/account", Map.of("label", "script", "days", "1"));
        var token = secret(TOKEN, made.body());
        is(200, browser(server).get("/api/assemblies", "Authorization", "Bearer " + token));
        is(401, browser(server).get("/api/assemblies", "Authorization", "Bearer " + token + "x"));
        is(410, browser(server).get("/link/" + token));
    }

    /** A delegate votes as one does without scripts. */
    private static void byPage(Browsing phone, String vote) {
        var ballot = "/sessions/s1/ballot";
        var confirm =
                phone.post(ballot + "/choice", ballot, Map.of("vote", vote, "seat", "albino", "choice", "against"));
        is(200, confirm);
        var form = new HashMap<String, String>();
        HIDDEN.matcher(confirm.body()).results().forEach(field -> form.put(field.group(1), field.group(2)));
        form.remove("_csrf");
        is(302, phone.post(ballot, ballot, form));
        assertThat(phone.get(ballot).body()).contains("data-stage=\"recorded\"");
    }

    /** Ballots that are refused, cannot be read, or come without what a form must have. */
    private static void mistakes(Browsing phone, Browsing clerk, String vote) {
        var ballots = "/api/sessions/s1/votes/" + vote + "/ballots";
        is(409, phone.api("POST", ballots, "{\"seat\": \"albino\", \"choice\": \"against\"}"));
        is(403, phone.api("POST", ballots, "{\"seat\": \"gandino\", \"choice\": \"against\"}"));
        is(422, phone.api("POST", ballots, "{\"seat\": \"albino\", \"choice\": \"against-all\"}"));
        is(400, phone.api("POST", ballots, "{\"seat\": \"albino\", \"choice\": \"against\""));
        is(403, phone.send("POST", ballots, "{\"seat\": \"albino\", \"choice\": \"against\"}"));
        is(
                404,
                phone.api(
                        "POST",
                        "/api/sessions/s1/votes/other/ballots",
                        "{\"seat\": \"albino\", \"choice\": \"against\"}"));
        assertThat(clerk.api("POST", "/api/sessions/s1/votes/" + vote + "/closing?x=1", "against")
                        .statusCode())
                .isBetween(400, 422);
        assertThat(phone.post("/sessions/s1/ballot", "/nowhere", Map.of("choice", "against"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(phone.post("/sessions/s1/ballot", "/sessions/s1/ballot", Map.of("choice", "against"))
                        .statusCode())
                .isBetween(400, 422);
    }
}
