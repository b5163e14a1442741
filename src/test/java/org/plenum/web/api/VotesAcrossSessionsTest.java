package org.plenum.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Votes in which earlier sessions have a part, over HTTP and in transcripts. */
@Tag("slow")
class VotesAcrossSessionsTest {
    private static final String STATUTE = """
            {"outright": {"base": "SEATS", "threshold": "2/3", "test": "reached"},
             "each": {"base": "SEATS", "threshold": "1/2", "test": "exceeded"}, "times": 2, "within": "P30D"}""";
    private static final List<String> SEATS = List.of("a", "b", "c", "d", "e", "f");

    private static Server server;

    @BeforeAll
    static void start(@TempDir Path data) {
        server = Server.on(data);
        accepted("/api/assemblies", """
                {"id": "council", "name": "Consiglio", "seats": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"},
                 {"id": "c", "name": "C"}, {"id": "d", "name": "D"}, {"id": "e", "name": "E"}, {"id": "f", "name": "F"}]}
                """);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Server.Said accepted(String path, String body) {
        var said = server.post(path, body);
        assertThat(said.status()).as(path + " " + body + ": " + said.body()).isIn(200, 201);
        return said;
    }

    private static String sitting(String session, String date, List<String> present) {
        accepted("/api/assemblies/council/sessions", """
                {"id": "%s", "title": "Seduta %s", "date": "%s", "zone": "Europe/Rome",
                 "agenda": [{"number": "1", "title": "Statuto"}]}""".formatted(session, session, date));
        present.forEach(seat -> accepted("/api/sessions/" + session + "/arrivals", "{\"seat\": \"" + seat + "\"}"));
        accepted("/api/sessions/" + session + "/opening", "");
        return "/api/sessions/" + session;
    }

    private static void decide(String at, String more, int inFavour) {
        var vote = at + "/votes/"
                + accepted(at + "/votes", "{\"subject\": \"Statuto\", \"method\": \"roll-call\", " + more + "}")
                        .json()
                        .get("id")
                        .asString();
        for (var i = 0; i < SEATS.size(); i++) {
            accepted(
                    vote + "/ballots",
                    "{\"seat\": \"%s\", \"choice\": \"%s\"}".formatted(SEATS.get(i), i < inFavour ? "for" : "against"));
        }
        accepted(vote + "/closing", "");
        accepted(at + "/closing", "");
    }

    private static JsonNode vote(String at) {
        return server.get(at + "/report").json().get("votes").get(0);
    }

    private static String after(String session) {
        return "\"continues\": {\"session\": \"" + session + "\", \"vote\": \"v1\"}";
    }

    @Test
    void aStatuteIsAdoptedByTwoVotesOfMoreThanHalf() {
        var first = sitting("st1", "2024-03-01", SEATS);
        decide(first, "\"stages\": " + STATUTE, 3);
        assertThat(vote(first).get("outcome").asString()).isEqualTo("rejected");
        assertThat(vote(first).get("stage").get("adopted").asBoolean()).isFalse();
        assertThat(vote(first).get("stage").get("stages").get("within").asString())
                .isEqualTo("P30D");

        var second = sitting("st2", "2024-03-08", SEATS);
        decide(second, after("st1"), 4);
        assertThat(vote(second).get("outcome").asString()).isEqualTo("carried");
        assertThat(vote(second).get("stage").get("adopted").asBoolean()).isFalse();
        assertThat(vote(second).get("explanation").get("it").asString())
                .endsWith("votazioni favorevoli 1 su 2: la proposta non è ancora approvata (termine: 31/3/2024)");

        var third = sitting("st3", "2024-03-31", SEATS);
        decide(third, after("st2"), 4);
        var stage = vote(third).get("stage");
        assertThat(stage.get("adopted").asBoolean()).isTrue();
        assertThat(stage.get("number").asInt()).isEqualTo(3);
        assertThat(stage.get("earlier").get(1).get("session").asString()).isEqualTo("st2");
        assertThat(stage.get("earlier").get(1).get("carried").asBoolean()).isTrue();

        var late = sitting("st4", "2024-04-09", SEATS);
        var ask = "{\"subject\": \"Statuto\", \"method\": \"roll-call\", " + after("%s") + "}";
        var decided = server.post(late + "/votes", ask.formatted("st3"));
        assertThat(decided.status()).isEqualTo(409);
        assertThat(decided.problem()).isEqualTo("decided-by-stages");
        var tooLate = server.post(late + "/votes", ask.formatted("st2"), "Accept-Language", "it");
        assertThat(tooLate.problem()).isEqualTo("stage-out-of-term");
        assertThat(tooLate.json().get("detail").asString())
                .isEqualTo("La seduta è del 9/4/2024: il termine per questa votazione è scaduto il 31/3/2024.");
        assertThat(server.post(late + "/votes", ask.formatted("nowhere")).problem())
                .isEqualTo("unknown-session");
    }

    @Test
    void minutesAreApprovedByThoseWhoSatThen() {
        var then = sitting("m1", "2024-01-10", List.of("a", "b", "c", "d"));
        accepted(then + "/closing", "");
        var now = sitting("m2", "2024-02-10", List.of("c", "d", "e", "f"));
        var id = accepted(now + "/votes", """
                {"subject": "Verbale del 10 gennaio", "method": "show-of-hands", "minutesOf": "m1"}""").json().get("id").asString();
        var stranger = server.post(now + "/votes/" + id + "/ballots", "{\"seat\": \"e\", \"choice\": \"for\"}");
        assertThat(stranger.problem()).isEqualTo("not-in-electorate");
        accepted(now + "/votes/" + id + "/record", "{\"for\": \"rest\"}");
        accepted(now + "/votes/" + id + "/closing", "");
        var told = vote(now);
        assertThat(told.get("electorate").asInt()).isEqualTo(2);
        assertThat(told.get("minutesOf").get("session").asString()).isEqualTo("m1");
        assertThat(told.get("minutesOf").get("sat").toString()).isEqualTo("[\"a\",\"b\",\"c\",\"d\"]");
        accepted(now + "/minutes-approvals", "{\"session\": \"m1\", \"vote\": \"" + id + "\"}");

        var transcript = """
                {"plenum": "transcript/1", "source": "verbale", "assembly": {"id": "council", "name": "Consiglio", "seats": [
                  {"id": "a", "name": "A"}, {"id": "b", "name": "B"}, {"id": "c", "name": "C"}, {"id": "d", "name": "D"},
                  {"id": "e", "name": "E"}, {"id": "f", "name": "F"}]},
                 "session": {"id": "m3", "title": "Di carta", "date": "2024-03-10", "zone": "Europe/Rome"},
                 "agenda": [{"number": "1", "title": "Verbali"}],
                 "record": [{"do": "rollcall", "present": ["a", "b", "c", "d", "e", "f"]}, {"do": "open"},
                  {"do": "vote", "id": "w", "subject": "Verbale", "for": "rest", "minutesOf": "%s"}, {"do": "close"}]}""";
        var unknown = server.post("/api/transcripts", transcript.formatted("m0"));
        assertThat(unknown.status()).as(unknown.body()).isEqualTo(422);
        assertThat(unknown.body()).contains("m0");
        accepted("/api/transcripts", transcript.formatted("m1"));
        assertThat(vote("/api/sessions/m3").get("counts").get("for").asInt()).isEqualTo(4);
    }

    @Test
    void oneTieIsEnough() {
        var at = sitting("t1", "2024-05-10", SEATS);
        var both = server.post(
                at + "/votes",
                "{\"subject\": \"X\", \"method\": \"roll-call\", \"minutesOf\": \"m1\", " + after("st1") + "}");
        assertThat(both.status()).isEqualTo(400);
        var majority = server.post(
                at + "/votes",
                "{\"subject\": \"X\", \"method\": \"roll-call\", \"majority\": {\"fixed\": 2}, \"stages\": " + STATUTE
                        + "}");
        assertThat(majority.status()).isEqualTo(400);
        assertThat(majority.body()).contains("majority");
        var never = server.post(
                at + "/votes",
                "{\"subject\": \"X\", \"method\": \"roll-call\", \"stages\": {\"each\": {\"fixed\": 2}, \"times\": 1}}");
        assertThat(never.status()).as(never.body()).isIn(400, 422);
        assertThat(never.body()).contains("/stages");
    }
}
