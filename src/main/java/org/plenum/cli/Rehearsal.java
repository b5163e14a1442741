package org.plenum.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.plenum.vocabulary.SessionId;

/** A small meeting held over HTTP, and all its pages looked at: what a server does on most of its days. */
final class Rehearsal implements AutoCloseable {
    private static final int SEATS = 100;
    private static final int VOTES = 30;
    private static final int SCREENS = 30;
    /** The session that is held. */
    static final SessionId HELD = new SessionId("rehearsal");

    private static final String SESSION = "/api/sessions/" + HELD;
    private static final List<String> PAGES =
            List.of("", "/president", "/clerk", "/ballot", "/wall", "/replay", "/presence", "/report");
    /** The pages that are told what happens. */
    private static final List<String> TOLD = List.of("", "/ballot", "/wall");

    private static final List<String> QUESTIONS =
            List.of("", "/report", "/report?position=50", "/attendance", "/quorum", "/votes", "/journal");

    private final String server;
    private final HttpClient client = HttpClient.newHttpClient();

    Rehearsal(int port) {
        this.server = "http://localhost:" + port;
    }

    void hold() throws IOException, InterruptedException {
        post(
                "/api/assemblies",
                "{\"id\":\"rehearsal\",\"name\":\"Rehearsal\",\"seats\":["
                        + each("{\"id\":\"seat-%1$d\",\"name\":\"Seat %1$d\"}") + "]}");
        post(
                "/api/assemblies/rehearsal/sessions",
                "{\"id\":\"rehearsal\",\"title\":\"Rehearsal\",\"date\":\"2026-01-15\",\"zone\":\"Europe/Rome\","
                        + "\"agenda\":[{\"number\":\"1\",\"title\":\"Rehearsal\"}]}");
        post(SESSION + "/opening", "{}");
        post(SESSION + "/roll-calls", "{\"present\":[" + each("\"seat-%d\"") + "]}");
        watch();
        for (var vote = 1; vote <= VOTES; vote++) {
            var path = SESSION + "/votes/v" + vote;
            post(SESSION + "/votes", "{\"id\":\"v" + vote + "\",\"subject\":\"Vote\",\"method\":\"electronic\"}");
            if (vote == VOTES) {
                look();
            }
            for (var seat = 1; seat <= SEATS; seat++) {
                post(path + "/ballots", "{\"seat\":\"seat-" + seat + "\",\"choice\":\"for\"}");
            }
            post(path + "/closing", "{}");
        }
        look();
    }

    private static String each(String seat) {
        return IntStream.rangeClosed(1, SEATS).mapToObj(seat::formatted).collect(Collectors.joining(","));
    }

    private void look() throws IOException, InterruptedException {
        get("/");
        for (var session : List.of("rehearsal", ShippedCase.SESSION)) {
            for (var question : QUESTIONS) {
                get("/api/sessions/" + session + question);
            }
            for (var page : PAGES) {
                get("/sessions/" + session + page);
            }
        }
    }

    /** Screens that stay connected until the end, and are told of each change. */
    private void watch() {
        for (var screen = 0; screen < SCREENS; screen++) {
            var page = "/sessions/" + HELD + TOLD.get(screen % TOLD.size());
            var _ = client.sendAsync(
                    HttpRequest.newBuilder(URI.create(server + page))
                            .header("Accept", "text/event-stream")
                            .build(),
                    BodyHandlers.discarding());
        }
    }

    private void get(String path) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(URI.create(server + path)).GET());
    }

    private void post(String path, String json) throws IOException, InterruptedException {
        var status = send(HttpRequest.newBuilder(URI.create(server + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
        if (status / 100 != 2) {
            throw new IllegalStateException(path + " was answered " + status);
        }
    }

    private int send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofByteArray()).statusCode();
    }

    @Override
    public void close() {
        // Those who watch do not leave by themselves.
        client.shutdownNow();
        client.close();
    }
}
