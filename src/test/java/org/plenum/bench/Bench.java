package org.plenum.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.plenum.ledger.LedgerFactory;
import org.plenum.ledger.StreamId;
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
        return 0;
    }

    /** Measures in an empty folder, and leaves it empty. */
    static Findings measure(Plan plan, Path folder, Product product) throws Exception {
        var findings = new Findings();
        var many = Files.createDirectories(folder.resolve("many"));
        var some = Files.createDirectories(folder.resolve("some"));
        try {
            var hall = Meeting.of("hall", plan.hall());
            Casting.inProcess(plan, many, hall, findings);
            Reading.replay(many, hall, findings);
            var events = fill(plan, some);
            Starting.fresh(plan, product, folder, findings);
            Starting.withMany(plan, product, many, events(many, hall), findings);
            serve(plan, product, some, events, findings);
            Evidence.measure(product, many, hall, events(many, hall), findings);
        } finally {
            delete(folder);
        }
        return findings;
    }

    private record Events(long questioned, long large) {}

    private static Events fill(Plan plan, Path data) throws Exception {
        try (var ledger = LedgerFactory.open(data)) {
            Reading.fill(ledger, QUESTIONED, plan.questioned());
            Reading.fill(ledger, LARGE, plan.opened());
            return new Events(
                    ledger.reader().head(StreamId.of(QUESTIONED.session())),
                    ledger.reader().head(StreamId.of(LARGE.session())));
        }
    }

    private static long events(Path data, Meeting meeting) {
        try (var ledger = LedgerFactory.open(data)) {
            return ledger.reader().head(StreamId.of(meeting.session()));
        }
    }

    private static void serve(Plan plan, Product product, Path data, Events events, Findings findings)
            throws Exception {
        try (var server = product.serve(data)) {
            Reading.cold(server, LARGE, events.large(), findings);
            Reading.questions(server, QUESTIONED, events.questioned(), findings);
            Casting.overHttp(plan, server, Meeting.of("http", plan.hall()), findings);
            Hall.measure(plan, server, findings);
            findings.aim(Aim.under("resident memory, at most, under all these loads", 512, server.peakMegabytes())
                    .otherwise("The heap is bounded; the rest is code, threads and the network's buffers."));
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
