package org.plenum.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.web.api.Browsing;
import org.plenum.web.api.Server;

/** A delegate votes without scripts, and the choice never stands in an address. */
@Tag("slow")
class BallotOverHttpTest {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([a-z]+)\" value=\"([^\"]*)\"");
    private static final Pattern ADDRESS = Pattern.compile("(?:href|action)=\"([^\"]*)\"");

    @TempDir
    private static Path data;

    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.on(data);
        var found = server.post("/api/assemblies", """
                {"id": "valley", "name": "Assemblea", "seats": [
                  {"id": "albino", "name": "Comune di Albino"}, {"id": "leffe", "name": "Comune di Leffe"}]}""");
        assertThat(found.status()).isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void does(String session, String under, String body) {
        var said = server.post("/api/sessions/" + session + under, body);
        assertThat(said.status()).as(said.body()).isIn(200, 201);
    }

    private static HttpResponse<String> namesNoChoice(HttpResponse<String> page) {
        var addresses = ADDRESS.matcher(page.body()).results().map(found -> found.group(1));
        assertThat(addresses).noneMatch(address -> address.contains("choice=") || address.contains("against"));
        assertThat(page.headers().firstValue("Location").orElse("")).doesNotContain("against");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        return page;
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "electronic"})
    void aChoiceIsConfirmedInAPageOfItsOwnAndStandsInNoAddress(String method) {
        var session = "s-" + method;
        var convened = server.post("/api/assemblies/valley/sessions", """
                {"id": "%s", "title": "Seduta", "date": "2024-11-13", "zone": "Europe/Rome", "agenda": []}""".formatted(session));
        assertThat(convened.status()).as(convened.body()).isEqualTo(201);
        does(session, "/opening", "{}");
        does(session, "/roll-calls", "{\"present\": [\"albino\", \"leffe\"]}");
        does(session, "/votes", "{\"id\": \"v1\", \"subject\": \"Nomina\", \"method\": \"%s\"}".formatted(method));
        var ballot = "/sessions/" + session + "/ballot";
        try (var delegate = Browsing.delegate(server, "valley", "albino")) {
            var offered = namesNoChoice(delegate.get(ballot));
            assertThat(offered.body()).contains("data-stage=\"voting\"", "action=\"" + ballot + "/choice\"");

            var chosen = Map.of("vote", "v1", "seat", "albino", "choice", "against");
            assertThat(delegate.post(ballot + "/choice", "/no-such-page", chosen)
                            .statusCode())
                    .as("without the token of a form")
                    .isEqualTo(403);
            assertThat(delegate.get(ballot + "?seat=albino&vote=v1&choice=against")
                            .body())
                    .as("an address chooses nothing")
                    .contains("data-stage=\"voting\"");

            var confirm = namesNoChoice(delegate.post(ballot + "/choice", ballot, chosen));
            assertThat(confirm.statusCode()).isEqualTo(200);
            assertThat(confirm.body()).contains("data-stage=\"confirm\"");
            var again = delegate.get(ballot + "/choice");
            assertThat(again.statusCode())
                    .as("a reload offers the choices anew")
                    .isEqualTo(302);
            assertThat(delegate.get(ballot).body()).as("nothing is cast yet").contains("data-stage=\"voting\"");

            var form = new HashMap<String, String>();
            HIDDEN.matcher(confirm.body()).results().forEach(field -> form.put(field.group(1), field.group(2)));
            form.remove("_csrf");
            assertThat(form).containsEntry("choice", "against").containsKeys("key", "vote", "seat");
            var cast = namesNoChoice(delegate.post(ballot, ballot, form));
            assertThat(cast.statusCode()).isEqualTo(302);
            var recorded = namesNoChoice(delegate.get(ballot));
            assertThat(recorded.body()).contains("data-stage=\"recorded\"");
        }
        does(session, "/votes/v1/closing", "{}");
        var votes = server.get("/api/sessions/" + session + "/votes/v1").json();
        assertThat(votes.toString()).contains("\"against\":1");
    }
}
