package org.plenum.crash;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.VoteId;

/** One command over HTTP under a key of its own, and the answer once there is one. It may be sent again as it is. */
final class Order {
    private final String path;
    private final String body;
    private final @Nullable Ballot ballot;
    private final UUID key;
    private volatile boolean sent;
    private volatile @Nullable String answer;

    /** What a ballot says. */
    record Ballot(VoteId vote, SeatId seat, Choice.Stance choice, boolean secret) {}

    Order(String path, String body) {
        this(path, body, null);
    }

    Order(String path, String body, @Nullable Ballot ballot) {
        this(path, body, ballot, UUID.randomUUID());
    }

    private Order(String path, String body, @Nullable Ballot ballot, UUID key) {
        this.key = key;
        this.path = path;
        this.body = body;
        this.ballot = ballot;
    }

    /** Another order under the same key. */
    Order saying(String other) {
        return new Order(path, other, ballot, key);
    }

    String path() {
        return path;
    }

    String body() {
        return body;
    }

    UUID key() {
        return key;
    }

    /** The ballot that it casts; null where it does something else. */
    @Nullable Ballot ballot() {
        return ballot;
    }

    /** Whether it was sent at all. */
    boolean isSent() {
        return sent;
    }

    void sending() {
        sent = true;
    }

    /** What it was answered, or null as long as nobody knows. */
    @Nullable String answer() {
        return answer;
    }

    void answered(String body) {
        answer = body;
    }

    @Override
    public String toString() {
        return path + " " + body;
    }
}
