package org.plenum.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.plenum.ledger.LedgerFactory;
import org.plenum.ledger.StreamId;
import org.plenum.proof.notary.Notary;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures everything, one thing after another, and writes what it found. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures Plenum and writes docs/performance.md.")
final class Bench implements Callable<Integer> {
    private static final Meeting QUESTIONED = Meeting.of("questioned", 200);
    private static final Meeting LARGE = Meeting.of("large", 200);
    private static final Meeting MILLION = Meeting.of("million", 1_000);

    @Option(names = "--quick", description = "A short trial; it writes no document.")
    private boolean quick;

    @Option(names = "--folder", required = true, description = "An empty folder on the disk that is measured.")
    private Path folder = Path.of("");

    @Option(names = "--document", required = true, description = "The document to write.")
    private Path document = Path.of("");

    @Parameters(arity = "1..*", description = "The words that start Plenum's command line.")
    private List<String> product = List.of();

    /** Runs it; {@code scripts/bench} knows how. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var findings = measure(quick ? Plan.quick() : Plan.full(), folder, new Product(product));
        var text = PerformancePage.of(findings, Machine.here(), quick);
        if (quick) {
            System.out.print(text);
        } else {
            Files.writeString(document, text);
            System.err.println("bench: written to " + document);
        }
        return findings.failures().isEmpty() ? 0 : 1;
    }

    /** Measures in an empty folder, and leaves it empty. A part that fails is told, and the others are measured. */
    static Findings measure(Plan plan, Path folder, Product product) throws IOException {
        var findings = new Findings();
        var many = Files.createDirectories(folder.resolve("many"));
        var some = Files.createDirectories(folder.resolve("some"));
        try {
            findings.part("ballots in process", () -> Casting.inProcess(plan, many, MILLION, findings));
            findings.part("growth", () -> Growth.measure(plan, folder, findings));
            findings.part("folds", () -> Reading.replay(many, MILLION, findings));
            findings.part("starts", () -> {
                Starting.fresh(plan, product, folder, findings);
                Starting.withMany(plan, product, many, lastIndex(many), findings);
            });
            findings.part("questions", () -> asks(plan, product, some, findings));
            findings.part("ballots over HTTP", () -> {
                try (var server = product.serve(some)) {
                    Casting.overHttp(plan, server, findings);
                    memory("voting", server, findings);
                }
            });
            findings.part("screens", () -> {
                try (var server = product.serve(some)) {
                    Hall.measure(plan, server, findings);
                    memory("with " + Said.count(plan.connected()) + " connected", server, findings);
                }
            });
            findings.part("evidence", () -> {
                var large = new Evidence.Stored(many, MILLION, head(many, MILLION));
                var small = new Evidence.Stored(some, LARGE, head(some, LARGE));
                Evidence.measure(product, large, small, findings);
            });
        } finally {
            delete(folder);
        }
        return findings;
    }

    private static void memory(String when, Product.Server server, Findings findings) {
        findings.aim(Aim.under("resident memory of the server, at most, " + when, 512, server.peakMegabytes())
                .otherwise(
                        "The heap grows until collecting takes less than a fifth of the time; the rest is code, what the "
                                + "collector itself needs, and, for each connection, some 80 KB of buffers."));
    }

    private static void asks(Plan plan, Product product, Path data, Findings findings) throws Exception {
        try (var ledger = LedgerFactory.open(data);
                var notary = Notary.open(ledger, data, Clock.systemUTC())) {
            Reading.fill(ledger, QUESTIONED, plan.questioned());
            Reading.fill(ledger, LARGE, plan.opened());
            notary.covering(ledger.reader().lastIndex()).join();
        }
        var questioned = head(data, QUESTIONED);
        Reading.cold(product, data, LARGE, head(data, LARGE), findings);
        try (var server = product.serve(data)) {
            Reading.questions(server, QUESTIONED, questioned, findings);
        }
    }

    private static long head(Path data, Meeting meeting) {
        try (var ledger = LedgerFactory.open(data)) {
            return ledger.reader().head(StreamId.of(meeting.session()));
        }
    }

    private static long lastIndex(Path data) {
        try (var ledger = LedgerFactory.open(data)) {
            return ledger.reader().lastIndex();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
