package org.plenum.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.concurrent.Callable;
import org.plenum.ledger.LedgerFactory;
import org.plenum.transcript.Transcriber;
import org.plenum.vocabulary.Actor;
import picocli.CommandLine.Command;

/** Does what commands usually do, in a folder of its own, so that the build can keep what the virtual machine learnt. */
@Command(name = "warm-up", hidden = true, description = "Used by the build.")
final class WarmUpCommand implements Callable<Integer> {
    @Override
    public Integer call() throws IOException {
        var folder = Files.createTempDirectory("plenum-warm-up");
        try (var ledger = LedgerFactory.open(folder)) {
            new Transcriber(ledger, Clock.systemUTC()).transcribe(ShippedCase.content(), Actor.LOCAL, null);
        } finally {
            delete(folder);
        }
        return 0;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
