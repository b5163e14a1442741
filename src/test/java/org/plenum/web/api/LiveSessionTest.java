package org.plenum.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A small session over HTTP, as a newcomer would drive it. */
@Tag("slow")
class LiveSessionTest {
    private static final String FOUND = """
            {"id": "%s", "name": "Assemblea di prova", "seats": [
              {"id": "albino", "name": "Comune di Albino", "delegate": "Daniele Esposito", "role": "mayor"},
              {"id": "colzate", "name": "Comune di Colzate"},
              {"id": "leffe", "name": "Comune di Leffe", "weight": "1.5"}]}
            """;
    private static final String CONVENE = """
            {"id": "%s", "title": "Seduta di prova", "date": "2024-11-13", "zone": "Europe/Rome",
             "agenda": [{"number": "1", "title": "Verbali"}, {"number": "3/bis", "title": "Altro"}]}
            """;

    private static Server server;
    private static int count;
    private String session;
    private String at;

    @BeforeAll
    static void start(@TempDir Path data) {
        server = Server.on(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void convene() {
        count++;
        session = "s" + count;
        at = "/api/sessions/" + session;
        assertThat(server.post("/api/assemblies", FOUND.formatted("a" + count)).status())
                .isEqualTo(201);
        var convened = server.post("/api/assemblies/a" + count + "/sessions", CONVENE.formatted(session));
        assertThat(convened.status()).as(convened.body()).isEqualTo(201);
        assertThat(convened.json().get("id").asString()).isEqualTo(session);
        assertThat(convened.response().headers().firstValue("Location")).contains(at);
    }

    private Server.Said does(String under, String body) {
        var said = server.post(at + under, body);
        assertThat(said.status()).as(under + " " + body + ": " + said.body()).isIn(200, 201);
        assertThat(said.type()).isEqualTo("application/json");
        return said;
    }

    private Server.Said refused(int status, String problem, String under, String body) {
        var said = server.post(at + under, body);
        assertThat(said.status()).as(said.body()).isEqualTo(status);
        assertThat(said.type()).isEqualTo("application/problem+json");
        assertThat(said.problem()).isEqualTo(problem);
        return said;
    }

    @Test
    void aWholeSessionIsRecorded() {
        does("/opening", "");
        does("/arrivals", "{\"seat\": \"albino\"}");
        does("/arrivals", "{\"seat\": \"colzate\", \"mode\": \"remote\"}");
        does("/arrivals", "{\"seat\": \"leffe\", \"delegate\": \"Marco Gallizioli\", \"role\": \"mayor\"}");
        does("/items/taking-up", "{\"number\": \"3/bis\"}");
        var opened = does("/votes", "{\"subject\": \"Bilancio\", \"method\": \"show-of-hands\"}");
        assertThat(opened.status()).isEqualTo(201);
        var vote = "/votes/" + opened.json().get("id").asString();
        assertThat(opened.response().headers().firstValue("Location")).contains(at + vote);
        var receipt = does(vote + "/ballots", "{\"seat\": \"albino\", \"choice\": \"for\"}");
        assertThat(receipt.json().propertyNames()).containsExactly("position", "recordedAt", "entryHash");
        assertThat(receipt.json().get("entryHash").asString()).matches("[0-9a-f]{64}");
        does(vote + "/record", "{\"abstain\": [\"leffe\"], \"for\": \"rest\"}");
        does("/departures", "{\"seat\": \"colzate\", \"reason\": \"treno\"}");
        does(vote + "/closing", "{}");
        does(vote + "/proclamation", "{\"outcome\": \"carried\"}");
        does("/statements", "{\"speaker\": \"albino\", \"text\": \"Grazie.\"}");
        does("/closing", "{}");
    }

    @Test
    void theJournalTellsEachEventInASentenceWithoutWhatIsKeptBack() {
        does("/opening", "");
        for (var seat : List.of("albino", "colzate", "leffe")) {
            does("/arrivals", "{\"seat\": \"" + seat + "\"}");
        }
        var vote = "/votes/"
                + does("/votes", "{\"subject\": \"Bilancio\", \"method\": \"electronic\"}")
                        .json()
                        .get("id")
                        .asString();
        does(vote + "/ballots", "{\"seat\": \"albino\", \"choice\": \"for\"}");
        var running = lastOfJournal();
        assertThat(running.get("withheld").asString()).isEqualTo("running-choice");
        assertThat(running.get("data").get("choice").isNull()).isTrue();
        assertThat(running.get("sentence").get("en").asString()).isEqualTo("Comune di Albino has voted.");
        does(vote + "/closing", "");
        var closed = lastOfJournal();
        assertThat(closed.get("withheld").isNull()).isTrue();
        assertThat(closed.get("sentence").get("it").asString()).contains("Esito: approvata");
    }

    private JsonNode lastOfJournal() {
        var events = server.get(at + "/events").json().get("events");
        return events.get(events.size() - 1);
    }

    @Test
    void aRefusalIsAProblemInTheCallersLanguageWithItsData() {
        does("/opening", "{}");
        does("/arrivals", "{\"seat\": \"albino\"}");
        var english = refused(409, "already-present", "/arrivals", "{\"seat\": \"albino\"}");
        assertThat(english.json().get("detail").asString()).isEqualTo("\"albino\" is present already.");
        assertThat(english.json().get("title").asString()).isEqualTo("Present already");
        assertThat(english.json().get("seat").asString()).isEqualTo("albino");
        assertThat(english.json().get("status").asInt()).isEqualTo(409);
        assertThat(english.json().get("instance").asString()).isEqualTo(at + "/arrivals");
        var italian = server.post(at + "/arrivals", "{\"seat\": \"albino\"}", "Accept-Language", "it-IT,en;q=0.5");
        assertThat(italian.json().get("detail").asString()).isEqualTo("«albino» è già presente.");
        refused(409, "wrong-state", "/opening", "{}");
        refused(404, "unknown-seat", "/arrivals", "{\"seat\": \"nessuno\"}");
        refused(409, "no-quorum", "/votes", "{\"subject\": \"x\", \"method\": \"electronic\"}");
        refused(404, "unknown-vote", "/votes/v9/closing", "{}");
        refused(409, "time-in-future", "/departures", "{\"seat\": \"albino\", \"at\": \"2999-01-01T10:00\"}");
        refused(422, "not-well-formed", "/departures", "{\"seat\": \"albino\", \"at\": \"2024-03-31T02:30\"}");
        var unknown = server.post("/api/sessions/nowhere/opening", "{}");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.problem()).isEqualTo("unknown-session");
    }

    @Test
    void everyProblemTypeIsExplainedWhereItPoints() {
        var said = refused(404, "unknown-seat", "/arrivals", "{\"seat\": \"nessuno\"}");
        var explained = server.get(said.json().get("type").asString());
        assertThat(explained.json().get("remedy").get("it").asString()).contains("componenti");
        var plain = server.get("/problems/unknown-seat", "Accept", "text/plain", "Accept-Language", "it");
        assertThat(plain.type()).startsWith("text/plain");
        assertThat(plain.body()).startsWith("404 Componente sconosciuto");
        assertThat(server.get("/problems/nothing-of-the-sort").status()).isEqualTo(404);
        assertThat(server.get("/problems").json().size()).isGreaterThan(60);
    }

    @Test
    void aKeyMakesACommandHappenOnce() {
        does("/opening", "{}");
        var key = UUID.randomUUID().toString();
        var first = server.post(at + "/arrivals", "{\"seat\": \"albino\"}", "Idempotency-Key", key);
        var again = server.post(at + "/arrivals", "{ \"seat\":\"albino\" }", "Idempotency-Key", key);
        assertThat(first.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        var other = server.post(at + "/arrivals", "{\"seat\": \"leffe\"}", "Idempotency-Key", key);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.problem()).isEqualTo("key-reused");
        var noKey = server.post(at + "/arrivals", "{\"seat\": \"leffe\"}", "Idempotency-Key", "42");
        assertThat(noKey.status()).isEqualTo(400);
        assertThat(noKey.json().get("faults").get(0).get("header").asString()).isEqualTo("Idempotency-Key");
    }

    @Test
    void whatIsRecordedWronglyIsCorrected() {
        does("/opening", "{}");
        var arrival = does("/arrivals", "{\"seat\": \"albino\"}")
                .json()
                .get("position")
                .asLong();
        does("/arrivals", "{\"seat\": \"leffe\"}");
        does("/corrections", "{\"target\": %d, \"reason\": \"era Colzate\", \"seat\": \"colzate\"}".formatted(arrival));
        refused(404, "unknown-position", "/corrections", "{\"target\": 999, \"reason\": \"x\", \"struck\": true}");
        refused(
                422,
                "not-well-formed",
                "/corrections",
                "{\"target\": %d, \"reason\": \"x\", \"outcome\": \"carried\"}".formatted(arrival));
        var vote = does("/votes", "{\"subject\": \"x\", \"method\": \"electronic\", \"item\": \"1\"}");
        var votePath = "/votes/" + vote.json().get("id").asString();
        var ballot = does(votePath + "/ballots", "{\"seat\": \"leffe\", \"choice\": \"for\"}");
        does(votePath + "/closing", "{}");
        does(
                "/corrections",
                "{\"target\": %d, \"reason\": \"alzata di mano mal vista\", \"choice\": \"against\"}"
                        .formatted(ballot.json().get("position").asLong()));
    }

    @Test
    void seatsAndRulesOfAnAssemblyChange() {
        var assembly = "/api/assemblies/a" + count;
        assertThat(server.post(assembly + "/seats/gandino", "{\"name\": \"Comune di Gandino\"}")
                        .status())
                .isEqualTo(200);
        assertThat(server.send(
                                "PUT",
                                assembly + "/seats/gandino",
                                "{\"id\": \"gandino\", \"name\": \"Gandino\", \"weight\": 2}")
                        .status())
                .isEqualTo(200);
        assertThat(server.send("PUT", assembly + "/seats/gandino", "{\"id\": \"leffe\", \"name\": \"Gandino\"}")
                        .problem())
                .isEqualTo("not-well-formed");
        assertThat(server.send("DELETE", assembly + "/seats/gandino", "").status())
                .isEqualTo(200);
        assertThat(server.send("DELETE", assembly + "/seats/gandino", "").problem())
                .isEqualTo("unknown-seat");
        var rules = server.send("PUT", assembly + "/rules", "{\"quorum\": {\"1\": {\"fixed\": 2}}}");
        assertThat(rules.status()).as(rules.body()).isEqualTo(200);
        var wrong = server.send("PUT", assembly + "/rules", "{\"quorum\": {\"1\": {\"fixed\": -2}}, \"colour\": 1}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().get("faults").size()).isEqualTo(2);
    }
}
