package org.plenum.projection.presence;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.StandingBallots;
import org.plenum.projection.Basis;
import org.plenum.projection.Moment;
import org.plenum.projection.PlacedFinding;
import org.plenum.projection.SessionTime;
import org.plenum.projection.attendance.Interval;
import org.plenum.projection.attendance.Passage;
import org.plenum.projection.attendance.SeatAttendance;
import org.plenum.projection.report.SessionReport;
import org.plenum.projection.results.VoteResult;
import org.plenum.vocabulary.Delegate;
import org.plenum.vocabulary.FindingCode;
import org.plenum.vocabulary.SeatId;

/** Finds the one answer for a seat and a vote. */
final class PresenceFinder {
    private final SessionReport report;
    private final SessionTime time;
    private final VoteResult vote;
    private final SeatAttendance attendance;
    private final SeatId seat;
    private final List<Stay> stays;
    private final StandingBallots.@Nullable Ballot ballot;

    /** What relation a stay has to the vote, and how that is known. */
    private record Found(Relation relation, @Nullable Stay stay, Basis basis) {}

    PresenceFinder(SessionReport report, VoteResult vote, SeatAttendance attendance) {
        this.report = report;
        this.time = SessionTime.of(report.session().convened());
        this.vote = vote;
        this.attendance = attendance;
        this.seat = attendance.seat().id();
        this.stays = Stay.of(attendance.intervals());
        this.ballot = ballotOf(vote, seat);
    }

    private static StandingBallots.@Nullable Ballot ballotOf(VoteResult vote, SeatId seat) {
        var known = vote.ballots();
        return known == null
                ? null
                : known.stream()
                        .filter(one -> one.seat().equals(seat))
                        .findFirst()
                        .orElse(null);
    }

    PresenceAtVote find() {
        var found = relation();
        var stay = found.stay();
        var arrival = stay == null ? null : stay.arrival();
        var departure = stay == null ? null : stay.departure();
        var answer = new PresenceAtVote(
                vote,
                attendance.seat(),
                delegate(stay),
                at(vote.opened(), vote.atOpening()),
                atClosing(),
                attendance.intervals(),
                found.relation(),
                arrival == null ? null : time.between(arrival.moment(), vote.opened()),
                found.basis(),
                arrival,
                departure,
                ballot,
                late(arrival) || late(departure) || countedOtherwise(),
                findings(arrival, departure, found.relation()),
                PresenceSentences.NONE);
        return new PresenceSentences(report, time, answer, stays).complete();
    }

    private Relation whereStaying(Stay stay) {
        return leftBeforeEnd(stay) ? Relation.LEFT_DURING : Relation.BEFORE_OPENING;
    }

    private Found relation() {
        var unknown = vote.atOpening().unknown().contains(seat) && ballot == null;
        var covering = last(stays.stream().filter(this::coversOpening));
        if (unknown || namesLostBefore(covering)) {
            return new Found(Relation.UNCERTAIN, null, withoutTimes());
        }
        if (covering != null) {
            return new Found(whereStaying(covering), covering, basis(covering.arrival(), covering.end()));
        }
        var during = stays.stream().filter(this::beginsDuring).findFirst().orElse(null);
        if (during != null) {
            return new Found(Relation.DURING, during, basis(during.arrival(), null));
        }
        if (vote.atOpening().unknown().contains(seat)) {
            return new Found(Relation.UNCERTAIN, null, withoutTimes());
        }
        var earlier =
                last(stays.stream().filter(stay -> beforeOpening(stay.arrival().moment())));
        if (earlier != null) {
            var end = Objects.requireNonNull(earlier.end());
            return new Found(
                    Relation.LEFT_BEFORE_OPENING,
                    earlier,
                    time.sequence(end, vote.opened()).basis());
        }
        if (!stays.isEmpty()) {
            var later = stays.getFirst();
            return new Found(Relation.AFTER_CLOSING, later, basis(later.arrival(), null));
        }
        return new Found(Relation.NEVER_PRESENT, null, withoutTimes());
    }

    private static @Nullable Stay last(Stream<Stay> stays) {
        return stays.reduce((one, next) -> next).orElse(null);
    }

    /** Whether the seat was there by name until only a number was known, and nothing is known of it since. */
    private boolean namesLostBefore(@Nullable Stay covering) {
        if (covering != null || stays.isEmpty()) {
            return false;
        }
        var before =
                last(stays.stream().filter(stay -> beforeOpening(stay.arrival().moment())));
        return before != null && before.ending() == Interval.Ending.NAMES_LOST && ballot == null;
    }

    /** What an answer rests on that no arrival or departure supports: the whole of the record. */
    private Basis withoutTimes() {
        return time.transcribed() ? Basis.ORDER_ONLY : Basis.RECORDED;
    }

