package org.plenum.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.plenum.ledger.Ledger;
import org.plenum.ledger.LedgerFactory;
import org.plenum.proof.notary.Notary;

/** How many ballots are recorded so that they last, and how fast each is answered: in this process, and over HTTP. */
final class Casting {
    static final String IN_PROCESS = "in process";
    static final String OVER_HTTP = "over HTTP";

    private static final int USUAL_CLIENTS = 64;
    private static final double WANTED_IN_PROCESS = 20_000;
    private static final double WANTED_TIMES_THE_FLOOR = 5;
    private static final double WANTED_OVER_HTTP = 5_000;

    private static final String PROCESSORS =
            "Processor time is what runs out: clients, the session's writer, the database's own threads, the notary and, "
                    + "over HTTP, the server's and the clients' networking share the processors named above.";
    private static final String PAUSES =
            "The slowest answers are those that a pause of the garbage collector or a single slow sync held up: one of "
                    + "them holds up every client at once.";

    private Casting() {}

    /** In process, with the notary at work; then fills a session with as many events as the plan calls a million. */
    static void inProcess(Plan plan, Path data, Meeting million, Findings findings) throws Exception {
        var beside = Files.createDirectories(data.resolveSibling("floor"));
        try (var ledger = LedgerFactory.open(data);
                var notary = Notary.open(ledger, data, Clock.systemUTC())) {
            findings.now("ballots in process, after a warm-up");
            load(ledger, Meeting.of("warm-up", plan.hall()), USUAL_CLIENTS, plan.warmUp());
            var floor = Floor.measure(beside, plan.each().dividedBy(2));
            for (var clients : plan.clients()) {
                var load = load(ledger, Meeting.of("hall-" + clients, plan.hall()), clients, plan.each());
                row(findings, IN_PROCESS, load, String.format(Locale.ROOT, "%.0f", load.cpuMicros()));
                if (clients == USUAL_CLIENTS) {
                    floor = (floor + Floor.measure(beside, plan.each().dividedBy(2))) / 2;
                    inProcess(load, floor, findings);
                }
            }
            findings.row(IN_PROCESS, "floor: one row, one commit, one sync", Said.rate(floor), "", "", "", "");
            findings.now("a session of " + Said.count(plan.million()) + " events");
            Reading.fill(ledger, million, plan.million());
            notary.covering(ledger.reader().lastIndex()).join();
        }
    }

    /** Each load has a hall of its own, so that none is slowed by what the one before has left in memory. */
    static Load load(Ledger ledger, Meeting hall, int clients, Duration time) throws Exception {
        var chair = new LedgerVoice(ledger, hall);
        chair.begin();
        return Load.of(clients, time, Voting.begin(hall.seats(), chair), () -> chair);
    }

    private static void inProcess(Load load, double floor, Findings findings) {
        findings.aim(Aim.atLeast(
                        "durable ballots a second in process, 64 clients", WANTED_IN_PROCESS, load.ballotsPerSecond())
                .otherwise(PROCESSORS));
        findings.aim(Aim.within("the same, answered (99 of 100)", Duration.ofMillis(20), load.p99())
                .otherwise(PAUSES));
        findings.aim(
                Aim.atLeastTimes("the same, above the floor", WANTED_TIMES_THE_FLOOR, load.ballotsPerSecond() / floor)
                        .otherwise("The disk syncs so fast that there is little to share."));
    }

    /** Over HTTP, from this process to a server. */
    static void overHttp(Plan plan, Product.Server server, Findings findings) throws Exception {
        findings.now("ballots over HTTP, after a warm-up");
        load(server, Meeting.of("http-warm-up", plan.hall()), USUAL_CLIENTS, plan.warmUp(), false);
        for (var clients : plan.clients()) {
            var load = load(server, Meeting.of("http-" + clients, plan.hall()), clients, plan.each(), false);
            row(findings, OVER_HTTP, load, "no");
            if (clients == USUAL_CLIENTS) {
                findings.aim(Aim.atLeast(
                                "durable ballots a second over HTTP, 64 clients",
                                WANTED_OVER_HTTP,
                                load.ballotsPerSecond())
                        .otherwise(PROCESSORS));
                findings.aim(Aim.within("the same, answered (99 of 100)", Duration.ofMillis(50), load.p99())
                        .otherwise(PAUSES));
            }
        }
        var keyed = load(server, Meeting.of("http-keys", plan.hall()), USUAL_CLIENTS, plan.each(), true);
        row(findings, OVER_HTTP, keyed, "yes");
    }

    private static Load load(Product.Server server, Meeting hall, int clients, Duration time, boolean keys)
            throws Exception {
        try (var chair = new HttpVoice(server.port(), hall, false)) {
            chair.begin(hall);
            var voting = Voting.begin(hall.seats(), chair);
            return Load.of(clients, time, voting, () -> new HttpVoice(server.port(), hall, keys));
        }
    }

    private static void row(Findings findings, String table, Load load, String last) {
        findings.row(
                table,
                load.clients() + (load.clients() == 1 ? " client" : " clients"),
                Said.rate(load.ballotsPerSecond()),
                Said.time(load.median()),
                Said.time(load.p99()),
                Said.time(load.longest()),
                last);
    }
}
