package org.plenum.projection.dossier;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.StandingBallots;
import org.plenum.projection.attendance.Interval;
import org.plenum.projection.attendance.SeatAttendance;
import org.plenum.projection.report.SessionReport;
import org.plenum.projection.results.VoteResult;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.Provenance;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.VoteId;

/** What one person did across sessions. */
public record Dossier(String person, List<InSession> sessions) {

    /**
     * One seat that the person acted for in one session, or was enrolled for.
     *
     * @param intervals when the seat was there through this person
     * @param present how long that was, null where a beginning or an end is not known to the minute
     * @param votes what became of each vote that the person was there for
     */
    public record InSession(
            SessionReport session,
            Seat seat,
            List<Interval> intervals,
            @Nullable Duration present,
            List<InVote> votes) {}

    /**
     * One vote while the person acted for the seat.
     *
     * @param choice what the seat cast; null in a secret vote, and where it cast nothing
     * @param part whether it cast, took no part, was recused, or did not vote
     */
    public record InVote(
            VoteId vote, String subject, @Nullable Choice choice, Part part) {}

    /** What a seat did in a vote. */
    public enum Part {
        CAST,
        DECLINED,
        RECUSED,
        DID_NOT_VOTE,
        /** It was entitled; whether it voted may not be known. */
        NOT_SHOWN,
        /** It was not there, or nobody can say whether it was. */
        NOT_ENTITLED
    }

    /** The dossier of a person from the sessions in which the name occurs. */
    public static Dossier of(String person, List<SessionReport> reports) {
        var sessions = new ArrayList<InSession>();
        for (var report : reports) {
            for (var seat : report.attendance().seats()) {
                var intervals = seat.intervals().stream()
                        .filter(interval -> interval.delegate() != null
                                && isSame(person, interval.delegate().name()))
                        .toList();
                if (!intervals.isEmpty() || isEnrolled(person, seat)) {
                    sessions.add(new InSession(
                            report,
                            seat.seat(),
                            intervals,
                            together(report, intervals),
                            votes(report, seat, intervals)));
                }
            }
        }
        return new Dossier(person, sessions);
    }

    private static boolean isEnrolled(String person, SeatAttendance seat) {
        var delegate = seat.seat().delegate();
        return seat.intervals().isEmpty() && delegate != null && isSame(person, delegate.name());
    }

    private static boolean isSame(String person, String name) {
        return person.strip().equalsIgnoreCase(name);
    }

    private static @Nullable Duration together(SessionReport report, List<Interval> intervals) {
        var sum = Duration.ZERO;
        for (var interval : intervals) {
            var length = length(report, interval);
            if (length == null) {
                return null;
            }
            sum = sum.plus(length);
        }
        return sum;
    }

    private static @Nullable Duration length(SessionReport report, Interval interval) {
        var to = interval.to();
        if (to == null) {
            return null;
        }
        var live = report.session().convened().provenance() == Provenance.LIVE;
        var zone = report.session().convened().zone();
        var from = interval.from();
        var start = from.stated() != null && from.stated().at() != null
                ? from.stated().in(zone).from()
                : live ? from.recordedAt() : null;
        var end = to.stated() != null && to.stated().at() != null
                ? to.stated().in(zone).from()
                : live ? to.recordedAt() : null;
        return start == null || end == null || end.isBefore(start) ? null : Duration.between(start, end);
    }

    private static List<InVote> votes(SessionReport report, SeatAttendance seat, List<Interval> intervals) {
        return report.results().votes().stream()
                .filter(vote -> intervals.stream().anyMatch(interval -> covers(interval, vote)))
                .map(vote -> inVote(vote, seat.seat()))
                .toList();
    }

    private static boolean covers(Interval interval, VoteResult vote) {
        var opened = vote.opened().position();
        var to = interval.to();
        return interval.from().position() < opened && (to == null || to.position() > opened);
    }

    private static InVote inVote(VoteResult vote, Seat seat) {
        var ballots = vote.ballots();
        var choice = ballots == null
                ? null
                : ballots.stream()
                        .filter(ballot -> ballot.seat().equals(seat.id()))
                        .map(StandingBallots.Ballot::choice)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        return new InVote(vote.id(), vote.question().subject(), choice, part(vote, seat));
    }

    private static Part part(VoteResult vote, Seat seat) {
        if (vote.voted().contains(seat.id())) {
            return Part.CAST;
        }
        if (vote.declined().contains(seat.id())) {
            return Part.DECLINED;
        }
        if (vote.recused().contains(seat.id())) {
            return Part.RECUSED;
        }
        if (!vote.entitled().contains(seat.id())) {
            return Part.NOT_ENTITLED;
        }
        return vote.isParticipationWithheld() ? Part.NOT_SHOWN : Part.DID_NOT_VOTE;
    }
}
