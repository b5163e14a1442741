package org.plenum.projection.presence;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.StandingBallots;
import org.plenum.projection.Basis;
import org.plenum.projection.Moment;
import org.plenum.projection.PlacedFinding;
import org.plenum.projection.attendance.Interval;
import org.plenum.projection.attendance.Passage;
import org.plenum.projection.report.SessionReport;
import org.plenum.projection.results.VoteResult;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Delegate;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.VoteId;

/**
 * When a seat was there relative to a vote: the answer as it is known at the report's moment, by time where times tell the
 * facts apart, else by the order of the record.
 *
 * @param delegate who acted for the seat then, or usually does; null where nobody is known
 * @param atOpening whether it was there when the vote opened
 * @param atClosing whether it was there when the vote closed; unknown while the vote is open
 * @param intervals all of the seat's attendance
 * @param gap from the arrival to the opening, negative where it came after; null where it cannot be known
 * @param arrival the arrival that the relation speaks of, null where there is none
 * @param departure the departure that ended that stay, null where it lasts
 * @param ballot the seat's ballot, null where there is none or nobody may know it
 * @param lateRecorded whether the ledger came to know a fact too late for the count of this vote
 * @param findings what was found about this seat on the facts that the answer rests on
 * @param sentence the answer as one would quote it
 */
public record PresenceAtVote(
        VoteResult vote,
        Seat seat,
        @Nullable Delegate delegate,
        There atOpening,
        There atClosing,
        List<Interval> intervals,
        Relation relation,
        @Nullable Duration gap,
        Basis basis,
        @Nullable Passage arrival,
        @Nullable Passage departure,
        StandingBallots.@Nullable Ballot ballot,
        boolean lateRecorded,
        List<PlacedFinding> findings,
        Bilingual sentence) {

    /** The answer, empty where there is no such vote or no such seat. */
    public static Optional<PresenceAtVote> of(SessionReport report, VoteId vote, SeatId seat) {
        return report.results()
                .of(vote)
                .flatMap(found -> report.attendance()
                        .of(seat)
                        .map(attendance -> new PresenceFinder(report, found, attendance).find()));
    }

    /** When the vote was opened. */
    public Moment opened() {
        return vote.opened();
    }

    /** When the vote was closed, null where it was not. */
    public @Nullable Moment closed() {
        return vote.closed();
    }

    /** The positions of the events that the answer rests on, in their order. */
    public List<Long> positions() {
        var positions = new TreeSet<Long>();
        positions.add(opened().position());
        var end = closed();
        if (end != null) {
            positions.add(end.position());
        }
        for (var passage : Arrays.asList(arrival, departure)) {
            if (passage != null) {
                positions.add(passage.moment().position());
                positions.add(passage.knownAt());
            }
        }
        if (ballot != null) {
            positions.add(ballot.position());
        }
        return List.copyOf(positions);
    }
}
