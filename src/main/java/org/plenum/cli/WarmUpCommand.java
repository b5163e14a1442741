package org.plenum.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.concurrent.Callable;
import org.plenum.ledger.Ledger;
import org.plenum.ledger.LedgerFactory;
import org.plenum.ledger.LedgerPlace;
import org.plenum.transcript.Transcriber;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.SessionId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Does what commands usually do, in a folder of its own, so that the build can keep what the virtual machine learnt. */
@Command(name = "warm-up", hidden = true, description = "Used by the build.")
final class WarmUpCommand implements Callable<Integer> {
    private static final int FOLDED = 60;

    private final ServerStarter starter;

    @Option(names = "--server", description = "What the server does, not the other commands.")
    private boolean server;

    WarmUpCommand(ServerStarter starter) {
        this.starter = starter;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, ServerStarter.PortTaken {
        var folder = Files.createTempDirectory("plenum-warm-up");
        try {
            if (server) {
                serve(folder);
            } else {
                transcribe(folder);
            }
        } finally {
            delete(folder);
        }
        return 0;
    }

    private static void transcribe(Path folder) {
        try (var ledger = LedgerFactory.open(folder)) {
            record(ledger);
            fold(ledger, new SessionId(ShippedCase.SESSION));
        }
    }

    private void serve(Path folder) throws IOException, InterruptedException, ServerStarter.PortTaken {
        try (var running = starter.start(LedgerPlace.in(folder), 0);
                var rehearsal = new Rehearsal(running.port())) {
            record(running.ledger());
            rehearsal.hold();
            fold(running.ledger(), Rehearsal.HELD);
        }
    }

    /** A large session is folded from its events when it is first asked for, and that must not begin slowly. */
    private static void fold(Ledger ledger, SessionId session) {
        for (var time = 0; time < FOLDED; time++) {
            ledger.session(session);
        }
    }

    private static void record(Ledger ledger) {
        new Transcriber(ledger, Clock.systemUTC()).transcribe(ShippedCase.content(), Actor.LOCAL, null);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
