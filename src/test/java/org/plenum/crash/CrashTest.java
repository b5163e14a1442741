package org.plenum.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.audit.StoreAudit;
import org.plenum.event.Event;
import org.plenum.event.SessionEvent.BallotCast;
import org.plenum.event.SessionEvent.SecretBallotCast;
import org.plenum.event.SessionEvent.UrnOpened;
import org.plenum.event.SessionEvent.VoteClosed;
import org.plenum.ledger.Entry;
import org.plenum.ledger.Ledger;
import org.plenum.ledger.LedgerFactory;
import org.plenum.ledger.StreamId;
import org.plenum.proof.notary.Notary;
import org.plenum.proof.notary.TreeStore;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.ChoiceCount;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.VoteId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real server is killed at random moments while several clients vote, some of them while it ends because it was asked
 * to, and started again with what is left. Whatever was answered must be there, once, at its place; whatever was not is sent
 * again and must end up there once. In the end the server is asked to stop, and everything adds up.
 */
@Tag("slow")
class CrashTest {
    private static final int KILLS = Integer.getInteger("plenum.kills", 10);

    /** Every run has a seed of its own and prints it; what the machine does in between is not repeated by it. */
    private static final long SEED = Long.getLong("plenum.seed", System.nanoTime());

    /** How long the server may work at most before it is killed. */
    private static final int LONGEST_MILLIS = 2_000;

    /** How long it may have at most to end by itself, where it is asked to before it is killed. */
    private static final int LONGEST_END_MILLIS = 600;

    /** How many answered commands are given again after each kill. */
    private static final int REPEATED = 20;

    private static final JsonMapper MAPPER = JsonMapper.shared();

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final Play play = new Play(random);

    private Path data() {
        return folder.resolve("data");
    }

    private Path log() {
        return folder.resolve("log");
    }

    /** A ballot as it stands in the ledger. */
    private record Stored(Entry entry, VoteId vote, SeatId seat) {}

    private static Optional<Stored> ballot(Entry entry) {
        return switch (entry.recorded().event()) {
            case BallotCast(var vote, var seat, var _) -> Optional.of(new Stored(entry, vote, seat));
            case SecretBallotCast(var vote, var seat) -> Optional.of(new Stored(entry, vote, seat));
            case Event _ -> Optional.empty();
        };
    }

    @Test
    void nothingAnsweredIsLostAndNothingIsCountedTwice() throws InterruptedException {
        System.out.println("seed " + SEED + ": " + KILLS + " kills");
        List<Entry> left = List.of();
        for (var kill = 1; kill <= KILLS; kill++) {
            var delay = random.nextInt(LONGEST_MILLIS);
            var ending = random.nextBoolean() ? random.nextInt(LONGEST_END_MILLIS) : -1;
            workUntilKilled(left, delay, ending);
            left = whatIsLeft();
            System.out.printf(
                    "seed %d: kill %d after %d ms%s: %d entries, %d commands without an answer, of which %d ballots are recorded%n",
                    SEED,
                    kill,
                    delay,
                    ending < 0 ? "" : " and " + ending + " ms of ending",
                    left.size(),
                    play.unanswered().size(),
                    recorded(left).size());
        }
        try (var server = ChildServer.start(data(), log());
                var client = HttpClient.newHttpClient()) {
            sayAgain(client, server.address(), left);
            play.votes(client, server.address(), 3);
            checkJournal(client, server.address());
            assertThat(server.stop()).isEqualTo(ChildServer.TERMINATED);
        }
        whatIsLeft();
        addsUp();
        saysNothingOfChoices();
    }

    /** Where {@code ending} is not negative, the server is asked to end, and has so many milliseconds for it. */
    private void workUntilKilled(List<Entry> left, int delay, int ending) throws InterruptedException {
        var killed = new AtomicBoolean();
        try (var server = ChildServer.start(data(), log());
                var client = HttpClient.newHttpClient()) {
            sayAgain(client, server.address(), left);
            var killer = Thread.ofPlatform().start(() -> {
                LockSupport.parkNanos(delay * 1_000_000L);
                killed.set(true);
                if (ending >= 0) {
                    server.ask();
                    LockSupport.parkNanos(ending * 1_000_000L);
                }
                server.kill();
            });
            play.untilTheEnd(client, server.address());
            assertThat(killed).as("the server was there until it was killed").isTrue();
            killer.join();
            // Asked to end, it may have done so.
            assertThat(server.exitCode())
                    .isIn(ChildServer.KILLED, ending < 0 ? ChildServer.KILLED : ChildServer.TERMINATED);
        }
    }

