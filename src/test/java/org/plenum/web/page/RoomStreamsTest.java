package org.plenum.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.web.api.Browsing;
import org.plenum.web.api.Hearing;
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

    @Test
    void eachDelegateIsToldThePageThatTheyWouldBeShown() throws Exception {
        convene("phones");
        does("phones", "/opening", "");
        var at = "/sessions/phones/ballot";
        try (var albino = Browsing.delegate(server, "a", "albino");
                var leffe = Browsing.delegate(server, "a", "leffe");
                var first = albino.hear(at, "Accept-Language", "it");
                var second = leffe.hear(at, "Accept-Language", "it")) {
            var phones =
                    List.of(new Phone(albino, first, "Albino", "Leffe"), new Phone(leffe, second, "Leffe", "Albino"));
            for (var phone : phones) {
                phone.isTold(at, "not-present");
            }
            does("phones", "/roll-calls", "{\"present\": [\"albino\", \"leffe\"]}");
            for (var phone : phones) {
                phone.isTold(at, "waiting");
            }
            does("phones", "/votes", "{\"id\": \"v\", \"subject\": \"Bilancio\", \"method\": \"electronic\"}");
            var told = phones.stream().map(phone -> phone.isTold(at, "voting")).toList();
            phones.get(0).casts(at, told.get(0));
            phones.get(1).casts(at, told.get(1));
            does("phones", "/votes/v/closing", "");
            for (var phone : phones) {
                assertThat(phone.isTold(at, "result")).contains("data-share=\"Plenum: ricevuta");
            }
        }
    }

    private record Phone(Browsing person, Hearing hearing, String own, String other) {
        private static final String RANDOM = "(name=\"(?:_csrf|key)\" value=\")[^\"]+";

        /** What it is told when it comes to a stage. */
        String isTold(String at, String stage) {
            var told = hearing.next().orElseThrow().data();
            while (!told.contains("data-stage=\"" + stage + "\"")) {
                told = hearing.next().orElseThrow().data();
            }
            assertThat(told.replaceAll(RANDOM, "$1"))
                    .isEqualToIgnoringWhitespace(renewed(person, at).replaceAll(RANDOM, "$1"))
                    .contains(own)
                    .doesNotContain(other, "blank");
            return told;
        }

        /** Sends the form that it was told, as a browser would. */
        void casts(String at, String told) throws Exception {
            var form = "vote=v&choice=for&seat=" + own.toLowerCase(Locale.ROOT) + "&key=" + value(told, "key")
                    + "&_csrf=" + URLEncoder.encode(value(told, "_csrf"), StandardCharsets.UTF_8);
            var answer = person.client()
                    .send(
                            person.request(at)
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(BodyPublishers.ofString(form))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(answer.headers().firstValue("Location"))
                    .as(answer.body())
                    .isPresent();
        }

        private static String value(String page, String name) {
            var matcher =
                    Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
            assertThat(matcher.find()).as(name).isTrue();
            return matcher.group(1);
        }
    }

    @Test
    void whoseIdentifierIsNoPlainWordIsToldTheirPageToo() throws Exception {
        server.post("/api/assemblies", """
                {"id": "b", "name": "Altra", "seats": [{"id": "forlì+1", "name": "Forlì \\"&<b>"}, {"id": "due", "name": "Due"}]}
                """);
        var convened = server.post("/api/assemblies/b/sessions", """
                {"id": "letters", "title": "Seduta", "date": "2024-11-13", "zone": "Europe/Rome", "agenda": []}
                """);
        assertThat(convened.status()).as(convened.body()).isEqualTo(201);
        var at = "/sessions/letters/ballot";
        try (var forli = Browsing.delegate(server, "b", "forlì+1");
                var due = Browsing.delegate(server, "b", "due");
                var first = forli.hear(at, "Accept-Language", "it");
                var second = due.hear(at, "Accept-Language", "it")) {
            new Phone(due, second, "Due", "Forl").isTold(at, "not-now");
            new Phone(forli, first, "Forlì &quot;&amp;&lt;b&gt;", "Due").isTold(at, "not-now");
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
            for (var at : new String[] {
                "/sessions/head", "/sessions/head/wall", "/sessions/head/ballot", "/sessions/head/pulse"
            }) {
                var answer = auditor.send("HEAD", at, "", "Accept", "text/event-stream");
                assertThat(answer.statusCode()).as(at).isEqualTo(200);
                assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream;charset=UTF-8");
            }
        }
    }
}
