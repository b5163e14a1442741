package org.plenum.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.command.Command;
import org.plenum.command.Refusal;
import org.plenum.command.SessionCommand.AnnulVote;
import org.plenum.command.SessionCommand.CastBallot;
import org.plenum.command.SessionCommand.CloseVote;
import org.plenum.command.SessionCommand.OpenElection;
import org.plenum.command.SessionCommand.OpenSession;
import org.plenum.command.SessionCommand.OpenVote;
import org.plenum.event.SessionEvent.SecretBallotCast;
import org.plenum.event.SessionEvent.UrnOpened;
import org.plenum.event.SessionEvent.VoteClosed;
import org.plenum.vocabulary.Candidate;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.ChoiceCount;
import org.plenum.vocabulary.ElectionRule;
import org.plenum.vocabulary.FreeText;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.Method;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.VoteId;

/** A secret vote's storage says who took part and nothing more. */
class SecretVoteTest {
    private static final VoteId VOTE = new VoteId("secret");
    private static final int SEATS = 40;

    @TempDir
    private Path folder;

    private Ledger ledger;
    private final Sitting sitting = Sitting.of("secret-sitting", SEATS);

    @BeforeEach
    void openVote() {
        ledger = LedgerFactory.open(folder);
        var commands = new ArrayList<Command>(List.of(sitting.found(), sitting.convene()));
        for (var i = 1; i <= SEATS; i++) {
            commands.add(sitting.arrival(i));
        }
        commands.add(new OpenSession(sitting.session()));
        commands.add(new OpenVote(
                sitting.session(), VOTE, List.of(), "Whom?", Method.SECRET, null, false, null, null, null, null));
        sitting.play(ledger, commands);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Answer cast(int seat, Choice.Stance stance, String key) {
        return ledger.submit(Sitting.keyed(sitting.ballot(VOTE, seat, stance), key))
                .join();
    }

    private static Choice.Stance stanceOf(int seat) {
        return seat % 3 == 0 ? Choice.Stance.AGAINST : Choice.Stance.FOR;
    }

    private List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        ledger.reader().read(sitting.stream(), entries::add);
        return entries;
    }

    private List<Path> keys() throws IOException {
        try (var files = Files.list(folder.resolve("urn-keys"))) {
            return files.toList();
        }
    }