    /** Looks at a copy of what the dead server left, before the next one touches it, and returns all its entries. */
    private List<Entry> whatIsLeft() {
        var copy = folder.resolve("copy-" + random.nextInt(Integer.MAX_VALUE));
        copy(data(), copy);
        try (var ledger = LedgerFactory.open(copy);
                var notary = Notary.open(ledger, copy, Clock.systemUTC())) {
            var entries = gapless(ledger);
            checkAnswers(entries);
            notary.covering(ledger.reader().lastIndex()).join();
            var verdicts = StoreAudit.run(ledger, new TreeStore(ledger.dataSource()), _ -> {});
            assertThat(verdicts.wrong()).isEmpty();
            return entries;
        }
    }

    private static List<Entry> gapless(Ledger ledger) {
        var index = new long[1];
        ledger.reader()
                .readLines(0, Long.MAX_VALUE, line -> assertThat(line.index()).isEqualTo(++index[0]));
        var entries = new ArrayList<Entry>();
        // The reader itself stops at a gap, and at an entry that does not follow on the one before it.
        ledger.reader().read(StreamId.of(Play.SESSION), entries::add);
        for (var i = 0; i < entries.size(); i++) {
            assertThat(entries.get(i).position()).isEqualTo(i + 1L);
        }
        return entries;
    }

    private void checkAnswers(List<Entry> entries) {
        var ballots = new HashMap<String, Stored>();
        for (var entry : entries) {
            ballot(entry)
                    .ifPresent(stored -> assertThat(ballots.put(stored.vote() + " " + stored.seat(), stored))
                            .as("%s is counted once in %s", stored.seat(), stored.vote())
                            .isNull());
        }
        for (var order : play.orders()) {
            var answer = order.answer();
            if (answer != null && order.path().startsWith("/api/sessions/")) {
                var receipt = json(answer);
                var position = receipt.get("position").asInt();
                assertThat(entries).as("%s was answered %s", order, answer).hasSizeGreaterThanOrEqualTo(position);
                var entry = entries.get(position - 1);
                assertThat(entry.hash().hex())
                        .isEqualTo(receipt.get("entryHash").asString());
                var said = order.ballot();
                if (said != null) {
                    assertThat(ballots.get(said.vote() + " " + said.seat()))
                            .as("%s was answered %s", order, answer)
                            .isEqualTo(new Stored(entry, said.vote(), said.seat()));
                }
            }
        }
    }

    /** The ballots that were recorded although nobody was told, with their entries. */
    private Map<Order, Entry> recorded(List<Entry> left) {
        var recorded = new HashMap<Order, Entry>();
        for (var order : play.unanswered()) {
            var said = order.ballot();
            if (said != null) {
                left.stream()
                        .flatMap(entry -> ballot(entry).stream())
                        .filter(stored -> stored.vote().equals(said.vote())
                                && stored.seat().equals(said.seat()))
                        .forEach(stored -> recorded.put(order, stored.entry()));
            }
        }
        return recorded;
    }

    /** A server that starts with what is left answers what is said again as it did, or would have done, the first time. */
    private void sayAgain(HttpClient client, String address, List<Entry> left) throws InterruptedException {
        assertThat(head(client, address)).isEqualTo(left.size());
        for (var told : recorded(left).entrySet()) {
            var receipt = json(said(client, address, told.getKey()));
            assertThat(receipt.get("position").asLong())
                    .isEqualTo(told.getValue().position());
            assertThat(receipt.get("entryHash").asString())
                    .isEqualTo(told.getValue().hash().hex());
        }
        var answered =
                play.orders().stream().filter(order -> order.answer() != null).toList();
        for (var order : answered.subList(Math.max(0, answered.size() - REPEATED), answered.size())) {
            assertThat(said(client, address, order)).isEqualTo(order.answer());
            sayOtherwise(client, address, order);
        }
        assertThat(head(client, address)).as("saying it again records nothing").isEqualTo(left.size());
    }

    /** Whoever holds the key of somebody's secret ballot does not learn from the ledger what it chose. */
    private static void sayOtherwise(HttpClient client, String address, Order order) throws InterruptedException {
        var said = order.ballot();
        if (said != null) {
            var other = said.choice() == Choice.Stance.FOR ? Choice.Stance.AGAINST : Choice.Stance.FOR;
            var otherwise =
                    Objects.requireNonNull(Play.send(client, address, order.saying(Play.body(said.seat(), other))));
            assertThat(otherwise.statusCode()).isEqualTo(said.secret() ? 200 : 409);
            if (said.secret()) {
                assertThat(otherwise.body()).isEqualTo(order.answer());
            }
        }
    }

