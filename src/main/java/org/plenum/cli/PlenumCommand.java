package org.plenum.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.audit.BundleWriter;
import org.plenum.ledger.LedgerInUse;
import org.plenum.proof.notary.ConfiguredWitness;
import org.plenum.proof.notary.LogFolder;
import org.plenum.proof.notary.RolledBack;
import org.plenum.proof.notary.UnusableKey;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code plenum}: what it can do is in its subcommands. */
@Command(
        name = "plenum",
        mixinStandardHelpOptions = true,
        version = "Plenum 0.1",
        description = "An event-sourced ledger for meetings and votes.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all well", "1:findings that break trust", "2:bad usage or input"},
        subcommands = {CountCommand.class, ProofCommand.class, WarmUpCommand.class})
public final class PlenumCommand implements Runnable {
    /** The exit code of bad usage or input. */
    static final int BAD_INPUT = CommandLine.ExitCode.USAGE;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            defaultValue = "${env:PLENUM_DATA:-data}",
            description = "The data folder: PLENUM_DATA, or ./data.")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Option(
            names = "--lang",
            paramLabel = "it|en",
            scope = ScopeType.INHERIT,
            description = "The language of messages; that of the environment unless given.")
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"})
    private String language;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private PlenumCommand() {}

    /** Runs a command line and returns its exit code. Standard output is for data, standard error for messages. */
    public static int run(ServerStarter server, String... arguments) {
        Tongue.choose(List.of(arguments), System.getenv());
        return line(server)
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(arguments);
    }

    static CommandLine line(ServerStarter server) {
        var root = new PlenumCommand();
        return new CommandLine(root)
                .addSubcommand(new ServeCommand(root, server))
                .addSubcommand(new TranscribeCommand(root))
                .addSubcommand(new ReportCommand(root))
                .addSubcommand(new PresenceCommand(root))
                .addSubcommand(new ExportCommand(root))
                .addSubcommand(new VerifyCommand())
                .addSubcommand(new AuditCommand(root))
                .addSubcommand(new AcceptRollbackCommand(root))
                .addSubcommand(new KeyCommand(root))
                .addSubcommand(new RotateKeyCommand(root))
                .addSubcommand(new WitnessCommand(root))
                .setExecutionExceptionHandler(PlenumCommand::explain)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** The data folder that was chosen. */
    Path data() {
        return data;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), Tongue.current().say("manca il comando", "a command is missing"));
    }

    private static int explain(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
        var err = line.getErr();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            var said = why(cause);
            if (said != null) {
                err.println(said);
                err.flush();
                return BAD_INPUT;
            }
        }
        switch (e) {
            case Said said -> err.println(said.getMessage());
            case LedgerInUse inUse -> err.println(inUse(inUse));
            case BundleWriter.NotCovered _ ->
                err.println(Tongue.current()
                        .say(
                                "Il registro non firma alcuno stato che comprenda la seduta: eseguire plenum audit.",
                                "The log signs no state that covers the session: run plenum audit."));
            default -> {
                err.println(Tongue.current().say("errore interno: ", "internal error: ") + e);
                e.printStackTrace(err);
            }
        }
        err.flush();
        return BAD_INPUT;
    }

    /** What stops a start, wherever in it; null where it is nothing that is known. */
    private static @Nullable String why(Throwable cause) {
        var tongue = Tongue.current();
        return switch (cause) {
            case RolledBack rolledBack ->
                tongue.say(rolledBack.why().it(), rolledBack.why().en());
            case UnusableKey unusable ->
                tongue.say(unusable.why().it(), unusable.why().en());
            case ConfiguredWitness.Unreadable unreadable ->
                tongue.say(
                        "Nel file " + LogFolder.WITNESSES + ", riga " + unreadable.line() + ": " + unreadable.it(),
                        "In the file " + LogFolder.WITNESSES + ", line " + unreadable.line() + ": " + unreadable.en());
            default -> null;
        };
    }

    private static String inUse(LedgerInUse inUse) {
        return Tongue.current()
                .say(
                        "Il registro in " + inUse.folder()
                                + " è in uso da un server avviato o da un altro comando: fermarlo, oppure scegliere"
                                + " un'altra cartella con --data.",
                        "The ledger in " + inUse.folder()
                                + " is in use by a running server or another command: stop it, or choose another"
                                + " folder with --data.");
    }
}
