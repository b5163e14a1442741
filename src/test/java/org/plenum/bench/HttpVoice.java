package org.plenum.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Gives a meeting's commands over HTTP, on a connection of its own; each under a key of its own where wanted. */
final class HttpVoice implements Voice {
    private static final String POSITION = "\"position\":";
    private static final String LAST_POSITION = "\"lastPosition\":";

    private final HttpLine line;
    private final String session;
    private final boolean keys;
    private long last;

    HttpVoice(int port, Meeting meeting, boolean keys) throws IOException {
        this.line = new HttpLine(port);
        this.session = "/api/sessions/" + meeting.session().value();
        this.keys = keys;
    }

    /** Opens a meeting. */
    void begin(Meeting meeting) throws IOException {
        var seats = IntStream.rangeClosed(1, meeting.seats())
                .mapToObj(number ->
                        "{\"id\":\"%s\",\"name\":\"Municipality %d\"}".formatted(Meeting.seat(number), number))
                .collect(Collectors.joining(","));
        give(
                "/api/assemblies",
                "{\"id\":\"%s\",\"name\":\"Assembly\",\"seats\":[%s]}".formatted(meeting.assembly(), seats));
        give(
                "/api/assemblies/" + meeting.assembly() + "/sessions",
                "{\"id\":\"%s\",\"title\":\"A session\",\"date\":\"2026-01-15\",\"zone\":\"Europe/Rome\",\"agenda\":[]}"
                        .formatted(meeting.session()));
        give(session + "/opening", "{}");
        var present = IntStream.rangeClosed(1, meeting.seats())
                .mapToObj(number -> "\"" + Meeting.seat(number) + "\"")
                .collect(Collectors.joining(","));
        give(session + "/roll-calls", "{\"present\":[" + present + "]}");
    }

    private long give(String path, String json) throws IOException {
        var headers = keys ? "Idempotency-Key: " + UUID.randomUUID() + "\r\n" : "";
        var answer = line.post(path, json, headers).good();
        // The last position of several, or else the only one.
        var name = answer.contains(LAST_POSITION) ? LAST_POSITION : POSITION;
        var from = answer.indexOf(name) + name.length();
        var to = from;
        while (to < answer.length() && Character.isDigit(answer.charAt(to))) {
            to++;
        }
        last = Long.parseLong(answer, from, to, 10);
        return last;
    }

    /** The position of the session's last event, as far as this voice has been told. */
    long last() {
        return last;
    }

    @Override
    public long cast(int vote, int seat) throws IOException {
        return give(
                session + "/votes/" + Meeting.vote(vote) + "/ballots",
                "{\"seat\":\"%s\",\"choice\":\"%s\"}".formatted(Meeting.seat(seat), word(seat)));
    }

    private static String word(int seat) {
        return switch (Meeting.choice(seat)) {
            case AGAINST -> "against";
            case ABSTAIN -> "abstain";
            case FOR, BLANK, VOID -> "for";
        };
    }

    @Override
    public void open(int vote) throws IOException {
        give(
                session + "/votes",
                "{\"id\":\"%s\",\"subject\":\"Shall it be so?\",\"method\":\"electronic\"}"
                        .formatted(Meeting.vote(vote)));
    }

    @Override
    public void close(int vote) throws IOException {
        give(session + "/votes/" + Meeting.vote(vote) + "/closing", "{}");
    }

    @Override
    public void close() {
        try {
            line.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