    private Basis basis(Passage arrival, @Nullable Moment end) {
        var basis = time.sequence(arrival.moment(), vote.opened()).basis();
        var ended = vote.ended();
        if (ended != null && !beforeOpening(arrival.moment())) {
            basis = basis.and(time.sequence(arrival.moment(), ended).basis());
        }
        if (end != null) {
            basis = basis.and(time.sequence(end, vote.opened()).basis());
            basis = ended == null ? basis : basis.and(time.sequence(end, ended).basis());
        }
        return basis;
    }

    private boolean beforeOpening(Moment moment) {
        return time.sequence(moment, vote.opened()).firstBefore();
    }

    private boolean beforeEnd(Moment moment) {
        var ended = vote.ended();
        return ended == null || time.sequence(moment, ended).firstBefore();
    }

    private boolean coversOpening(Stay stay) {
        return covers(stay, vote.opened());
    }

    private boolean covers(Stay stay, Moment moment) {
        var end = stay.end();
        return time.sequence(stay.arrival().moment(), moment).firstBefore()
                && (end == null || !time.sequence(end, moment).firstBefore());
    }

    private boolean beginsDuring(Stay stay) {
        return !beforeOpening(stay.arrival().moment())
                && beforeEnd(stay.arrival().moment());
    }

    private boolean leftBeforeEnd(Stay stay) {
        var end = stay.end();
        return end != null && beforeEnd(end);
    }

    private There at(Moment moment, VoteResult.Attendants known) {
        if (known.unknown().contains(seat)) {
            return ballot == null ? There.UNKNOWN : There.PRESENT;
        }
        if (stays.stream().anyMatch(stay -> covers(stay, moment))) {
            return There.PRESENT;
        }
        return known.represented().stream().anyMatch(proxy -> proxy.from().equals(seat))
                ? There.REPRESENTED
                : There.ABSENT;
    }

    private There atClosing() {
        var closed = vote.closed();
        var known = vote.atClosing();
        return closed == null || known == null ? There.UNKNOWN : at(closed, known);
    }

    /** Whether a fact is ordered before the opening or the end of the vote, and the ledger knew it only afterwards. */
    private boolean late(@Nullable Passage passage) {
        if (passage == null) {
            return false;
        }
        var ended = vote.ended();
        return (beforeOpening(passage.moment())
                        && passage.knownAt() > vote.opened().position())
                || (ended != null && beforeEnd(passage.moment()) && passage.knownAt() > ended.position());
    }

    /** Whether the count took the seat for there, or not, and a later correction says otherwise. */
    private boolean countedOtherwise() {
        return !correctedSince().isEmpty()
                && (differs(vote.opened(), vote.atOpening())
                        || (vote.closed() != null
                                && vote.atClosing() != null
                                && differs(vote.closed(), vote.atClosing())));
    }

    private boolean differs(Moment moment, VoteResult.Attendants counted) {
        var seats = counted.seats();
        return seats != null
                && attendance.seat().votes()
                && seats.contains(seat) != stays.stream().anyMatch(stay -> covers(stay, moment));
    }

    /** The corrections of the seat's attendance that came after the opening. */
    private List<PlacedFinding> correctedSince() {
        return report.findings().stream()
                .filter(placed -> placed.position() > vote.opened().position()
                        && placed.finding().code() == FindingCode.CORRECTED
                        && placed.finding().topic().equals("attendance")
                        && placed.finding().seats().contains(seat))
                .toList();
    }

    private @Nullable Delegate delegate(@Nullable Stay stay) {
        if (stay == null) {
            return attendance.seat().delegate();
        }
        // Who acted when the vote opened; else who first did in that stay.
        return stay.intervals().stream()
                .filter(interval -> beforeOpening(interval.from()))
                .reduce((one, next) -> next)
                .orElse(stay.intervals().getFirst())
                .delegate();
    }

    private List<PlacedFinding> findings(@Nullable Passage arrival, @Nullable Passage departure, Relation relation) {
        var all = new ArrayList<PlacedFinding>();
        for (var placed : report.findings()) {
            var about = placed.finding().seats().contains(seat)
                    && (vote.findings().contains(placed) || isOn(placed, arrival) || isOn(placed, departure));
            var uncertain = relation == Relation.UNCERTAIN
                    && placed.finding().code() == FindingCode.UNNAMED_COUNT
                    && placed.position() < vote.opened().position();
            if (about || uncertain) {
                all.add(placed);
            }
        }
        if (countedOtherwise()) {
            correctedSince().stream().filter(placed -> !all.contains(placed)).forEach(all::add);
        }
        return List.copyOf(all);
    }

    private static boolean isOn(PlacedFinding placed, @Nullable Passage passage) {
        return passage != null
                && (placed.position() == passage.moment().position() || placed.position() == passage.knownAt());
    }
}
