package org.plenum.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.plenum.ledger.LedgerPlace;
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
        subcommands = {CountCommand.class, ProofCommand.class})
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

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private PlenumCommand() {}

    /** The language was chosen before anything else was said; here it is only looked at. */
    @Option(
            names = "--lang",
            paramLabel = "it|en",
            scope = ScopeType.INHERIT,
            description = "The language of messages; that of the environment unless given.")
    void language(String language) {
        if (!Tongue.isKnown(language)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), Tongue.current().say("La lingua è it o en.", "The language is it or en."));
        }
    }

    /** Runs a command line and returns its exit code. Standard output is for data, standard error for messages. */
    public static int run(ServerStarter server, String... arguments) {
        Tongue.choose(List.of(arguments), System.getenv());
        return line(server)
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(arguments);
    }

    static CommandLine line(ServerStarter server) {
        return line(server, System.in);
    }

    static CommandLine line(ServerStarter server, InputStream input) {
        var root = new PlenumCommand();
        return new CommandLine(root)
                .addSubcommand(new ServeCommand(root, server))
                .addSubcommand(new TranscribeCommand(root))
                .addSubcommand(new ReportCommand(root))
                .addSubcommand(new PresenceCommand(root))
                .addSubcommand(new ReplayCommand(root, input))
                .addSubcommand(new ExportCommand(root))
                .addSubcommand(new VerifyCommand())
                .addSubcommand(new AuditCommand(root))
                .addSubcommand(new AcceptRollbackCommand(root))
                .addSubcommand(new KeyCommand(root))
                .addSubcommand(new RotateKeyCommand(root))
                .addSubcommand(new WitnessCommand(root))
                .addSubcommand(new WarmUpCommand(server))
                .setParameterExceptionHandler(Mistakes::inArguments)
                .setExecutionExceptionHandler(Mistakes::inCommand)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** The data folder that was chosen. */
    Path data() {
        return data;
    }

    /** Where the ledger is: in that folder, unless {@code PLENUM_DATABASE} names a database. */
    LedgerPlace place() {
        return LedgerPlace.of(data, System::getenv);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), Tongue.current().say("Manca il comando.", "A command is missing."));
    }
}
