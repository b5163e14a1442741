package org.plenum.cli;

import java.util.concurrent.Callable;
import org.plenum.audit.StoreAudit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plenum audit}: compares the ledger's rows with the log's tree, both ways. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Compares the database's entries with the transparency log's tree, both ways, and names what "
                + "differs by session and position.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:intact", "1:something is wrong", "2:bad usage"})
final class AuditCommand implements Callable<Integer> {
    private final PlenumCommand root;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    AuditCommand(PlenumCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var err = spec.commandLine().getErr();
        try (var ledger = SessionReading.ledger(root.place())) {
            var verdicts = StoreAudit.run(ledger, root.data(), entries -> {
                err.println(Tongue.current().say(entries + " voci lette…", entries + " entries read…"));
                err.flush();
            });
            return VerdictText.print(verdicts, spec.commandLine().getOut());
        }
    }
}
