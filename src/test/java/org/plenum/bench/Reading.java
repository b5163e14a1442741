package org.plenum.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.IntFunction;
import org.plenum.ledger.Ledger;
import org.plenum.ledger.LedgerFactory;
import org.plenum.ledger.StreamId;
import org.plenum.projection.report.SessionFold;

/** How fast events are folded again, and questions answered. */
final class Reading {
    static final String FOLDS = "folds";
    static final String OPENED = "opened";
    static final String QUESTIONS = "questions";

    private static final int ASKED = 40;
    private static final Duration UNTIL_READY = Duration.ofSeconds(3);

    private Reading() {}

    /** Folds a large session from the database, in this process. */
    static void replay(Path data, Meeting hall, Findings findings) {
        findings.now("events folded");
        try (var ledger = LedgerFactory.open(data)) {
            var stream = StreamId.of(hall.session());
            var events = ledger.reader().head(stream);
            var state = timed(() -> ledger.session(hall.session()));
            var everything = timed(() -> {
                var fold = new SessionFold();
                ledger.reader().read(stream, entry -> fold.apply(entry.ofSession()));
                return fold.view();
            });
            fold(findings, "what decisions need", events, state);
            fold(findings, "everything a report shows, each stated number found again", events, everything);
            findings.aim(Aim.within(
                            "a million events folded into all that a report shows",
                            Duration.ofSeconds(3),
                            everything.multipliedBy(1_000_000).dividedBy(events))
                    .otherwise(
                            "Rows are read and understood on one core while the other folds; with a single core, or where "
                                    + "other work takes one, it is the sum of both."));
        }
    }

    private static void fold(Findings findings, String what, long events, Duration took) {
        findings.row(FOLDS, what, Said.count(events), Said.time(took), Said.rate(events * 1e9 / took.toNanos()));
    }

    /** A session of so many events, its last vote open. */
    static void fill(Ledger ledger, Meeting meeting, int events) throws Exception {
        var chair = new LedgerVoice(ledger, meeting);
        chair.begin();
        var voting = Voting.begin(meeting.seats(), chair);
        while (ledger.reader().head(StreamId.of(meeting.session())) < events) {
            Load.of(meeting.seats(), Duration.ofMillis(100), voting, () -> chair);
        }
    }

    /** Opens a large session that is under way, in servers just started: at once, and when it was made ready. */
    static void cold(Product product, Path data, Meeting large, long events, Findings findings) throws Exception {
        findings.now("a session opened by a server just started");
        var path = "/api/sessions/" + large.session();
        try (var server = product.serve(data);
                var line = new HttpLine(server.port())) {
            var atOnce = timed(() -> command(line, path));
            opened(findings, "the first command, the moment the server answers", events, atOnce);
            findings.aim(Aim.within(
                            "a session of " + Said.count(events)
                                    + " events opened by its first command, the moment the server answers",
                            Duration.ofSeconds(1),
                            atOnce)
                    .otherwise(
                            "A process just started runs code that is not compiled yet; the same fold in a process that "
                                    + "has run before is told above."));
        }
        try (var server = product.serve(data);
                var line = new HttpLine(server.port())) {
            Thread.sleep(UNTIL_READY);
            opened(findings, "the first command, three seconds later", events, timed(() -> command(line, path)));
            opened(
                    findings,
                    "the first question then",
                    events,
                    timed(() -> line.get(path).good()));
        }
    }

    private static String command(HttpLine line, String session) throws IOException {
        return line.post(session + "/quorum-checks", "{}").good();
    }

    private static void opened(Findings findings, String how, long events, Duration took) {
        findings.row(OPENED, how, Said.count(events), Said.time(took));
    }

    /** Asks a session that is in use. */
    static void questions(Product.Server server, Meeting meeting, long events, Findings findings) throws IOException {
        findings.now("questions");
        try (var line = new HttpLine(server.port())) {
            var path = "/api/sessions/" + meeting.session();
            var now = LocalDateTime.now(ZoneId.of("Europe/Rome")).truncatedTo(ChronoUnit.MINUTES);
            var report = asked(line, _ -> path + "/report");
            question(findings, "its report", events, report);
            question(
                    findings,
                    "who was there, as known at a position",
                    events,
                    asked(line, i -> path + "/attendance?position=" + (events / 2 + i)));
            question(
                    findings,
                    "its report as known at a position",
                    events,
                    asked(line, i -> path + "/report?position=" + (events - 1 - i)));
            question(findings, "its report as at a time", events, asked(line, _ -> path + "/report?at=" + now));
            question(findings, "where it stands", events, asked(line, _ -> path));
            findings.aim(
                    Aim.within("a report of " + Said.count(events) + " events", Duration.ofMillis(50), report.median())
                            .otherwise(
                                    "The session is kept folded; what takes the time is to write the report, which tells every "
                                            + "ballot of every vote."));
        }
    }

    private static Latencies asked(HttpLine line, IntFunction<String> path) throws IOException {
        var latencies = new Latencies();
        for (var i = 0; i < 2 * ASKED; i++) {
            var begun = System.nanoTime();
            line.get(path.apply(i)).good();
            if (i >= ASKED) {
                latencies.add(System.nanoTime() - begun);
            }
        }
        return latencies;
    }

    private static void question(Findings findings, String what, long events, Latencies took) {
        findings.row(QUESTIONS, what, Said.count(events), Said.time(took.median()), Said.time(took.within(0.99)));
    }

    private interface Work {
        Object done() throws IOException;
    }

    private static Duration timed(Work work) {
        var begun = System.nanoTime();
        try {
            var done = work.done();
            if (done == null) {
                throw new IllegalStateException("nothing was done");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
