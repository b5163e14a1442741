package org.plenum.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plenum.audit.BundleCheck;
import org.plenum.audit.NotABundle;
import org.plenum.audit.ReportRetelling;
import org.plenum.proof.note.NoteRefused;
import org.plenum.proof.note.VerifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plenum verify}: verifies an evidence bundle without a server and without a network. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Verifies an evidence bundle, offline: files, signatures, entries, tree, and the report.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:intact", "1:something is wrong", "2:not a bundle, or bad usage"})
final class VerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "BUNDLE.zip", description = "The bundle.")
    @SuppressWarnings("NullAway.Init")
    private Path bundle;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "The log's public key, or a file with it, had by another way than the bundle.")
    private @Nullable String key;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        var err = spec.commandLine().getErr();
        try {
            var verdicts = BundleCheck.verify(bundle, trusted(), new ReportRetelling(), entries -> {
                err.println(Tongue.current().say(entries + " voci lette…", entries + " entries read…"));
                err.flush();
            });
            return VerdictText.print(verdicts, spec.commandLine().getOut());
        } catch (NotABundle no) {
            throw new Said(Tongue.current().say(no.why()));
        } catch (IOException e) {
            throw new Said(Tongue.current().say("Non si può leggere " + bundle + ".", bundle + " cannot be read."));
        }
    }

    private @Nullable VerifierKey trusted() throws IOException {
        if (key == null) {
            return null;
        }
        try {
            return VerifierKey.parse(
                    key.contains("+") ? key : Files.readString(Path.of(key)).strip());
        } catch (NoteRefused e) {
            throw new Said(Tongue.current().say(e.fault().it(), e.fault().en()));
        }
    }
}
