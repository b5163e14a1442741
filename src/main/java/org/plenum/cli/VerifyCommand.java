package org.plenum.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plenum.audit.BundleCheck;
import org.plenum.audit.NotABundle;
import org.plenum.audit.ReportRetelling;
import org.plenum.proof.note.KeyType;
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

    @Option(
            names = "--witness",
            paramLabel = "KEY",
            description = "The public key of a witness that must have cosigned, or a file with it; may be given again.")
    private List<String> witnesses = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var err = spec.commandLine().getErr();
        try {
            var verdicts = BundleCheck.verify(bundle, trust(), new ReportRetelling(), entries -> {
                err.println(Tongue.current().say(entries + " voci lette…", entries + " entries read…"));
                err.flush();
            });
            return VerdictText.print(verdicts, spec.commandLine().getOut());
        } catch (NotABundle no) {
            throw new Said(Tongue.current().say(no.why()));
        }
    }

    private BundleCheck.Trust trust() throws IOException {
        var trusted = new ArrayList<VerifierKey>();
        for (var witness : witnesses) {
            var one = key(witness);
            if (one.type() != KeyType.COSIGNATURE_V1) {
                throw new Said(Tongue.current()
                        .say("Non è la chiave di un testimone: " + witness, "Not the key of a witness: " + witness));
            }
            trusted.add(one);
        }
        return new BundleCheck.Trust(key == null ? null : key(key), trusted);
    }

    private static VerifierKey key(String given) throws IOException {
        try {
            return VerifierKey.parse(
                    given.contains("+")
                            ? given
                            : new String(Files.readAllBytes(Path.of(given)), StandardCharsets.UTF_8).strip());
        } catch (NoteRefused e) {
            throw new Said(Tongue.current().say(e.fault().it(), e.fault().en()));
        }
    }
}
