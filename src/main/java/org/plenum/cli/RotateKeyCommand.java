package org.plenum.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.plenum.proof.notary.Notary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plenum rotate-key}: a new key signs from now on, and the old one says so. */
@Command(
        name = "rotate-key",
        mixinStandardHelpOptions = true,
        description =
                "Takes a new signing key into use. Old and new key both sign the act that says so; every later bundle"
                        + " carries it, and whoever trusts one key can follow it to the other. Prints the new public key.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the new key signs", "2:no ledger, or it is in use, or the key cannot be used"})
final class RotateKeyCommand implements Callable<Integer> {
    private final PlenumCommand root;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    RotateKeyCommand(PlenumCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        try (var ledger = SessionReading.ledger(root.place());
                var notary = Notary.open(ledger, root.data(), Clock.systemUTC())) {
            notary.settle();
            var before = notary.key();
            var next = notary.rotateKey();
            var out = spec.commandLine().getOut();
            out.println(next.text());
            out.flush();
            var err = spec.commandLine().getErr();
            err.println(Tongue.current()
                    .say(
                            "Ora firma questa chiave; prima firmava " + before.text()
                                    + ". Comunicarla a chi verifica e a chi gestisce i testimoni.",
                            "This key signs now; until now " + before.text()
                                    + " did. Tell those who verify, and those who keep witnesses."));
            err.flush();
            return 0;
        }
    }
}
