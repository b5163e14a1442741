package org.plenum.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.ledger.Ledger;
import tools.jackson.databind.JsonNode;

/**
 * Whatever is sent, the real server answers it: bad input is a problem of a stable type in the caller's language, never a
 * failure of the server, and nothing of it is recorded.
 */
@Tag("slow")
class BadInputTest {
    private static Server server;
    private static long recorded;

    @BeforeAll
    static void start(@TempDir Path data) {
        server = Server.on(data);
        made("/api/assemblies", """
                {"id": "a1", "name": "Assemblea", "seats": [{"id": "albino", "name": "Comune di Albino"},
                 {"id": "cene", "name": "Comune di Cene"}, {"id": "leffe", "name": "Comune di Leffe"}]}""");
        made("/api/assemblies/a1/sessions", """
                {"id": "s1", "title": "Seduta", "date": "2024-10-26", "zone": "Europe/Rome",
                 "agenda": [{"number": "1", "title": "Primo"}, {"number": "3/bis", "title": "Terzo bis"}]}""");
        made("/api/sessions/s1/opening", "");
        made("/api/sessions/s1/arrivals", "{\"seat\": \"albino\"}");
        made("/api/sessions/s1/arrivals", "{\"seat\": \"cene\"}");
        made(
                "/api/sessions/s1/votes",
                "{\"id\": \"v1\", \"item\": \"1\", \"subject\": \"Prova\", \"method\": \"show-of-hands\"}");
        recorded = server.bean(Ledger.class).reader().lastIndex();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void made(String path, String body) {
        var said = server.post(path, body);
        assertThat(said.status()).as(said.body()).isBetween(200, 201);
    }

    private static void nothingIsRecorded() {
        assertThat(server.bean(Ledger.class).reader().lastIndex()).isEqualTo(recorded);
    }

    /** A problem as RFC 9457 has it, told in both languages by whoever asks. */
    private static JsonNode problem(Server.Said said, int status, String type) {
        assertThat(said.status()).as(said.body()).isEqualTo(status);
        assertThat(said.type()).isEqualTo("application/problem+json");
        assertThat(said.problem()).isEqualTo(type);
        var json = said.json();
        assertThat(json.get("status").asInt()).isEqualTo(status);
        assertThat(json.get("title").asString()).isNotBlank();
        assertThat(json.get("detail").asString()).isNotBlank();
        assertThat(server.get(json.get("type").asString()).status()).isEqualTo(200);
        nothingIsRecorded();
        return json;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ | 400 | malformed",
                "[] | 400 | malformed",
                "null | 400 | malformed",
                "\"text\" | 400 | malformed",
                "{\"seat\": \"albino\"} trailing | 400 | malformed",
                "{\"seat\": \"albino\", \"seat\": \"cene\"} | 400 | malformed",
                "{\"seat\": 3} | 400 | malformed",
                "{\"seat\": null} | 400 | malformed",
                "{\"seat\": [\"albino\"]} | 400 | malformed",
                "{\"seat\": {}} | 400 | malformed",
                "{} | 400 | malformed",
                "{\"seat\": \"leffe\", \"colour\": \"red\"} | 400 | malformed",
                "{\"seat\": \"leffe\", \"__proto__\": {}} | 400 | malformed",
                "{\"seat\": \"leffe\", \"at\": 17} | 400 | malformed",
                "{\"seat\": \"leffe\", \"at\": \"25:00\"} | 422 | not-well-formed",
                "{\"seat\": \"leffe\", \"at\": \"2024-02-30T10:00\"} | 422 | not-well-formed",
                "{\"seat\": \"leffe\", \"at\": \"2024-03-31T02:30\"} | 422 | not-well-formed",
                "{\"seat\": \"leffe\", \"at\": \"2024-10-27T02:30\"} | 422 | not-well-formed",
                "{\"seat\": \"leffe\", \"at\": \"2024-10-27T02:30+05:00\"} | 422 | not-well-formed",
                "{\"seat\": \"leffe\", \"at\": \"2999-01-01T10:00\"} | 409 | time-in-future",
                "{\"seat\": \"leffe\", \"at\": \"-999999999-01-01T00:00\"} | 422 | not-well-formed",
                "{\"seat\": \"leffe\", \"mode\": \"hybrid\"} | 422 | not-well-formed",
                "{\"seat\": \"leffe\", \"delegate\": \"\"} | 422 | not-well-formed",
                "{\"seat\": \"leffe\", \"delegate\": \"a\\u0000b\"} | 422 | not-well-formed",
                "{\"seat\": \"leffe\", \"delegate\": \"a\\u001b[31mb\"} | 422 | not-well-formed",
                "{\"seat\": \"leffe\", \"delegate\": \"a\\u202eb\"} | 422 | not-well-formed",
                "{\"seat\": \"leffe\", \"delegate\": \"a\\u200fb\"} | 422 | not-well-formed",
                "{\"seat\": \"leffe\", \"delegate\": \"a\\u2066b\"} | 422 | not-well-formed",
                "{\"seat\": \"leffe\", \"delegate\": \"a\\ud800b\"} | 422 | not-well-formed",
                "{\"seat\": \"leffe\", \"delegate\": \"a\\nb\"} | 422 | not-well-formed",
                "{\"seat\": \"le/ffe\"} | 422 | not-well-formed",
                "{\"seat\": \"../albino\"} | 422 | not-well-formed",
                "{\"seat\": \"\"} | 422 | not-well-formed",
                "{\"seat\": \"nessuno\"} | 404 | unknown-seat",
                "{\"seat\": \"albino\"} | 409 | already-present",
                "{\"seat\": \"leffe\"; drop | 400 | malformed",
                "{'seat': 'leffe'} | 400 | malformed",
                "{\"seat\": \"leffe\",} | 400 | malformed",
                "// comment | 400 | malformed",
                "{\"seat\": NaN} | 400 | malformed",
                "seat: leffe | 400 | malformed",
            })
    void anArrivalThatCannotBe(String body, int status, String type) {
        var en = problem(server.post("/api/sessions/s1/arrivals", body), status, type);
        var it = problem(server.post("/api/sessions/s1/arrivals", body, "Accept-Language", "it"), status, type);
        assertThat(it.get("detail")).isNotEqualTo(en.get("detail"));
        assertThat(it.get("title")).isNotEqualTo(en.get("title"));
    }

