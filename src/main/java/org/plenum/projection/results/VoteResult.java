package org.plenum.projection.results;

import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.StandingBallots.Ballot;
import org.plenum.decision.Ties;
import org.plenum.decision.counting.ElectionFound;
import org.plenum.decision.counting.Unanimity;
import org.plenum.event.QuorumAsFound;
import org.plenum.event.SessionEvent.CandidatesNamed;
import org.plenum.event.SessionEvent.VoteOpened;
import org.plenum.event.SessionEvent.VotesDeclared;
import org.plenum.projection.Moment;
import org.plenum.projection.PlacedFinding;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.DeclaredCounts;
import org.plenum.vocabulary.FreeText;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.Tally;
import org.plenum.vocabulary.VoteId;

/**
 * One vote, as far as it has come and as corrections leave it.
 *
 * @param question how it was opened: subject, items, method, rule
 * @param opened when it was opened
 * @param closed when it was closed, null where it was not
 * @param annulled when and why it was annulled, null where it was not
 * @param atOpening who was there when it opened, as the ledger knew then
 * @param atClosing who was there when it closed, as the ledger knew then; null where it was not closed
 * @param electorate how many were entitled to vote, those included who minutes say voted all the same; null where not
 *     certain
 * @param entitled the seats entitled to vote that are known by name, in the order of the roll
 * @param counted the ballots as they stand
 * @param recused the seats that left the count
 * @param declined the seats that took no part
 * @param ballots the standing ballots in the order of casting; null in secret votes and where no names are known
 * @param voted the seats that have cast a ballot, as far as they may be known; whether or not their choices may be
 * @param votedCount how many have
 * @param explanation what was needed and reached, in one sentence; null while the vote is open
 * @param quorumAtClosing the quorum as found at closing, null where it was not closed
 * @param asClosed what the ledger counted at closing, where something was put right since; null else
 * @param proclaimed what the chair announced, as corrected, null where nothing
 * @param declared what minutes state of it, null where nothing
 * @param contest what makes it an election; null where it is a question
 * @param ties what ties it to earlier sessions
 * @param findings what was found on its events, in their order
 */
