package org.plenum.cli;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.plenum.audit.EventProofs;
import org.plenum.document.ReportJson;
import org.plenum.ledger.Ledger;
import org.plenum.ledger.StreamId;
import org.plenum.projection.SessionHistory;
import org.plenum.projection.presence.PresenceAtVote;
import org.plenum.projection.report.SessionFold;
import org.plenum.proof.notary.TreeStore;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.VoteId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plenum presence}: when a seat arrived and left relative to a vote, in a sentence that can be cited. */
@Command(
        name = "presence",
        mixinStandardHelpOptions = true,
        description = "Tells when a seat was there relative to a vote.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:told", "2:no such session, vote or seat, or the ledger is in use"})
final class PresenceCommand implements Callable<Integer> {
    private final PlenumCommand plenum;

    @Parameters(index = "0", paramLabel = "SESSION", description = "The session's identifier.")
    @SuppressWarnings("NullAway.Init")
    private String session;

    @Parameters(index = "1", paramLabel = "VOTE", description = "The vote's identifier.")
    @SuppressWarnings("NullAway.Init")
    private String vote;

    @Parameters(index = "2", paramLabel = "SEAT", description = "The seat's identifier.")
    @SuppressWarnings("NullAway.Init")
    private String seat;

    @Option(names = "--json", description = "As data.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    PresenceCommand(PlenumCommand plenum) {
        this.plenum = plenum;
    }

    @Override
    public Integer call() {
        var asked = new VoteId(vote);
        var of = new SeatId(seat);
        var told = SessionReading.of(plenum.place(), session, (history, ledger) -> told(history, ledger, asked, of));
        var out = spec.commandLine().getOut();
        out.println(told);
        out.flush();
        return 0;
    }

    private String told(SessionHistory history, Ledger ledger, VoteId asked, SeatId of) {
        var report = SessionFold.of(history).view();
        var answer = PresenceAtVote.of(report, asked, of)
                .orElseThrow(() -> new Said(Tongue.current()
                        .say(
                                "Nella seduta non c'è la votazione «" + vote + "» o il componente «" + seat + "».",
                                "The session has no vote \"" + vote + "\" or no seat \"" + seat + "\".")));
        if (!json) {
            return Tongue.current()
                    .say(answer.sentence().it(), answer.sentence().en());
        }
        var log = new TreeStore(ledger.dataSource());
        var proofs = EventProofs.of(
                ledger.reader(),
                StreamId.of(history.convened().session()),
                answer.positions(),
                hash -> log.prove(hash, Long.MAX_VALUE));
        return new String(ReportJson.presence(report, answer, proofs), StandardCharsets.UTF_8);
    }
}
