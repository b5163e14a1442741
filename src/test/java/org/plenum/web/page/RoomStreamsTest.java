package org.plenum.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.web.api.Browsing;
import org.plenum.web.api.Server;

/** Pages that many see alike, told at their own addresses. */
@Tag("slow")
class RoomStreamsTest {
    private static Server server;

    @BeforeAll
    static void start(@TempDir Path data) {
        server = Server.on(data);
        server.post("/api/assemblies", """
                {"id": "a", "name": "Assemblea", "seats": [{"id": "albino", "name": "Albino"}, {"id": "leffe", "name": "Leffe"}]}
                """);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void convene(String session) {
        var convened = server.post("/api/assemblies/a/sessions", """
                {"id": "%s", "title": "Seduta", "date": "2024-11-13", "zone": "Europe/Rome",
                 "agenda": [{"number": "1", "title": "Verbali"}]}
                """.formatted(session));
        assertThat(convened.status()).as(convened.body()).isEqualTo(201);
    }

    private static void does(String session, String under, String body) {
        var said = server.post("/api/sessions/" + session + under, body);
        assertThat(said.status()).as(said.body()).isIn(200, 201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/wall", "/wall?theme=light"})
    void theWholePageIsToldAtOnceAndWhenItChanges(String page) throws Exception {
        var session = "told" + page.replaceAll("\\W", "");
        convene(session);
        var at = "/sessions/" + session + page;
        try (var auditor = Browsing.as(server, "AUDITOR");
                var hearing = auditor.hear(at, "Accept-Language", "it")) {
            var first = hearing.next().orElseThrow();
            assertThat(first.name()).isEqualTo("page");
            assertThat(first.data()).isEqualToIgnoringWhitespace(renewed(auditor, at));
            does(session, "/opening", "");
            var second = hearing.next().orElseThrow();
            assertThat(second.data())
                    .isEqualToIgnoringWhitespace(renewed(auditor, at))
                    .isNotEqualTo(first.data())
                    .contains("Aperta");
            // Whoever comes back with what they were told last hears nothing until there is something new.
            try (var back = auditor.hear(at, "Accept-Language", "it", "Last-Event-ID", second.id())) {
                does(session, "/arrivals", "{\"seat\": \"leffe\"}");
                assertThat(back.next().orElseThrow().id()).isNotEqualTo(second.id());
            }
        }
    }

    private static String renewed(Browsing person, String at) {
        return person.get(at, "Accept-Language", "it", "HX-Trigger", "live").body();
    }

    @Test
    void whoeverAsksForAPageIsAnsweredWithOne() {
        convene("asked");
        for (var accept : new String[] {"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "*/*"}) {
            for (var page : new String[] {"", "/wall"}) {
                var answer = server.get("/sessions/asked" + page, "Accept", accept);
                assertThat(answer.body()).as(accept + page).startsWith("<!DOCTYPE html>");
            }
        }
    }

    @Test
    void aSessionThatDoesNotExistIsNotWaitedFor() {
        assertThat(server.get("/sessions/nowhere/wall", "Accept", "text/event-stream")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoeverAsksForTheHeadAloneIsNotKept() {
        convene("head");
        try (var auditor = Browsing.as(server, "AUDITOR")) {
            for (var at : new String[] {"/sessions/head", "/sessions/head/wall", "/sessions/head/pulse"}) {
                var answer = auditor.send("HEAD", at, "", "Accept", "text/event-stream");
                assertThat(answer.statusCode()).as(at).isEqualTo(200);
                assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream;charset=UTF-8");
            }
        }
    }
}