public record VoteResult(
        VoteOpened question,
        Moment opened,
        @Nullable Moment closed,
        @Nullable Annulment annulled,
        Attendants atOpening,
        @Nullable Attendants atClosing,
        @Nullable Integer electorate,
        Set<SeatId> entitled,
        Counted counted,
        Set<SeatId> recused,
        Set<SeatId> declined,
        @Nullable List<Ballot> ballots,
        Set<SeatId> voted,
        int votedCount,
        @Nullable Bilingual explanation,
        @Nullable QuorumAsFound quorumAtClosing,
        @Nullable Counted asClosed,
        @Nullable Proclamation proclaimed,
        @Nullable DeclaredCounts declared,
        @Nullable Contest contest,
        Ties ties,
        List<PlacedFinding> findings) {

    /** How far a vote has come. */
    public enum Status {
        OPEN,
        CLOSED,
        ANNULLED
    }

    /** When a vote was annulled, and why. */
    public record Annulment(Moment moment, FreeText reason) {}

    /** What the chair announced, as corrected, and when it did. */
    public record Proclamation(Moment moment, Outcome outcome) {}

    /** A proxy: who is represented by whom. */
    public record Proxy(SeatId from, SeatId to) {}

    /**
     * Who was there at a moment of a vote.
     *
     * @param present how many voting seats, null where not certain
     * @param seats which, null where names are not certain
     * @param unknown the seats of which it is not known whether they were there
     * @param represented the absent seats that a present one represented
     */
    public record Attendants(
            @Nullable Integer present, @Nullable Set<SeatId> seats, Set<SeatId> unknown, List<Proxy> represented) {}

    /**
     * Ballots counted.
     *
     * @param heads by seats, null where not certain
     * @param weight by weight, null where not certain
     * @param population by residents, null where not certain or a population is not known
     * @param outcome what follows, null while the vote is open
     * @param unanimity whether everybody agreed, null while the vote is open
     */
    public record Counted(
            @Nullable Tally heads,
            @Nullable Tally weight,
            @Nullable Tally population,
            @Nullable Outcome outcome,
            @Nullable Unanimity unanimity) {
        /** An open secret vote: what its urn holds is not known before it is emptied. */
        static final Counted NOT_YET = new Counted(null, null, null, null, null);
    }

    /**
     * An election's round.
     *
     * @param named who stands, and how they are elected
     * @param found what the ballots came to, null where they may not be known yet
     * @param declared the votes of candidates that minutes state, null where they state none
     * @param lots the lots drawn, in their order
     */
    public record Contest(
            CandidatesNamed named,
            @Nullable ElectionFound found,
            @Nullable VotesDeclared declared,
            List<DrawnLot> lots) {
        /** The same without what the ballots came to. */
        public Contest withoutVotes() {
            return new Contest(named, null, declared, lots);
        }

        /** How it stood before the first lot that had not happened; null where all lots had. */
        private @Nullable Undrawn undrawn(LongPredicate happened) {
            return lots.stream()
                    .filter(lot -> !happened.test(lot.moment().position()))
                    .findFirst()
                    .map(DrawnLot::before)
                    .orElse(null);
        }

        private Contest asAt(LongPredicate happened, Undrawn undrawn) {
            var drawn = lots.stream()
                    .takeWhile(lot -> happened.test(lot.moment().position()))
                    .toList();
            return new Contest(named, undrawn.found(), declared, drawn);
        }
    }

    /**
     * A lot: when it was recorded, who came first, second and so on, who drew, and who recorded it.
     *
     * @param before how the vote stood until it was drawn
     */
    public record DrawnLot(
            Moment moment,
            List<CandidateId> drawn,
            @Nullable Participant by,
            Actor recordedBy,
            Undrawn before) {}

    /** An election as it stood before a lot was drawn: what the ballots had come to, and how that is told. */
    public record Undrawn(
            @Nullable ElectionFound found,
            Counted counted,
            @Nullable Bilingual explanation) {}

    /** Its identifier. */
    public VoteId id() {
        return question.vote();
    }

    /** How far it has come. */
    public Status status() {
        return annulled != null ? Status.ANNULLED : closed != null ? Status.CLOSED : Status.OPEN;
    }

    /**
     * Whether the question is adopted by this vote together with the stages before it; null where it is no stage, and where
     * that is not known.
     */
    public @Nullable Boolean adopted() {
        var staging = ties.staging();
        var outcome = counted.outcome();
        if (staging == null || outcome == null || annulled != null) {
            return null;
        }
        return staging.adopted(outcome);
    }

    /** When it ended, by closing or, where it was never closed, by annulment; null while it is open. */
    public @Nullable Moment ended() {
        return closed != null ? closed : annulled != null ? annulled.moment() : null;
    }

    /** The same with only those of its later facts that had happened: lots, proclamation, annulment, findings. */
    public VoteResult asAt(LongPredicate happened) {
        var undrawn = contest == null ? null : contest.undrawn(happened);
        return new VoteResult(
                question,
                opened,
                closed,
                annulled == null || happened.test(annulled.moment().position()) ? annulled : null,
                atOpening,
                atClosing,
                electorate,
                entitled,
                undrawn == null ? counted : undrawn.counted(),
                recused,
                declined,
                ballots,
                voted,
                votedCount,
                undrawn == null ? explanation : undrawn.explanation(),
                quorumAtClosing,
                asClosed,
                proclaimed == null || happened.test(proclaimed.moment().position()) ? proclaimed : null,
                declared,
                contest == null || undrawn == null ? contest : contest.asAt(happened, undrawn),
                ties,
                findings.stream()
                        .filter(finding -> happened.test(finding.position()))
                        .toList());
    }

    /** Whether it may not be known of every seat whether it has voted. */
    public boolean isParticipationWithheld() {
        return voted.size() < votedCount;
    }

    /** The same without what may not be known of an open vote: every choice but those of these seats, and the counts. */
    public VoteResult withoutChoices(Set<SeatId> but) {
        var own = ballots == null
                ? List.<Ballot>of()
                : ballots.stream().filter(ballot -> but.contains(ballot.seat())).toList();
        return with(
                Counted.NOT_YET,
                own.isEmpty() ? null : own,
                voted,
                null,
                null,
                contest == null ? null : contest.withoutVotes());
    }

    /** The same without who has voted, but for these seats. */
    public VoteResult withoutParticipation(Set<SeatId> but) {
        return with(
                counted,
                ballots,
                voted.stream().filter(but::contains).collect(Collectors.toUnmodifiableSet()),
                explanation,
                asClosed,
                contest);
    }

    private VoteResult with(
            Counted shown,
            @Nullable List<Ballot> shownBallots,
            Set<SeatId> shownVoters,
            @Nullable Bilingual told,
            @Nullable Counted before,
            @Nullable Contest election) {
        return new VoteResult(
                question,
                opened,
                closed,
                annulled,
                atOpening,
                atClosing,
                electorate,
                entitled,
                shown,
                recused,
                declined,
                shownBallots,
                shownVoters,
                votedCount,
                told,
                quorumAtClosing,
                before,
                proclaimed,
                declared,
                election,
                ties,
                findings);
    }
}
