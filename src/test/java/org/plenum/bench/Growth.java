package org.plenum.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.plenum.ledger.LedgerFactory;

/** How the database's file grows with ballots that come alone or together, and what the next start makes of it. */
final class Growth {
    static final String FILE = "the file";

    private static final List<Integer> CLIENTS = List.of(1, 64);

    private Growth() {}

    static void measure(Plan plan, Path folder, Findings findings) throws Exception {
        findings.now("how the file grows");
        for (var clients : CLIENTS) {
            var data = Files.createDirectories(folder.resolve("growth-" + clients));
            long entries;
            try (var ledger = LedgerFactory.open(data)) {
                Casting.load(ledger, Meeting.of("growth", plan.hall()), clients, plan.each());
                entries = ledger.reader().lastIndex();
            }
            var grown = size(data);
            var begun = System.nanoTime();
            LedgerFactory.open(data).close();
            var took = Duration.ofNanos(System.nanoTime() - begun);
            findings.row(
                    FILE,
                    clients + (clients == 1 ? " client" : " clients"),
                    Said.count(entries),
                    kilobytes(grown, entries),
                    megabytes(grown),
                    megabytes(size(data)),
                    kilobytes(size(data), entries),
                    Said.time(took));
        }
    }

    private static long size(Path data) throws Exception {
        return Files.size(data.resolve("plenum.mv.db"));
    }

    private static String kilobytes(long bytes, long entries) {
        return String.format(Locale.ROOT, "%.2f KB", bytes / 1_000.0 / entries);
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.0f MB", bytes / 1_000_000.0);
    }
}