    @Test
    void everyFaultOfABodyIsToldAtOnceWithItsPlaceAndLine() {
        var json = problem(server.post("/api/assemblies", """
                        {"id": "b/1",
                         "name": 5,
                         "seats": [
                          {"id": "x", "name": "X", "weight": "0"},
                          {"id": "y", "weight": true, "colour": 1}],
                         "rules": {"quorum": {"1": {"fixed": -1}}}}"""), 400, "malformed");
        var places = new ArrayList<String>();
        json.get("faults").forEach(fault -> places.add(fault.get("pointer").asString() + " " + fault.get("line")));
        assertThat(places)
                .contains(
                        "/id 1",
                        "/name 2",
                        "/seats/0 4",
                        "/seats/1 5",
                        "/seats/1/weight 5",
                        "/seats/1/colour 5",
                        "/rules/quorum/1/fixed 6");
    }

    @Test
    void whatIsTooLongIsRefusedByItsLength() {
        var name = "x".repeat(1_001);
        problem(
                server.post("/api/sessions/s1/arrivals", "{\"seat\": \"leffe\", \"delegate\": \"" + name + "\"}"),
                422,
                "not-well-formed");
        problem(server.post("/api/sessions/s1/arrivals", "{\"seat\": \"" + name + "\"}"), 422, "not-well-formed");
        problem(
                server.post(
                        "/api/sessions/s1/statements",
                        "{\"speaker\": \"albino\", \"text\": \"" + "y".repeat(10_001) + "\"}"),
                422,
                "not-well-formed");
        var deep = "[".repeat(100_000) + "]".repeat(100_000);
        problem(server.post("/api/sessions/s1/arrivals", "{\"seat\": " + deep + "}"), 400, "malformed");
        problem(server.post("/api/sessions/s1/arrivals", "{\"seat\": " + "9".repeat(900_000) + "}"), 400, "malformed");
        problem(server.post("/api/sessions/s1/arrivals", "{\"" + "k".repeat(900_000) + "\": 1}"), 400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/sessions/s1/arrivals",
                "/api/assemblies",
                "/api/transcripts",
                "/api/sessions/s1/votes/v1/ballots"
            })
    void tenMegabytesAreTooMany(String path) {
        var said = server.post(path, "{\"x\": \"" + "z".repeat(10 * 1024 * 1024) + "\"}");
        assertThat(problem(said, 413, "too-large").get("most").asLong()).isPositive();
        var chunked = server.send(server.request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(new byte[10 * 1024 * 1024])))
                .build());
        problem(chunked, 413, "too-large");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/x-www-form-urlencoded | seat=leffe",
                "text/html | <p>",
                "multipart/form-data; boundary=x | --x--",
                "application/json; charset=ISO-8859-1 | {\"seat\": \"leffe\"}",
                "nonsense | {\"seat\": \"leffe\"}",
                "application/octet-stream | {\"seat\": \"leffe\"}",
            })
    void otherContentTypesAreNotRead(String type, String body) {
        var said = server.send(server.request("/api/sessions/s1/arrivals")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
        problem(said, 415, "unsupported-media-type");
    }

    @Test
    void aBodyIsUtf8OrNothing() {
        var latin = server.send(server.request("/api/sessions/s1/arrivals")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray("{\"seat\": \"leff\u00e8\"}".getBytes(StandardCharsets.ISO_8859_1)))
                .build());
        problem(latin, 400, "malformed");
        var marked = server.send(server.request("/api/sessions/s1/arrivals")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(new byte[] {(byte) 0xFE, (byte) 0xFF, 0, '{'}))
                .build());
        problem(marked, 400, "malformed");
        var none = server.send(server.request("/api/sessions/s1/arrivals")
                .POST(BodyPublishers.noBody())
                .build());
        problem(none, 400, "malformed");
    }

    @Test
    void everyAddressTakesItsMethodsAndSaysWhich() {
        for (var resource : addresses()) {
            for (var method : List.of("GET", "POST", "PUT", "DELETE", "PATCH")) {
                if (!resource.methods().contains(method) && resource.path().startsWith("/api")) {
                    var said = server.send(method, resource.path(), method.equals("GET") ? "" : "{}");
                    problem(said, 405, "method-not-allowed");
                    assertThat(said.response().headers().firstValue("Allow"))
                            .as(method + " " + resource.path())
                            .contains(String.join(", ", resource.methods()));
                }
            }
        }
    }

    private record Address(String path, List<String> methods) {}

    private static List<Address> addresses() {
        var paths = server.get("/api/openapi").json().get("paths");
        var addresses = new ArrayList<Address>();
        paths.properties()
                .forEach(path -> addresses.add(new Address(
                        path.getKey().replaceAll("\\{[a-z]+}", "x"),
                        path.getValue().propertyNames().stream()
                                .map(String::toUpperCase)
                                .sorted()
                                .toList())));
        assertThat(addresses).hasSizeGreaterThan(40);
        return addresses;
    }

    /** Whatever stands for an identifier in any address, and whatever the body: an answer below 500. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "a%2Fb",
                "%2E%2E",
                "..%2F..%2Fetc",
                "%00",
                "%0A",
                "%C3%A8",
                "%E2%80%AE",
                "%FF",
                "a%20b",
                "a;b=c",
                "%7B%7D",
                "%25",
                "a%252Fb",
                "~",
                "*",
                "'",
                "%22"
            })
    void noIdentifierInAnAddressBreaksTheServer(String odd) {
        var paths = server.get("/api/openapi").json().get("paths");
        paths.properties()
                .forEach(path -> path.getValue().propertyNames().forEach(method -> {
                    var address = path.getKey()
                            .replaceAll("\\{[a-z]+}", odd.replace("\\", "\\\\").replace("$", "\\$"));
                    if (path.getKey().endsWith("/live") || !path.getKey().contains("{")) {
                        return;
                    }
                    var said = server.send(server.request(address)
                            .header("Content-Type", "application/json")
                            .method(method.toUpperCase(), BodyPublishers.ofString(method.equals("get") ? "" : "{}"))
                            .build());
                    assertThat(said.status())
                            .as(method + " " + address + ": " + said.body())
                            .isBetween(400, 499);
                    assertThat(said.type()).as(method + " " + address).isEqualTo("application/problem+json");
                    assertThat(said.problem()).isNotBlank();
                }));
        nothingIsRecorded();
    }

    /** Every command with every wrong type in every field that its description names. */
    @Test
    void noTypeInAnyFieldBreaksTheServer() {
        var description = server.get("/api/openapi").json();
        var values = List.of(
                "null",
                "true",
                "-1",
                "1e400",
                "99999999999999999999999",
                "\"\"",
                "\"\\u0000\"",
                "\"\\ud800\"",
                "[]",
                "{}",
                "[[]]",
                "[null]",
                "{\"a\": 1}",
                "\"" + "x".repeat(20_000) + "\"");
        for (var path : description.get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var fields = fields(description, operation.getValue());
                if (operation.getKey().equals("get") || fields.isEmpty()) {
                    continue;
                }
                var address = path.getKey()
                        .replace("{session}", "s1")
                        .replace("{assembly}", "a1")
                        .replace("{vote}", "v1")
                        .replace("{seat}", "leffe")
                        .replaceAll("\\{[a-z]+}", "x");
                for (var value : values) {
                    var body = fields.stream()
                            .map(field -> "\"" + field + "\": " + value)
                            .collect(Collectors.joining(", ", "{", ", \"unheard-of\": 1}"));
                    var said = server.send(operation.getKey().toUpperCase(), address, body);
                    assertThat(said.status())
                            .as(operation.getKey() + " " + address + " " + body + ": " + said.body())
                            .isBetween(400, 499);
                    assertThat(said.type()).isEqualTo("application/problem+json");
                }
            }
        }
        nothingIsRecorded();
    }

    private static List<String> fields(JsonNode description, JsonNode operation) {
        var schema = operation
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        var referred = schema.path("$ref").asString("");
        var whole = referred.isEmpty() ? schema : description.at(referred.substring(1));
        return List.copyOf(whole.path("properties").propertyNames());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?position=0",
                "?position=-1",
                "?position=abc",
                "?position=1.5",
                "?position=999999",
                "?position=99999999999999999999",
                "?position=",
                "?position=3&position=4",
                "?at=yesterday",
                "?at=25:00",
                "?at=2024-03-31T02:30",
                "?at=2024-10-27T02:30",
                "?at=2024-13-01T10:00",
                "?at=",
                "?colour=red",
                "?position=3&at=nonsense",
                "?at=%00",
            })
    void badMomentsAreToldOfTheirParameter(String query) {
        for (var part :
                List.of("", "/report", "/attendance", "/quorum", "/votes", "/votes/v1", "/votes/v1/presence/albino")) {
            var said = server.get("/api/sessions/s1" + part + query);
            assertThat(said.status()).as(part + query + ": " + said.body()).isIn(400, 422);
            assertThat(said.problem()).isIn("malformed", "not-well-formed");
            assertThat(said.json().get("faults").get(0).path("parameter").asString(""))
                    .as(said.body())
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "42",
                "not-a-uuid",
                "",
                "6f1a7c7e-3b0e-4f57-9a43-0d8c9d3f7b1",
                "6f1a7c7e-3b0e-4f57-9a43-0d8c9d3f7b10; drop"
            })
    void aKeyIsAUuid(String key) {
        var json = problem(
                server.post("/api/sessions/s1/arrivals", "{\"seat\": \"leffe\"}", "Idempotency-Key", key),
                400,
                "malformed");
        assertThat(json.get("faults").get(0).get("header").asString()).isEqualTo("Idempotency-Key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "/api/nothing",
                "/api/sessions/s1/nothing",
                "/api/sessions/s1/votes/v1/nothing",
                "/api/sessions/",
                "/api/sessions/s1/arrivals/",
                "/problems/nothing",
            })
    void unknownAddressesAreNotFound(String path) {
        problem(server.get(path), 404, "not-found");
    }

    @Test
    void unknownThingsAreNotFoundUnderNamesOfTheirOwn() {
        problem(server.get("/api/sessions/none/report"), 404, "unknown-session");
        problem(server.get("/api/sessions/s1/votes/none"), 404, "unknown-vote");
        problem(server.get("/api/sessions/s1/votes/none/presence/albino"), 404, "unknown-vote");
        problem(server.get("/api/sessions/s1/votes/v1/presence/none"), 404, "unknown-seat");
        problem(server.get("/api/sessions/none/events"), 404, "unknown-session");
    }

    @Test
    void askingForTheHeadOrTheOptionsIsHarmless() {
        for (var path : List.of("/api/sessions", "/api/sessions/s1/report", "/api/openapi", "/problems")) {
            var head = server.send(
                    server.request(path).method("HEAD", BodyPublishers.noBody()).build());
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
        }
        for (var path : List.of("/api/sessions", "/api/sessions/s1/arrivals", "/api/nothing")) {
            var options = server.send(server.request(path)
                    .method("OPTIONS", BodyPublishers.noBody())
                    .build());
            assertThat(options.status()).as(path + options.body()).isLessThan(500);
        }
        nothingIsRecorded();
    }

    @Test
    void rawRequestsThatAreNoHttpAreRefused() throws Exception {
        for (var raw : List.of(
                "GET /api/sessions/s1/../../etc HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /api/sessions/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /api/ses\u0001sions HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "POST /api/assemblies HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: -5\r\nConnection: close\r\n\r\n",
                "NONSENSE\r\n\r\n",
                "GET /api/sessions HTTP/1.1\r\nHost: x\r\n" + "X-Long: " + "h".repeat(200_000)
                        + "\r\nConnection: close\r\n\r\n")) {
            var address = server.address();
            try (var socket = new java.net.Socket(address.getHost(), address.getPort())) {
                socket.setSoTimeout(20_000);
                socket.getOutputStream().write(raw.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
                var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
                assertThat(answer).as(raw.lines().findFirst().orElse("")).startsWith("HTTP/1.1 4");
            }
        }
        nothingIsRecorded();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/api/sessions/s1/votes/v1/ballots | {\"seat\": \"leffe\", \"choice\": \"for\"} | 409 | not-in-electorate",
                "/api/sessions/s1/votes/v1/ballots | {\"seat\": \"albino\", \"choice\": \"perhaps\"} | 422 | not-well-formed",
                "/api/sessions/s1/votes/v9/ballots | {\"seat\": \"albino\", \"choice\": \"for\"} | 404 | unknown-vote",
                "/api/sessions/s1/votes/v1/record | {\"for\": \"rest\", \"against\": \"rest\"} | 422 | not-well-formed",
                "/api/sessions/s1/votes/v1/record | {\"for\": [\"albino\", \"albino\"]} | 422 | seat-named-twice",
                "/api/sessions/s1/votes/v1/record | {\"for\": \"all\"} | 400 | malformed",
                "/api/sessions/s1/votes | {\"subject\": \"x\", \"method\": \"telepathy\"} | 422 | not-well-formed",
                "/api/sessions/s1/votes | {\"subject\": \"x\", \"method\": \"secret\", \"majority\": {\"fixed\": 0}} | 422 | not-well-formed",
                "/api/sessions/s1/items/taking-up | {\"number\": \"9/ter\"} | 404 | unknown-item",
                "/api/sessions/s1/items/taking-up | {\"number\": 1} | 400 | malformed",
                "/api/sessions/s1/corrections | {\"target\": 1, \"reason\": \"x\"} | 404 | unknown-position",
                "/api/sessions/s1/corrections | {\"target\": -1, \"reason\": \"x\"} | 422 | not-well-formed",
                "/api/sessions/s1/corrections | {\"target\": 4} | 400 | malformed",
                "/api/sessions/s1/proxies | {\"from\": \"leffe\", \"to\": \"leffe\"} | 409 | proxies-not-allowed",
                "/api/assemblies | {\"id\": \"a1\", \"name\": \"Again\", \"seats\": [{\"id\": \"x\", \"name\": \"X\"}]} | 409 | assembly-exists",
                "/api/assemblies | {\"id\": \"a2\", \"name\": \"None\", \"seats\": []} | 422 | no-seats",
                "/api/assemblies | {\"id\": \"a2\", \"name\": \"Two\", \"seats\": [{\"id\": \"x\", \"name\": \"X\"}, {\"id\": \"x\", \"name\": \"Y\"}]} | 422 | seat-named-twice",
                "/api/assemblies/a1/sessions | {\"id\": \"s1\", \"title\": \"x\", \"date\": \"2024-10-26\", \"zone\": \"Europe/Rome\", \"agenda\": []} | 409 | session-exists",
                "/api/assemblies/a1/sessions | {\"id\": \"s2\", \"title\": \"x\", \"date\": \"2024-02-30\", \"zone\": \"Europe/Rome\", \"agenda\": []} | 422 | not-well-formed",
                "/api/assemblies/a1/sessions | {\"id\": \"s2\", \"title\": \"x\", \"date\": \"2024-10-26\", \"zone\": \"Mars/Olympus\", \"agenda\": []} | 422 | not-well-formed",
                "/api/assemblies/a1/sessions | {\"id\": \"s2\", \"title\": \"x\", \"date\": \"2024-10-26\", \"zone\": \"Europe/Rome\", \"agenda\": [{\"number\": \"1\", \"title\": \"A\"}, {\"number\": \"1\", \"title\": \"B\"}]} | 422 | item-twice",
                "/api/assemblies/none/sessions | {\"id\": \"s2\", \"title\": \"x\", \"date\": \"2024-10-26\", \"zone\": \"Europe/Rome\", \"agenda\": []} | 404 | unknown-assembly",
            })
    void commandsThatCannotBe(String path, String body, int status, String type) {
        problem(server.post(path, body), status, type);
        var italian = server.post(path, body, "Accept-Language", "it");
        assertThat(problem(italian, status, type).get("detail").asString())
                .isNotEqualTo(server.post(path, body).json().get("detail").asString());
    }

    @Test
    void aTranscriptIsRefusedWithItsFaultsInTheCallersLanguage() {
        var file = "{\n \"plenum\": \"transcript/1\",\n \"sourse\": \"x\"\n}";
        var json = problem(server.post("/api/transcripts", file, "Accept-Language", "it"), 400, "malformed");
        var places = new ArrayList<String>();
        json.get("faults").forEach(fault -> places.add(fault.get("pointer").asString() + " " + fault.get("line")));
        assertThat(places).contains("/sourse 3", " 1");
        assertThat(json.get("faults").toString()).contains("manca il campo");
        for (var body : List.of(
                "",
                "{",
                "[]",
                "null",
                "a: &a [*a]",
                "{\"plenum\": \"transcript/1\"}",
                "\uFEFF{}",
                "{\"plenum\": \"\\ud800\"}")) {
            var said = server.post("/api/transcripts", body);
            assertThat(said.status()).as(body + said.body()).isIn(400, 422);
        }
        var bytes = new byte[1024];
        Arrays.fill(bytes, (byte) 0xFF);
        var binary = server.send(server.request("/api/transcripts", "Content-Type", "application/yaml")
                .POST(BodyPublishers.ofByteArray(bytes))
                .build());
        assertThat(binary.status()).isIn(400, 422);
        nothingIsRecorded();
    }

    @Test
    void aKeyOfTwoCommandsIsRefusedForTheSecond() {
        var key = UUID.randomUUID().toString();
        var first = server.post("/api/sessions/s1/arrivals", "{\"seat\": \"albino\"}", "Idempotency-Key", key);
        // A refusal is decided anew: the key is free still.
        problem(first, 409, "already-present");
        problem(
                server.post("/api/sessions/s1/arrivals", "{\"seat\": \"cene\"}", "Idempotency-Key", key),
                409,
                "already-present");
    }
}
