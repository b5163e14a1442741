package org.plenum.cli;

import java.util.concurrent.Callable;
import org.plenum.proof.notary.LogFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plenum key}: the public key that the log signs with. */
@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        description =
                "Prints the public key by which the log's signatures are verified, and makes it where there is none"
                        + " yet. Works beside a running server.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:printed", "2:the key cannot be used"})
final class KeyCommand implements Callable<Integer> {
    private final PlenumCommand root;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    KeyCommand(PlenumCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        var key = LogFolder.readKey(root.data()).orElseGet(() -> {
            // Whoever makes a key holds the ledger, so that two processes can't make two.
            try (var _ = root.place().open()) {
                return LogFolder.open(root.data()).key().verifier();
            }
        });
        var out = spec.commandLine().getOut();
        out.println(key.text());
        out.flush();
        return 0;
    }
}
