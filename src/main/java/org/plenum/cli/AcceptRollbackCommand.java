package org.plenum.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.plenum.proof.notary.Notary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plenum accept-rollback}: goes on from what the database has, and records that so for ever. */
@Command(
        name = "accept-rollback",
        mixinStandardHelpOptions = true,
        description =
                "Builds the log's tree anew from the entries. Where entries that were published are missing, records "
                        + "in a signed act, which every later bundle carries, that the log goes on without them.")
final class AcceptRollbackCommand implements Callable<Integer> {
    private final PlenumCommand root;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is recorded and shown.")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    AcceptRollbackCommand(PlenumCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        if (reason.isBlank() || reason.lines().count() > 1) {
            throw new Said(Tongue.current().say("Il motivo sta in una riga.", "The reason stands on one line."));
        }
        try (var ledger = SessionReading.ledger(root.place())) {
            var act = Notary.acceptRollback(ledger, root.data(), Clock.systemUTC(), reason);
            var out = spec.commandLine().getOut();
            out.println(act.orElseGet(() -> Tongue.current()
                    .say(
                            "Nulla manca: l'albero è stato ricostruito dalle voci.",
                            "Nothing is missing: the tree was built anew from the entries.")));
            out.flush();
            return 0;
        }
    }
}
