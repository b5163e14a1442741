package org.plenum.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.plenum.audit.BundleWriter;
import org.plenum.audit.ReportRetelling;
import org.plenum.audit.UnknownToExport;
import org.plenum.proof.notary.Notary;
import org.plenum.vocabulary.SessionId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plenum export}: a session's evidence bundle. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes a session's evidence bundle: everything that somebody needs to verify it offline.")
final class ExportCommand implements Callable<Integer> {
    private final PlenumCommand root;

    @Parameters(paramLabel = "SESSION", description = "The session's identifier.")
    @SuppressWarnings("NullAway.Init")
    private String session;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "BUNDLE.zip",
            description = "Where to write it.")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Option(
            names = "--withhold",
            paramLabel = "POSITION",
            arity = "1..*",
            description = "Leaves out the free texts of these positions (omissis); every proof still holds.")
    private List<Long> withhold = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    ExportCommand(PlenumCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (var ledger = SessionReading.ledger(root.place());
                var notary = Notary.open(ledger, root.data(), Clock.systemUTC())) {
            BundleWriter.write(
                    ledger,
                    notary,
                    BundleWriter.Wanted.whole(new SessionId(session), new HashSet<>(withhold)),
                    new ReportRetelling(),
                    output);
            var err = spec.commandLine().getErr();
            err.println(Tongue.current().say("Chiave pubblica del registro: ", "The log's public key: ")
                    + notary.key().text());
            err.flush();
            return 0;
        } catch (UnknownToExport e) {
            throw new Said(Tongue.current().say(e.why()));
        }
    }
}
