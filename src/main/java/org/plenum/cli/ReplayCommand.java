package org.plenum.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plenum.document.TellingJson;
import org.plenum.projection.report.Telling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plenum replay}: a session from its first event to its last, each in a sentence. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description =
                "Tells a session event by event: what happened, when it is stated to have happened and when it was "
                        + "recorded, what was noticed, and how the quorum stood.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:told", "2:no such session, or the ledger is in use"})
final class ReplayCommand implements Callable<Integer> {
    private final PlenumCommand plenum;
    private final InputStream input;

    @Parameters(paramLabel = "SESSION", description = "The session's identifier.")
    @SuppressWarnings("NullAway.Init")
    private String session;

    @Option(
            names = "--step",
            description =
                    "Waits for Enter after each event, until a line \"q\". Where the input ends, the rest is told "
                            + "without waiting, so that nothing ever hangs.")
    private boolean step;

    @Option(names = "--json", description = "As data, all at once.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Where Enter comes from; null once nobody is waited for. */
    private @Nullable BufferedReader lines;

    ReplayCommand(PlenumCommand plenum, InputStream input) {
        this.plenum = plenum;
        this.input = input;
    }

    @Override
    public Integer call() throws IOException {
        if (step && json) {
            throw new Said(Tongue.current()
                    .say(
                            "Le opzioni --step e --json non vanno insieme.",
                            "The options --step and --json do not go together."));
        }
        // Whoever steps takes their time: the ledger is closed meanwhile, and free for others.
        var history = SessionReading.of(plenum.place(), session, (known, _) -> known);
        var told = Telling.of(history);
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(new String(TellingJson.of(history.convened().session(), told), StandardCharsets.UTF_8));
        } else {
            var printer = new ReplayPrinter(history.time(), Tongue.current(), out);
            lines = step ? new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8)) : null;
            for (var one : told) {
                printer.print(one);
                // Whoever reads may have gone.
                if (out.checkError() || (step && !one.equals(told.getLast()) && !goesOn())) {
                    break;
                }
            }
        }
        out.flush();
        return 0;
    }

    private boolean goesOn() throws IOException {
        if (lines == null) {
            return true;
        }
        var err = spec.commandLine().getErr();
        err.print(Tongue.current().say("[Invio: avanti, q: fine] ", "[Enter: go on, q: end] "));
        err.flush();
        var line = lines.readLine();
        if (line == null) {
            // Nobody is there to wait for.
            lines = null;
            return true;
        }
        return !line.strip().equalsIgnoreCase("q");
    }
}
