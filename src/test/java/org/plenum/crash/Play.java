package org.plenum.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.VoteId;
import org.plenum.vocabulary.Words;

/**
 * One long sitting, vote after vote, every other one secret, driven over HTTP by a clerk and several voters. It goes on where
 * it was when the server died: what was not answered is sent again first.
 */
final class Play {
    static final SessionId SESSION = new SessionId("crash");

    private static final int SEATS = 25;
    private static final int VOTERS = 6;
    private static final String AT = "/api/sessions/" + SESSION;

    private final Random random;
    private final List<Order> orders = new ArrayList<>();
    private final Map<VoteId, Boolean> votes = new LinkedHashMap<>();
    private @Nullable VoteId open;

    /** What a server may say that is ending: it has recorded nothing. */
    private static final int NOT_RECORDED = 503;

    Play(Random random) {
        this.random = random;
    }

    /** Everything that was ever sent, in the order in which it was decided to send it. */
    List<Order> orders() {
        return List.copyOf(orders);
    }

    /** Every vote that was opened, and whether it is secret. */
    Map<VoteId, Boolean> votes() {
        return votes;
    }

    /** Sends orders one after another until an answer fails to come; returns whether all came. */
    private static boolean send(HttpClient client, String address, List<Order> orders) throws InterruptedException {
        for (var order : orders) {
            order.sending();
            var response = send(client, address, order);
            if (response == null || response.statusCode() == NOT_RECORDED) {
                return false;
            }
            assertThat(response.statusCode())
                    .as("%s: %s", order, response.body())
                    .isIn(200, 201);
            order.answered(response.body());
        }
        return true;
    }

    /** The answer to an order, or null where the server is gone. */
    static @Nullable HttpResponse<String> send(HttpClient client, String address, Order order)
            throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + order.path()))
                .timeout(Duration.ofMinutes(1))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", order.key().toString())
                .POST(BodyPublishers.ofString(order.body()))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException gone) {
            return null;
        }
    }

    /** Plays until the server is gone. */
    void untilTheEnd(HttpClient client, String address) throws InterruptedException {
        var goesOn = resume(client, address);
        while (goesOn) {
            goesOn = vote(client, address);
        }
    }

    /** Plays so many votes to their end. */
    void votes(HttpClient client, String address, int count) throws InterruptedException {
        assertThat(resume(client, address)).isTrue();
        for (var i = 0; i < count; i++) {
            assertThat(vote(client, address)).isTrue();
        }
    }

    private boolean resume(HttpClient client, String address) throws InterruptedException {
        if (orders.isEmpty()) {
            begin();
            return send(client, address, List.copyOf(orders));
        }
        return send(client, address, unanswered())
                && send(
                        client,
                        address,
                        orders.stream()
                                .filter(order -> !order.isSent() && order.ballot() == null)
                                .toList());
    }

    /** What was sent and not answered: nobody knows whether it is recorded. */
    List<Order> unanswered() {
        return orders.stream()
                .filter(order -> order.isSent() && order.answer() == null)
                .toList();
    }

    private void begin() {
        var seats = IntStream.rangeClosed(1, SEATS)
                .mapToObj(i -> "{\"id\": \"s" + i + "\", \"name\": \"Seat " + i + "\"}")
                .collect(Collectors.joining(", "));
        var present =
                IntStream.rangeClosed(1, SEATS).mapToObj(i -> "\"s" + i + "\"").collect(Collectors.joining(", "));
        orders.add(
                new Order("/api/assemblies", "{\"id\": \"hall\", \"name\": \"The hall\", \"seats\": [" + seats + "]}"));
        orders.add(new Order("/api/assemblies/hall/sessions", """
                {"id": "crash", "title": "A long sitting", "date": "2026-11-25", "zone": "Europe/Rome", "agenda": []}"""));
        orders.add(new Order(AT + "/roll-calls", "{\"present\": [" + present + "]}"));
        orders.add(new Order(AT + "/opening", "{}"));
    }

    /** Plays a vote, or the rest of the one that is open, to its end; returns whether the server is still there. */
    private boolean vote(HttpClient client, String address) throws InterruptedException {
        if (open == null) {
            var vote = new VoteId("v" + (votes.size() + 1));
            var secret = votes.size() % 2 == 1;
            votes.put(vote, secret);
            open = vote;
            orders.add(new Order(
                    AT + "/votes",
                    "{\"id\": \"%s\", \"subject\": \"Question %s\", \"method\": \"%s\"}"
                            .formatted(vote, vote, secret ? "secret" : "electronic")));
            ballots(vote, secret);
            if (!send(client, address, List.of(orders.get(orders.size() - SEATS - 1)))) {
                return false;
            }
        }
        if (!cast(client, address)) {
            return false;
        }
        var closing = new Order(AT + "/votes/" + open + "/closing", "{}");
        orders.add(closing);
        open = null;
        return send(client, address, List.of(closing));
    }

    private void ballots(VoteId vote, boolean secret) {
        for (var i = 1; i <= SEATS; i++) {
            var seat = new SeatId("s" + i);
            var choice = Choice.Stance.values()[random.nextInt(3)];
            orders.add(new Order(
                    AT + "/votes/" + vote + "/ballots",
                    body(seat, choice),
                    new Order.Ballot(vote, seat, choice, secret)));
        }
    }

    static String body(SeatId seat, Choice.Stance choice) {
        return "{\"seat\": \"" + seat + "\", \"choice\": \"" + Words.of((Choice) choice) + "\"}";
    }

    private boolean cast(HttpClient client, String address) throws InterruptedException {
        var left = new ConcurrentLinkedQueue<>(
                orders.stream().filter(order -> !order.isSent()).toList());
        var wrong = new ConcurrentLinkedQueue<Throwable>();
        var voters = IntStream.range(0, VOTERS)
                .mapToObj(_ -> Thread.ofVirtual().start(() -> castSome(client, address, left, wrong)))
                .toList();
        for (var voter : voters) {
            voter.join();
        }
        assertThat(wrong).isEmpty();
        return unanswered().isEmpty();
    }

    private static void castSome(HttpClient client, String address, Queue<Order> left, Queue<Throwable> wrong) {
        try {
            for (var order = left.poll(); order != null; order = left.poll()) {
                if (!send(client, address, List.of(order))) {
                    return;
                }
            }
        } catch (InterruptedException | AssertionError e) {
            wrong.add(e);
        }
    }
}
