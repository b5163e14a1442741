package org.plenum.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;

/** How long a start takes until the server has answered its first question, and what memory it then has. */
final class Starting {
    static final String STARTS = "starts";

    private static final Duration WANTED = Duration.ofSeconds(5);

    private static final String FRAMEWORK = "Most of a start is the web framework's own.";

    private Starting() {}

    /** In an empty folder. */
    static void fresh(Plan plan, Product product, Path folder, Findings findings) throws Exception {
        findings.now("starts in an empty folder");
        var took = new Latencies();
        Start last = null;
        for (var i = 1; i <= plan.starts(); i++) {
            last = start(product, Files.createDirectories(folder.resolve("fresh-" + i)));
            took.add(last.ready.toNanos());
        }
        row(findings, "an empty folder", took, last);
        findings.aim(Aim.within("ready, started in an empty folder", WANTED, took.median())
                .otherwise(FRAMEWORK));
    }

    /** With everything stored that the loads have left. */
    static void withMany(Plan plan, Product product, Path data, long events, Findings findings) throws Exception {
        findings.now("starts with " + Said.count(events) + " events stored");
        var took = new Latencies();
        Start last = null;
        for (var i = 0; i < plan.starts(); i++) {
            last = start(product, data);
            took.add(last.ready.toNanos());
        }
        row(findings, Said.count(events) + " events stored", took, last);
        findings.aim(Aim.within("ready, with " + Said.count(events) + " events stored", WANTED, took.median())
                .otherwise(FRAMEWORK
                        + " With many events stored, opening the database and reading what lists show come on top."));
        findings.aim(Aim.under(
                        "resident memory once ready, with " + Said.count(events) + " events stored",
                        512,
                        last == null ? OptionalLong.empty() : last.memory)
                .otherwise("The code itself takes half of it; the rest is what lists show."));
    }

    private record Start(Duration ready, OptionalLong memory) {}

    private static Start start(Product product, Path data) throws IOException, InterruptedException {
        try (var server = product.serve(data);
                var line = new HttpLine(server.port())) {
            line.get("/api/sessions").good();
            return new Start(server.age(), server.megabytes());
        }
    }

    private static void row(Findings findings, String what, Latencies took, Start last) {
        findings.row(STARTS, what, Said.time(took.median()), Said.time(took.within(1)), Said.megabytes(last.memory));
    }
}