    private static String said(HttpClient client, String address, Order order) throws InterruptedException {
        var response = Objects.requireNonNull(Play.send(client, address, order));
        assertThat(response.statusCode()).as(response.body()).isIn(200, 201);
        return response.body();
    }

    private int head(HttpClient client, String address) throws InterruptedException {
        var answer = get(client, address, "/api/sessions/" + Play.SESSION + "/events?limit=1");
        return answer.path("head").asInt(0);
    }

    private void checkJournal(HttpClient client, String address) throws InterruptedException {
        var head = head(client, address);
        var cast = new HashMap<String, Integer>();
        for (var after = 0; after < head; ) {
            for (var event : get(client, address, "/api/sessions/" + Play.SESSION + "/events?after=" + after)
                    .get("events")) {
                assertThat(event.get("position").asInt()).isEqualTo(++after);
                if (event.get("event").asString().endsWith("BallotCast")) {
                    cast.merge(
                            event.get("data").get("vote").asString() + " "
                                    + event.get("data").get("seat").asString(),
                            1,
                            Integer::sum);
                }
            }
        }
        assertThat(cast.values()).containsOnly(1);
        for (var order : play.orders()) {
            var said = order.ballot();
            if (said != null) {
                assertThat(cast).containsKey(said.vote() + " " + said.seat());
            }
        }
    }

    private static JsonNode get(HttpClient client, String address, String path) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create(address + path)).build();
            return json(client.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String text) {
        return MAPPER.readTree(text);
    }

    /** Every vote counted what was cast in it, and of the secret ones no key remains. */
    private void addsUp() {
        try (var ledger = LedgerFactory.open(data())) {
            var entries = gapless(ledger);
            assertThat(data().resolve("urn-keys")).isEmptyDirectory();
            play.votes().forEach((vote, secret) -> {
                var expected = new HashMap<Choice, Integer>();
                play.orders().stream()
                        .flatMap(order -> Optional.ofNullable(order.ballot()).stream())
                        .filter(said -> said.vote().equals(vote))
                        .forEach(said -> expected.merge(said.choice(), 1, Integer::sum));
                assertThat(secret ? urn(entries, vote) : ballots(entries, vote)).isEqualTo(expected);
                var closed = entries.stream()
                        .map(entry -> entry.recorded().event())
                        .filter(event ->
                                event instanceof VoteClosed end && end.vote().equals(vote))
                        .toList();
                assertThat(closed).singleElement().isInstanceOfSatisfying(VoteClosed.class, end -> {
                    var counts = Objects.requireNonNull(end.counts());
                    assertThat(counts.inFavour()).isEqualByComparingTo(count(expected, Choice.Stance.FOR));
                    assertThat(counts.against()).isEqualByComparingTo(count(expected, Choice.Stance.AGAINST));
                    assertThat(counts.abstain()).isEqualByComparingTo(count(expected, Choice.Stance.ABSTAIN));
                });
            });
        }
    }

    private static BigDecimal count(Map<Choice, Integer> counts, Choice choice) {
        return BigDecimal.valueOf(counts.getOrDefault(choice, 0));
    }

    private static Map<Choice, Integer> urn(List<Entry> entries, VoteId vote) {
        var counts = new HashMap<Choice, Integer>();
        for (var entry : entries) {
            if (entry.recorded().event() instanceof UrnOpened(var of, var ballots) && of.equals(vote)) {
                for (ChoiceCount count : ballots) {
                    counts.merge(count.choice(), count.ballots(), Integer::sum);
                }
            }
        }
        return counts;
    }

    private static Map<Choice, Integer> ballots(List<Entry> entries, VoteId vote) {
        var counts = new HashMap<Choice, Integer>();
        for (var entry : entries) {
            if (entry.recorded().event() instanceof BallotCast(var of, var _, var choice) && of.equals(vote)) {
                counts.merge(choice, 1, Integer::sum);
            }
        }
        return counts;
    }

    /** Whatever servers said to the log, through all their deaths, it names no choice. */
    private void saysNothingOfChoices() {
        try {
            assertThat(Files.readString(log())).doesNotContain("choice").doesNotContain("against");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
