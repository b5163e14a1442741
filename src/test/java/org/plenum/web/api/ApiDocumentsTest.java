package org.plenum.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.language.RefusalGuide;
import org.plenum.web.problem.Problem;
import org.plenum.web.problem.ProblemType;
import org.springframework.http.HttpMethod;

/**
 * docs/openapi.json and docs/commands.md say what the code says. With PLENUM_WRITE_DOCS=1 in the environment this test
 * writes them instead of comparing.
 */
@Tag("slow")
class ApiDocumentsTest {
    private static final Path OPEN_API = Path.of("docs", "openapi.json");
    private static final Path COMMANDS = Path.of("docs", "commands.md");
    private static final String GENERATED = "## Commands and what refuses them\n";
    private static final boolean WRITE = "1".equals(System.getenv("PLENUM_WRITE_DOCS"));

    private static Server server;
    private static List<Endpoint> endpoints;

    @BeforeAll
    static void start(@TempDir Path data) {
        server = Server.on(data);
        endpoints = server.bean(Endpoints.class).withDescription();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void isOrBecomes(Path document, String content) throws IOException {
        if (WRITE) {
            Files.writeString(document, content);
        }
        assertThat(Files.readString(document))
                .as(
                        document
                                + " is not what the code says: run this test with PLENUM_WRITE_DOCS=1 and look at the difference")
                .isEqualTo(content);
    }

    @Test
    void theDescriptionServedIsTheOneInTheDocuments() throws IOException {
        isOrBecomes(OPEN_API, server.get("/api/openapi").body());
        assertThat(new String(OpenApi.of(endpoints), StandardCharsets.UTF_8)).isEqualTo(Files.readString(OPEN_API));
    }

    @Test
    void everyCommandQuestionAndProblemIsTold() throws IOException {
        var written = Files.readString(COMMANDS);
        var introduction = written.substring(0, written.indexOf(GENERATED));
        isOrBecomes(COMMANDS, introduction + GENERATED + "\n" + commands() + "\n" + questions() + "\n" + problems());
    }

    private static boolean isCommand(Endpoint endpoint) {
        return !endpoint.method().equals(HttpMethod.GET);
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String request(Endpoint endpoint) {
        return "`" + endpoint.method() + " " + endpoint.path() + "`";
    }

    private static String commands() {
        return row("Request", "What it does", "Refusals") + "|---|---|---|\n"
                + endpoints.stream()
                        .filter(ApiDocumentsTest::isCommand)
                        .map(each -> row(request(each), each.summary(), refusals(each)))
                        .collect(Collectors.joining());
    }

    private static String refusals(Endpoint endpoint) {
        var list = endpoint.refusals().stream()
                .map(RefusalGuide::of)
                .map(entry -> Problem.status(entry.nature()) + " `" + entry.name() + "`")
                .distinct()
                .sorted(Comparator.comparing(refusal -> refusal.substring(0, 3)))
                .collect(Collectors.joining(", "));
        return list.isEmpty() ? "–" : list;
    }

    private static String questions() {
        return "## Questions\n\n" + row("Request", "Answer") + "|---|---|\n"
                + endpoints.stream()
                        .filter(each -> !isCommand(each))
                        .map(each -> row(request(each), each.summary()))
                        .collect(Collectors.joining());
    }

    private static String problems() {
        var general = Arrays.stream(ProblemType.values())
                .map(type -> row(
                        "`/problems/" + type.typeName() + "`",
                        Integer.toString(type.status()),
                        type.title().en() + " (" + type.title().it() + ")"));
        var refusals = RefusalGuide.all().stream()
                .map(entry -> row(
                        "`/problems/" + entry.name() + "`",
                        Integer.toString(Problem.status(entry.nature())),
                        entry.title().en() + " (" + entry.title().it() + ")"));
        return "## Every type of problem\n\n" + row("Type", "Status", "What it means") + "|---|---|---|\n"
                + Stream.concat(general, refusals).sorted().collect(Collectors.joining());
    }
}