    private void awaitNoKeys() throws IOException {
        while (!keys().isEmpty()) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    @Test
    void countsWhatWasCastAcrossARestartAndDestroysTheKey() throws IOException {
        for (var seat = 1; seat <= 20; seat++) {
            assertThat(cast(seat, stanceOf(seat), "k" + seat)).isInstanceOf(Answer.Accepted.class);
        }
        ledger.close();
        ledger = LedgerFactory.open(folder);
        for (var seat = 21; seat <= 30; seat++) {
            cast(seat, stanceOf(seat), "k" + seat);
        }
        assertThat(keys()).hasSize(1);
        sitting.play(ledger, List.of(new CloseVote(sitting.session(), VOTE)));
        var all = entries();
        assertThat(all.get(all.size() - 2).recorded().event())
                .isEqualTo(new UrnOpened(
                        VOTE,
                        List.of(new ChoiceCount(Choice.Stance.AGAINST, 10), new ChoiceCount(Choice.Stance.FOR, 20))));
        assertThat(((VoteClosed) all.getLast().recorded().event()).outcome()).isEqualTo(Outcome.CARRIED);
        awaitNoKeys();
    }

    @Test
    void aRepeatedBallotIsAnsweredAsTheFirstAndCountedOnce() {
        var first = (Answer.Accepted) cast(1, Choice.Stance.FOR, "same");
        var again = (Answer.Accepted) cast(1, Choice.Stance.FOR, "same");
        // What it chose is not kept, so another choice under the same key cannot be told from the same.
        var other = (Answer.Accepted) cast(1, Choice.Stance.AGAINST, "same");
        assertThat(again.position()).isEqualTo(first.position());
        assertThat(other.position()).isEqualTo(first.position());
        assertThat(cast(2, Choice.Stance.FOR, "same"))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.KeyReused.class));
        sitting.play(ledger, List.of(new CloseVote(sitting.session(), VOTE)));
        assertThat(entries().stream().filter(e -> e.recorded().event() instanceof UrnOpened))
                .singleElement()
                .satisfies(e -> assertThat(((UrnOpened) e.recorded().event()).ballots())
                        .containsExactly(new ChoiceCount(Choice.Stance.FOR, 1)));
    }

    @Test
    void aRefusedBallotLeavesTheUrnAsItWas() {
        cast(1, Choice.Stance.FOR, "a");
        assertThat(cast(1, Choice.Stance.AGAINST, "b")).isInstanceOf(Answer.Refused.class);
        sitting.play(ledger, List.of(new CloseVote(sitting.session(), VOTE)));
        assertThat(((VoteClosed) entries().getLast().recorded().event()).counts())
                .satisfies(counts -> assertThat(counts.against()).isZero());
    }

    @Test
    void anAnnulledVotesUrnIsGoneWithItsKey() throws IOException, SQLException {
        cast(1, Choice.Stance.FOR, "a");
        sitting.play(ledger, List.of(new AnnulVote(sitting.session(), VOTE, new FreeText("mistake"))));
        awaitNoKeys();
        assertThat(urns()).isZero();
    }

    @Test
    void aSecretElectionPublishesPreferencesWithoutTheirOrderAndNoSeatBesideThem() throws IOException {
        var vote = new VoteId("chair");
        var rossi = new CandidateId("rossi");
        var verdi = new CandidateId("verdi");
        sitting.play(
                ledger,
                List.of(
                        new CloseVote(sitting.session(), VOTE),
                        new OpenElection(
                                sitting.session(),
                                vote,
                                List.of(),
                                "Whom?",
                                Method.SECRET,
                                new ElectionRule(
                                        1,
                                        2,
                                        List.of(ElectionRule.Round.MOST_VOTES),
                                        ElectionRule.Ties.LOT,
                                        Measure.HEADS),
                                List.of(new Candidate(rossi, "Rossi", null), new Candidate(verdi, "Verdi", null)),
                                null)));
        deposit(vote, 1, new Choice.Preferences(List.of(verdi, rossi)));
        deposit(vote, 2, new Choice.Preferences(List.of(rossi, verdi)));
        deposit(vote, 3, new Choice.Preferences(List.of(rossi)));
        ledger.close();
        ledger = LedgerFactory.open(folder);
        deposit(vote, 4, Choice.Stance.BLANK);
        sitting.play(ledger, List.of(new CloseVote(sitting.session(), vote)));
        var all = entries();
        assertThat(all.get(all.size() - 2).recorded().event())
                .isEqualTo(new UrnOpened(
                        vote,
                        List.of(
                                new ChoiceCount(Choice.Stance.BLANK, 1),
                                new ChoiceCount(new Choice.Preferences(List.of(rossi)), 1),
                                new ChoiceCount(new Choice.Preferences(List.of(rossi, verdi)), 2))));
        assertThat(((VoteClosed) all.getLast().recorded().event()).outcome()).isEqualTo(Outcome.CARRIED);
        assertThat(all)
                .filteredOn(entry -> entry.recorded().event() instanceof SecretBallotCast)
                .allSatisfy(entry -> assertThat(entry.toString()).doesNotContain("rossi", "verdi", "blank"));
        awaitNoKeys();
    }

    private void deposit(VoteId vote, int seat, Choice choice) {
        var cast = new CastBallot(sitting.session(), vote, new SeatId("s" + seat), choice);
        assertThat(ledger.submit(Sitting.keyed(cast, "deposit " + seat)).join()).isInstanceOf(Answer.Accepted.class);
    }

    private int urns() throws SQLException {
        try (var connection = ledger.dataSource().getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT COUNT(*) FROM urn")) {
            result.next();
            return result.getInt(1);
        }
    }

    /** The expert's look: two votes that differ only in who chose what leave, but for randomness and times, the same. */
    @Test
    void nothingStoredDependsOnWhoChoseWhat() throws IOException, SQLException {
        var random = new Random(20260310);
        var order = new ArrayList<Integer>();
        for (var seat = 1; seat <= SEATS; seat++) {
            order.add(seat);
        }
        Collections.shuffle(order, random);
        for (var seat : order) {
            cast(seat, stanceOf(seat), "k" + seat);
        }
        sitting.play(ledger, List.of(new CloseVote(sitting.session(), VOTE)));
        awaitNoKeys();
        assertThat(urns()).isZero();
        for (var entry : entries()) {
            if (entry.recorded().event() instanceof SecretBallotCast) {
                assertThat(entry.toString()).doesNotContain("\"for\"").doesNotContain("against");
                assertThat(entry.line().length)
                        .as("the length of an entry depends on its seat and position alone")
                        .isEqualTo(expectedLength(entry));
            }
        }
        try (var connection = ledger.dataSource().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT command_fingerprint, position FROM entry WHERE event = 'SecretBallotCast'")) {
            while (rows.next()) {
                assertThat(rows.getBytes(1)).isEqualTo(expectedFingerprint(rows.getLong(2)));
            }
        }
        ledger.close();
        // Every page that the database ever wrote: no key, and no urn that any remaining key opens.
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.endsWith(".key"));
        }
        ledger = LedgerFactory.open(folder);
    }

    /** Two secret votes and elections that differ in who chose what alone leave the same rows, byte for byte. */
    @Test
    void whoChoseWhatChangesNoRow(@TempDir Path one, @TempDir Path other) throws SQLException, IOException {
        assertThat(rows(one, seat -> seat % 2 == 0)).isEqualTo(rows(other, seat -> seat > SEATS / 2));
    }

    private List<String> rows(Path elsewhere, IntPredicate chooses) throws SQLException, IOException {
        var salts = new AtomicInteger();
        SaltSource counted = () -> ByteBuffer.allocate(SaltSource.LENGTH)
                .putInt(salts.incrementAndGet())
                .array();
        var dump = new ArrayList<String>();
        byte[] key;
        try (var still =
                LedgerFactory.open(H2Storage.open(elsewhere), () -> Instant.parse("2026-11-25T20:00:00Z"), counted)) {
            var commands = new ArrayList<Command>(List.of(sitting.found(), sitting.convene()));
            for (var i = 1; i <= SEATS; i++) {
                commands.add(sitting.arrival(i));
            }
            commands.add(new OpenSession(sitting.session()));
            commands.add(new OpenVote(
                    sitting.session(),
                    VOTE,
                    List.of(),
                    "Shall it?",
                    Method.SECRET,
                    null,
                    false,
                    null,
                    null,
                    null,
                    null));
            sitting.play(still, commands);
            key = onlyKey(elsewhere);
            for (var seat = 1; seat <= SEATS; seat++) {
                var stance = chooses.test(seat) ? Choice.Stance.FOR : Choice.Stance.AGAINST;
                give(still, sitting.ballot(VOTE, seat, stance), "q" + seat);
            }
            var election = new VoteId("chair");
            var rossi = new CandidateId("rossi");
            var verdi = new CandidateId("verdi");
            var standing = List.of(new Candidate(rossi, "Rossi", null), new Candidate(verdi, "Verdi", null));
            sitting.play(
                    still,
                    List.of(
                            new CloseVote(sitting.session(), VOTE),
                            new OpenElection(
                                    sitting.session(),
                                    election,
                                    List.of(),
                                    "Whom?",
                                    Method.SECRET,
                                    null,
                                    standing,
                                    null)));
            for (var seat = 1; seat <= SEATS; seat++) {
                var chosen = chooses.test(seat) ? rossi : verdi;
                give(still, sitting.ballot(election, seat, new Choice.Preferences(List.of(chosen))), "e" + seat);
            }
            sitting.play(still, List.of(new CloseVote(sitting.session(), election)));
            try (var connection = still.dataSource().getConnection();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT * FROM entry ORDER BY global_index")) {
                var columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    var row = new StringBuilder();
                    for (var column = 1; column <= columns; column++) {
                        var value = rows.getObject(column);
                        row.append(
                                        value instanceof byte[] bytes
                                                ? HexFormat.of().formatHex(bytes)
                                                : value)
                                .append('|');
                    }
                    dump.add(row.toString());
                }
            }
        }
        assertNoFileHolds(elsewhere, key);
        return dump;
    }

    private static void give(Ledger ledger, Command command, String key) {
        assertThat(ledger.submit(Sitting.keyed(command, key)).join()).isInstanceOf(Answer.Accepted.class);
    }

    private static byte[] onlyKey(Path folder) throws IOException {
        try (var files = Files.list(folder.resolve("urn-keys"))) {
            return Files.readAllBytes(files.findFirst().orElseThrow());
        }
    }

    /** Not even in old pages of the database is there the key under which the urn was closed. */
    private static void assertNoFileHolds(Path folder, byte[] key) throws IOException {
        var wanted = new String(key, StandardCharsets.ISO_8859_1);
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(wanted))
                        .as("%s holds the key", file)
                        .isFalse();
            }
        }
    }

    private static int expectedLength(Entry entry) {
        var cast = (SecretBallotCast) entry.recorded().event();
        var base =
                "{\"session\":\"secret-sitting\",\"position\":,\"previous\":\"\",\"event\":\"SecretBallotCast\",\"version\":1,"
                        + "\"recordedAt\":\"2026-11-23T10:00:00.000000Z\",\"actor\":\"local\",\"payload\":{\"vote\":\"secret\",\"seat\":\"\"},"
                        + "\"salt\":\"\"}";
        return base.getBytes(StandardCharsets.UTF_8).length
                + Long.toString(entry.position()).length()
                + 44
                + 24
                + cast.seat().value().length();
    }

    private byte[] expectedFingerprint(long position) {
        var cast =
                (SecretBallotCast) entries().get((int) position - 1).recorded().event();
        var number = Integer.parseInt(cast.seat().value().substring(1));
        return Fingerprint.blind(List.of(Sitting.submission(sitting.ballot(VOTE, number, Choice.Stance.VOID))))
                .bytes();
    }
}
