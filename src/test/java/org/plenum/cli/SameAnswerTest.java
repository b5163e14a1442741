package org.plenum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.web.api.Server;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The server and the command line give the same answers, byte for byte but for what depends on when it is asked: the log's
 * head, and the proofs under it.
 */
@Tag("slow")
class SameAnswerTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static List<Path> minutes() throws IOException {
        var folder = Path.of(URI.create(Objects.requireNonNull(SameAnswerTest.class.getResource("/minutes"))
                .toString()));
        try (var files = Files.list(folder)) {
            return files.filter(file -> !file.toString().endsWith(".expected.json"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void reportsAndPresenceAreTheSameFromTheServerAndFromTheCommandLine(@TempDir Path data) throws IOException {
        var fromServer = new LinkedHashMap<List<String>, String>();
        try (var server = Server.on(data)) {
            for (var file : minutes()) {
                var type = file.toString().endsWith(".yaml") ? "application/yaml" : "application/json";
                var said = server.send(server.request("/api/transcripts", "Content-Type", type)
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofFile(file))
                        .build());
                assertThat(said.status()).as(file + said.body()).isEqualTo(201);
                var session = said.json().get("id").asString();
                assertThat(said.response().headers().firstValue("Location")).contains("/api/sessions/" + session);
                ask(server, session, fromServer);
            }
        }
        assertThat(fromServer).hasSizeGreaterThan(40);
        fromServer.forEach((command, answer) -> {
            var arguments = new java.util.ArrayList<>(command);
            arguments.addAll(List.of("--json", "--data", data.toString()));
            var said = Line.of(arguments.toArray(String[]::new));
            assertThat(said.exit()).as(command + said.err()).isZero();
            assertThat(lasting(said.out())).as(command.toString()).isEqualTo(lasting(answer));
        });
    }

    private static String lasting(String answer) {
        var json = (ObjectNode) MAPPER.readTree(answer);
        json.remove("proof");
        if (json.get("ledger") instanceof ObjectNode ledger) {
            ledger.remove("head");
        }
        return json.toString();
    }

    private static void ask(Server server, String session, LinkedHashMap<List<String>, String> answers) {
        var at = "/api/sessions/" + session;
        var report = server.get(at + "/report");
        answers.put(List.of("report", session), report.body());
        answers.put(
                List.of("report", session, "--position", "6"),
                server.get(at + "/report?position=6").body());
        answers.put(
                List.of("report", session, "--at", "2024-05-21T10:00"),
                server.get(at + "/report?at=2024-05-21T10:00").body());
        answers.put(
                List.of("report", session, "--position", "5", "--at", "18:00"),
                server.get(at + "/report?position=5&at=18:00").body());
        JsonNode whole = MAPPER.readTree(report.body());
        for (var vote : whole.get("votes")) {
            var id = vote.get("id").asString();
            var seat = whole.get("attendance").get(0).get("seat").asString();
            answers.put(
                    List.of("presence", session, id, seat),
                    server.get(at + "/votes/" + id + "/presence/" + seat).body());
        }
    }
}
