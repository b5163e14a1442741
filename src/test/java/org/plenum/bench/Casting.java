package org.plenum.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
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

    /** In process, with the notary at work; leaves at least so many events as the plan calls a million. */
    static void inProcess(Plan plan, Path data, Meeting hall, Findings findings) throws Exception {
        var beside = Files.createDirectories(data.resolveSibling("floor"));
        try (var ledger = LedgerFactory.open(data);
                var notary = Notary.open(ledger, data, Clock.systemUTC())) {
            var chair = new LedgerVoice(ledger, hall);
            findings.now("a hall of " + Said.count(hall.seats()) + " seats meets, and warms up");
            chair.begin();
            var voting = Voting.begin(hall.seats(), chair);
            Load.of(USUAL_CLIENTS, plan.warmUp(), voting, () -> chair);
            findings.now("ballots in process");
            var part = plan.each().dividedBy(2);
            var floor = Floor.measure(beside, part);
            for (var clients : plan.clients()) {
                var load = Load.of(clients, plan.each(), voting, () -> chair);
                row(findings, IN_PROCESS, load, String.format(Locale.ROOT, "%.0f", load.cpuMicros()));
                if (clients == USUAL_CLIENTS) {
                    findings.aim(Aim.atLeast(
                                    "durable ballots a second in process, 64 clients",
                                    WANTED_IN_PROCESS,
                                    load.ballotsPerSecond())
                            .otherwise(PROCESSORS));
                    findings.aim(Aim.within("the same, answered (99 of 100)", Duration.ofMillis(20), load.p99())
                            .otherwise(PAUSES));
                    floor = (floor + Floor.measure(beside, part)) / 2;
                    findings.aim(Aim.atLeastTimes(
                                    "the same, above the floor",
                                    WANTED_TIMES_THE_FLOOR,
                                    load.ballotsPerSecond() / floor)
                            .otherwise("The disk syncs so fast that there is little to share."));
                }
            }
            findings.row(IN_PROCESS, "floor: one row, one commit, one sync", Said.rate(floor), "", "", "", "");
            findings.now("ballots until there are " + Said.count(plan.million()) + " events");
            while (ledger.reader().lastIndex() < plan.million()) {
                Load.of(4 * USUAL_CLIENTS, Duration.ofSeconds(1), voting, () -> chair);
            }
            notary.covering(ledger.reader().lastIndex()).join();
        }
    }

    /** Over HTTP, from this process to a server. */
    static void overHttp(Plan plan, Product.Server server, Meeting hall, Findings findings) throws Exception {
        try (var chair = new HttpVoice(server.port(), hall, false)) {
            findings.now("a hall meets over HTTP, and warms up");
            chair.begin(hall);
            var voting = Voting.begin(hall.seats(), chair);
            Load.of(USUAL_CLIENTS, plan.warmUp(), voting, () -> new HttpVoice(server.port(), hall, false));
            findings.now("ballots over HTTP");
            for (var clients : plan.clients()) {
                var load = Load.of(clients, plan.each(), voting, () -> new HttpVoice(server.port(), hall, false));
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
            var keyed = Load.of(USUAL_CLIENTS, plan.each(), voting, () -> new HttpVoice(server.port(), hall, true));
            row(findings, OVER_HTTP, keyed, "yes");
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
