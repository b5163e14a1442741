package org.plenum.cli;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.plenum.document.LogHead;
import org.plenum.document.ReportJson;
import org.plenum.projection.SessionHistory;
import org.plenum.projection.report.ReportAsAt;
import org.plenum.projection.report.SessionFold;
import org.plenum.projection.report.SessionReport;
import org.plenum.proof.checkpoint.SignedCheckpoint;
import org.plenum.proof.notary.TreeStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plenum report}: tells a session, as known now or as known at a position, and as at a time. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Tells a session: attendance, quorum, votes and findings.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:told", "2:no such session, or the ledger is in use"})
final class ReportCommand implements Callable<Integer> {
    private final PlenumCommand plenum;

    @Parameters(paramLabel = "SESSION", description = "The session's identifier.")
    @SuppressWarnings("NullAway.Init")
    private String session;

    @Option(names = "--json", description = "As data.")
    private boolean json;

    @Option(names = "--position", paramLabel = "N", description = "As known when the event at N was recorded.")
    private @Nullable Long position;

    @Option(
            names = "--at",
            paramLabel = "T",
            description = "As at a time of the session's zone: 2024-11-13T18:00, or 18:00 on its day.")
    private @Nullable String at;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    ReportCommand(PlenumCommand plenum) {
        this.plenum = plenum;
    }

    @Override
    public Integer call() {
        var head = new AtomicReference<@Nullable LogHead>();
        var report = SessionReading.of(plenum.place(), session, (history, ledger) -> {
            new TreeStore(ledger.dataSource())
                    .latestCheckpoint()
                    .map(SignedCheckpoint::checkpoint)
                    .ifPresent(last ->
                            head.set(new LogHead(last.size(), last.root().base64())));
            return report(history);
        });
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(new String(ReportJson.report(report, head.get()), StandardCharsets.UTF_8));
        } else {
            new ReportPrinter(report, Tongue.current(), out).print();
        }
        out.flush();
        return 0;
    }

    private SessionReport report(SessionHistory history) {
        var known = SessionReading.known(history, position);
        return at == null ? SessionFold.of(known).view() : ReportAsAt.of(known.asAt(SessionReading.moment(known, at)));
    }
}
