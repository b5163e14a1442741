package org.plenum.projection.report;

import java.util.LinkedHashMap;
import org.plenum.decision.SessionState;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.*;
import org.plenum.projection.AsAt;
import org.plenum.projection.attendance.AttendanceFold;
import org.plenum.projection.quorum.QuorumFold;
import org.plenum.projection.results.ResultsView;
import org.plenum.projection.results.VoteResult;
import org.plenum.vocabulary.VoteId;

/**
 * A session as at a time. Presence, quorum and stage are folded from what had happened by then in the order of time. Votes
 * keep what the ledger counted: a vote closed by then is told as it was closed, corrections applied; one still open, with
 * the ballots cast by then.
 */
public final class ReportAsAt {
    private ReportAsAt() {}

    /** The report of that time; something must be known of the session. */
    public static SessionReport of(AsAt asAt) {
        var known = SessionFold.of(asAt.known()).view();
        var state = new SessionState();
        var facts = new SessionFacts();
        var attendance = new AttendanceFold();
        var quorum = new QuorumFold();
        for (var recorded : asAt.facts()) {
            if (isOfAVote(recorded.event())) {
                continue;
            }
            state.evolve(recorded);
            facts.apply(recorded);
            attendance.apply(recorded);
            quorum.apply(state, recorded);
        }
        return new SessionReport(
                known.position(),
                asAt,
                facts.view(state),
                known.names(),
                attendance.view(),
                quorum.view(state),
                votes(asAt, known.results()),
                known.findings().stream()
                        .filter(finding -> asAt.happened(finding.position()))
                        .toList());
    }

    /** Stated times may set a ballot before its vote: votes are told from the order of the record instead. */
    private static boolean isOfAVote(SessionEvent event) {
        return switch (event) {
            case OfVote _, SeatRecused _, MinutesApproved _ -> true;
            case OfConvening _,
                    OfSitting _,
                    OfPresence _,
                    OfOffice _,
                    OfProxy _,
                    OfAgenda _,
                    OfStatement _,
                    OfProposal _ -> false;
        };
    }

    private static ResultsView votes(AsAt asAt, ResultsView known) {
        var votes = new LinkedHashMap<VoteId, VoteResult>();
        for (var vote : known.votes()) {
            if (!asAt.happened(vote.opened().position())) {
                continue;
            }
            var ended = vote.ended();
            var done = ended != null && asAt.happened(ended.position());
            votes.put(vote.id(), done ? vote.asAt(asAt::happened) : asOpen(asAt, vote.id()));
        }
        return new ResultsView(votes);
    }

    /** A vote that was open: told from the order of the record up to the last of its events that had happened. */
    private static VoteResult asOpen(AsAt asAt, VoteId vote) {
        var last = asAt.known().events().stream()
                .filter(recorded -> concerns(recorded, vote) && asAt.happened(recorded.position()))
                .mapToLong(Recorded::position)
                .max()
                .orElseThrow();
        return SessionFold.of(asAt.known().asKnownAt(last))
                .view()
                .results()
                .of(vote)
                .orElseThrow();
    }

    private static boolean concerns(Recorded<SessionEvent> recorded, VoteId vote) {
        var event = recorded.event();
        return (event instanceof VoteOpened opened && opened.vote().equals(vote))
                || (event instanceof BallotCast cast && cast.vote().equals(vote))
                || (event instanceof SecretBallotCast secret && secret.vote().equals(vote))
                || (event instanceof BallotChanged changed && changed.vote().equals(vote))
                || (event instanceof ParticipationDeclined declined
                        && declined.vote().equals(vote));
    }
}
