package org.plenum.web.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.BallotCast;
import org.plenum.event.SessionEvent.BallotChanged;
import org.plenum.projection.report.SessionReport;
import org.plenum.projection.results.ResultsView;
import org.plenum.projection.results.VoteResult;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.VoteId;
import org.plenum.web.security.Person;
import org.plenum.web.security.Visibility;

/** What somebody may see of a session, by the one rule of visibility. */
final class Shown {
    private static final VoteResult.Counted NOT_SHOWN = new VoteResult.Counted(null, null, null, null, null);

    private final Person person;
    private final SessionReport now;
    private final Set<VoteId> hidden;

    /** What a person may see of a session that stands so now. */
    Shown(Person person, SessionReport now) {
        this.person = person;
        this.now = now;
        this.hidden = now.results().votes().stream()
                .filter(vote -> vote.status() == VoteResult.Status.OPEN && !mayFollow(vote))
                .map(VoteResult::id)
                .collect(Collectors.toSet());
    }

    private boolean mayFollow(VoteResult vote) {
        var method = vote.question().method();
        return method != null
                && Visibility.runningChoices(
                        person, method, now.session().rules().runningChoices());
    }

    /** The report, whole or of an earlier moment, without what may not be seen yet. */
    SessionReport report(SessionReport report) {
        if (hidden.isEmpty()) {
            return report;
        }
        var votes = new LinkedHashMap<VoteId, VoteResult>();
        report.results()
                .byVote()
                .forEach((id, vote) -> votes.put(id, hidden.contains(id) ? withoutChoices(vote) : vote));
        return new SessionReport(
                report.position(),
                report.at(),
                report.session(),
                report.names(),
                report.attendance(),
                report.quorum(),
                new ResultsView(votes),
                report.findings());
    }

    /** Whether the choice that an event tells may not be seen yet. */
    boolean hidesChoiceOf(SessionEvent event) {
        if (event instanceof BallotCast cast) {
            return hidden.contains(cast.vote()) && !isOwn(cast.seat());
        }
        return event instanceof BallotChanged changed && hidden.contains(changed.vote()) && !isOwn(changed.seat());
    }

    private boolean isOwn(SeatId seat) {
        return person.actsFor(now.session().convened().assembly(), seat);
    }

    private VoteResult withoutChoices(VoteResult vote) {
        var ballots = vote.ballots();
        List<VoteResult.Ballot> own = ballots == null
                ? List.of()
                : ballots.stream().filter(ballot -> isOwn(ballot.seat())).toList();
        return new VoteResult(
                vote.question(),
                vote.opened(),
                vote.closed(),
                vote.annulled(),
                vote.atOpening(),
                vote.atClosing(),
                vote.electorate(),
                vote.entitled(),
                NOT_SHOWN,
                vote.recused(),
                vote.declined(),
                own.isEmpty() ? null : own,
                vote.voted(),
                vote.explanation(),
                vote.quorumAtClosing(),
                vote.asClosed(),
                vote.proclaimed(),
                vote.declared(),
                vote.contest() == null ? null : vote.contest().withoutVotes(),
                vote.findings());
    }
}
