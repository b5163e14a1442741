package org.plenum.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plenum.audit.BundleWriter;
import org.plenum.json.MalformedText;
import org.plenum.ledger.DataFolderUnusable;
import org.plenum.ledger.LedgerInUse;
import org.plenum.ledger.LedgerPlace;
import org.plenum.ledger.UnreadableEntry;
import org.plenum.projection.ReplayMismatch;
import org.plenum.proof.notary.ConfiguredWitness;
import org.plenum.proof.notary.LogFolder;
import org.plenum.proof.notary.RolledBack;
import org.plenum.proof.notary.UnusableKey;
import org.plenum.vocabulary.Malformed;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a command says when it cannot do what was asked: one sentence, and an exit code. */
final class Mistakes {
    /** The exit code where the ledger itself is not what it should be. */
    private static final int BROKEN = CommandLine.ExitCode.SOFTWARE;

    private record Told(int exit, String sentence) {}

    private Mistakes() {}

    /** Arguments that are missing, too many, or none of those that there are. */
    static int inArguments(ParameterException e, String... arguments) {
        var line = e.getCommandLine();
        var err = line.getErr();
        err.println(sentence(e) + " (" + line.getCommandSpec().qualifiedName() + " --help)");
        err.flush();
        return PlenumCommand.BAD_INPUT;
    }

    private static String sentence(ParameterException e) {
        var tongue = Tongue.current();
        if (e instanceof MissingParameterException missing) {
            var labels = missing.getMissing().stream().map(Mistakes::label).collect(Collectors.joining(", "));
            return tongue.say("Manca: ", "Missing: ") + labels + ".";
        }
        if (e instanceof UnmatchedArgumentException unmatched) {
            return tongue.say("Non previsto qui: ", "Not expected here: ") + String.join(" ", unmatched.getUnmatched())
                    + ".";
        }
        var argument = e.getArgSpec();
        if (argument != null && e.getValue() != null) {
            return tongue.say("Non può stare per ", "Cannot stand for ") + label(argument) + ": " + e.getValue() + ".";
        }
        return String.valueOf(e.getMessage());
    }

    private static String label(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /** Whatever a command ended with. */
    static int inCommand(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
        var err = line.getErr();
        var told = told(e);
        if (told.isPresent()) {
            err.println(told.get().sentence());
        } else {
            err.println(Tongue.current().say("Errore interno: ", "Internal error: ") + e);
            e.printStackTrace(err);
        }
        err.flush();
        return told.map(Told::exit).orElse(PlenumCommand.BAD_INPUT);
    }

    private static Optional<Told> told(Throwable e) {
        var tongue = Tongue.current();
        for (var cause = e; cause != null; cause = cause.getCause()) {
            var sentence = switch (cause) {
                case Said said -> said.getMessage();
                case RolledBack rolledBack ->
                    tongue.say(rolledBack.why().it(), rolledBack.why().en());
                case UnusableKey unusable ->
                    tongue.say(unusable.why().it(), unusable.why().en());
                case ConfiguredWitness.Unreadable unreadable ->
                    tongue.say(
                            "Nel file " + LogFolder.WITNESSES + ", riga " + unreadable.line() + ": " + unreadable.it(),
                            "In the file " + LogFolder.WITNESSES + ", line " + unreadable.line() + ": "
                                    + unreadable.en());
                case BundleWriter.NotCovered _ ->
                    tongue.say(
                            "Il registro non firma alcuno stato che comprenda la seduta: eseguire plenum audit.",
                            "The log signs no state that covers the session: run plenum audit.");
                case LedgerInUse inUse -> inUse(inUse);
                case DataFolderUnusable unusable -> tongue.say(unusable.why());
                case LedgerPlace.DatabaseUnusable unusable -> tongue.say(unusable.why());
                case Malformed malformed -> ended(tongue.say(MalformedText.of(malformed)));
                default -> null;
            };
            if (sentence != null) {
                return Optional.of(new Told(PlenumCommand.BAD_INPUT, sentence));
            }
            if (cause instanceof UnreadableEntry || cause instanceof ReplayMismatch) {
                return Optional.of(new Told(
                        BROKEN,
                        tongue.say("Il registro non regge: ", "The ledger does not hold: ")
                                + cause.getMessage()
                                + tongue.say(" (plenum audit dice di più).", " (plenum audit tells more).")));
            }
        }
        return e instanceof UncheckedIOException io
                ? Optional.of(new Told(PlenumCommand.BAD_INPUT, of(Objects.requireNonNull(io.getCause()))))
                : e instanceof IOException io
                        ? Optional.of(new Told(PlenumCommand.BAD_INPUT, of(io)))
                        : Optional.empty();
    }

    /** A file that cannot be read or written. */
    static String of(IOException e) {
        var tongue = Tongue.current();
        return switch (e) {
            case NoSuchFileException none -> tongue.say("Non c'è: ", "There is no ") + none.getFile() + ".";
            case FileSystemException failed
            when failed.getReason() != null ->
                tongue.say("Non si può usare ", "Cannot be used: ") + failed.getFile() + " (" + failed.getReason()
                        + ").";
            case FileSystemException failed ->
                tongue.say("Non si può usare ", "Cannot be used: ") + failed.getFile() + ".";
            default ->
                tongue.say("Non si può leggere o scrivere: ", "Cannot be read or written: ") + e.getMessage() + ".";
        };
    }

    private static String ended(String said) {
        var sentence = said.endsWith(".") ? said : said + ".";
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
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
