package org.plenum.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.AgendaItem;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.Candidate;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.ChoiceCount;
import org.plenum.vocabulary.Conclusion;
import org.plenum.vocabulary.DeclaredCounts;
import org.plenum.vocabulary.Delegate;
import org.plenum.vocabulary.ElectionRule;
import org.plenum.vocabulary.FreeText;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.Method;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.Movement;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.Provenance;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.SheetMark;
import org.plenum.vocabulary.Stage;
import org.plenum.vocabulary.Stages;
import org.plenum.vocabulary.StatedTime;
import org.plenum.vocabulary.Tally;
import org.plenum.vocabulary.VoteId;

/**
 * What can happen in a session. Each states a fact; what a fold over the facts can tell (who is present, who has not
 * voted) is not stated again, so that an event stays small however large the assembly is.
 */
public sealed interface SessionEvent extends Event {

    /** How the session is called: of whom, by which rules, with which list of those expected. */
    sealed interface OfConvening extends SessionEvent {}

    /** The course of the sitting: whether it is held, whether it may go on, and before whom. */
    sealed interface OfSitting extends SessionEvent {}

    /** Who is there, and for whom. */
    sealed interface OfPresence extends SessionEvent {}

    /** Who presides, records and counts. */
    sealed interface OfOffice extends SessionEvent {}

    /** Who is represented by whom. */
    sealed interface OfProxy extends SessionEvent {}

    /** What is dealt with, and in which order. */
    sealed interface OfAgenda extends SessionEvent {}

    /** Acts that need a second person. */
    sealed interface OfProposal extends SessionEvent {}

    /** What is said and noted. */
    sealed interface OfStatement extends SessionEvent {}

    /** What happens to one vote, from its opening to what is put right in it afterwards. */
    sealed interface OfVote extends SessionEvent {
        /** The vote. */
        VoteId vote();
    }

    /** A seat's ballot: what large sessions nearly consist of, and what no list of sessions shows. */
    sealed interface Ballot extends OfVote {}

    // ---- the session

    /** The session is called. {@code call} counts from 1; a second call names the session that it repeats. */
    @Stored(name = "SessionConvened")
    record SessionConvened(
            SessionId session,
            AssemblyId assembly,
            String assemblyName,
            String title,
            LocalDate date,
            ZoneId zone,
            Provenance provenance,
            int call,
            @Nullable SessionId secondCallOf,
            @Nullable String place,
            @Nullable LocalTime scheduled,
            @Nullable SeatId president,
            @Nullable String clerk,
            @Nullable String source,
            List<AgendaItem> agenda)
            implements OfConvening {}

    /** Seats of the roll as it stands for this session, whatever becomes of the assembly's. Large rolls take several. */
    @Stored(name = "SeatsEnrolled")
    record SeatsEnrolled(List<Seat> seats) implements OfConvening {}

    /** The rules that hold for this session; {@code assumed} where nobody stated any and the usual ones apply. */
    @Stored(name = "RulesFrozen")
    record RulesFrozen(RulesOfProcedure rules, boolean assumed) implements OfConvening {}

    /** What the attendance sheet of paper minutes says, without times. */
    @Stored(name = "SheetDeclared")
    record SheetDeclared(Map<SeatId, SheetMark> marks) implements OfConvening {}

    /** The sitting begins. */
    @Stored(name = "SessionOpened")
    record SessionOpened() implements OfSitting {}

    /** The sitting pauses. */
    @Stored(name = "SessionSuspended")
    record SessionSuspended(@Nullable FreeText reason) implements OfSitting {}

    /** The sitting goes on. */
    @Stored(name = "SessionResumed")
    record SessionResumed() implements OfSitting {}

    /** The session goes on another day, where known at the time {@code to}. */
    @Stored(name = "SessionAdjourned")
    record SessionAdjourned(@Nullable StatedTime to) implements OfSitting {}

    /** Found without a quorum and ended; so many voting seats were there. */
    @Stored(name = "SessionDeserted")
    record SessionDeserted(
            @Nullable Integer present, @Nullable FreeText reason) implements OfSitting {}

    /** The session is over. */
    @Stored(name = "SessionClosed")
    record SessionClosed() implements OfSitting {}

    // ---- who is there

    /** The roll was called and so many answered; who came or went by it follows as events of their own. */
    @Stored(name = "RollCalled")
    record RollCalled(int present) implements OfPresence {}

    /** The roll was called and the minutes give a number without names. */
    @Stored(name = "RollCounted")
    record RollCounted(int present) implements OfPresence {}

    /** A seat is there from here on, through this delegate where one is named. */
    @Stored(name = "SeatArrived")
    record SeatArrived(SeatId seat, Mode mode, @Nullable Delegate delegate) implements OfPresence {}

    /** A seat is there no longer; {@code inferred} where nobody saw it go and it was missed afterwards. */
    @Stored(name = "SeatDeparted")
    record SeatDeparted(SeatId seat, @Nullable FreeText reason, boolean inferred) implements OfPresence {}

    /** A present seat is now present in another way. */
    @Stored(name = "AttendanceModeChanged")
    record AttendanceModeChanged(SeatId seat, Mode mode) implements OfPresence {}

    /** Another person acts for a present seat. */
    @Stored(name = "DelegateReplaced")
    record DelegateReplaced(SeatId seat, Delegate delegate) implements OfPresence {}

    /** So many people without names came, went, or came back. */
    @Stored(name = "UnnamedMoved")
    record UnnamedMoved(Movement movement, int count) implements OfPresence {}

    /** The minutes state how many are present. */
    @Stored(name = "PresenceDeclared")
    record PresenceDeclared(int present) implements OfPresence {}

    /** A person without a seat is present or absent. */
    @Stored(name = "AttendeeNoted")
    record AttendeeNoted(
            String name, @Nullable String role, @Nullable String affiliation, boolean present) implements OfPresence {}

    /** Somebody presides from here on. */
    @Stored(name = "ChairTaken")
    record ChairTaken(Participant chair) implements OfOffice {}

    /** Somebody records from here on. */
    @Stored(name = "ClerkReplaced")
    record ClerkReplaced(Participant clerk) implements OfOffice {}

    /** These help with the counting. */
    @Stored(name = "ScrutineersAppointed")
    record ScrutineersAppointed(List<SeatId> seats) implements OfOffice {}

    /** An absent seat is represented by a present one, until the giver arrives or the holder leaves. */
    @Stored(name = "ProxyGiven")
    record ProxyGiven(SeatId from, SeatId to) implements OfProxy {}

    /** The proxy is taken back. */
    @Stored(name = "ProxyRevoked")
    record ProxyRevoked(SeatId from) implements OfProxy {}

    /** The quorum was looked at and found so; {@code met} is null where presence is not certain enough to tell. */
    @Stored(name = "QuorumVerified")
    record QuorumVerified(QuorumAsFound quorum, @Nullable SeatId requestedBy) implements OfSitting {}

    /** The public leaves. */
    @Stored(name = "SittingClosedToPublic")
    record SittingClosedToPublic(@Nullable FreeText reason) implements OfSitting {}

    /** The public may come back. */
    @Stored(name = "SittingReopened")
    record SittingReopened() implements OfSitting {}

    // ---- the agenda

    /** The assembly turns to an item. */
    @Stored(name = "ItemTakenUp")
    record ItemTakenUp(ItemNumber number) implements OfAgenda {}

    /** An item ends without a vote. */
    @Stored(name = "ItemConcluded")
    record ItemConcluded(ItemNumber number, Conclusion how) implements OfAgenda {}

    /** The agenda is this from here on: items added, removed, renamed or in another order. */
    @Stored(name = "AgendaAmended")
    record AgendaAmended(List<AgendaItem> agenda) implements OfAgenda {}

    /** Somebody spoke. */
    @Stored(name = "StatementRecorded")
    record StatementRecorded(Participant speaker, FreeText text) implements OfStatement {}

    // ---- votes

    /**
     * A question is put. The electorate is whoever a fold finds present or represented here, less the recused.
     *
     * @param method how the assembly votes; null where minutes do not say
     * @param majority the rule by which it is decided
     * @param majorityAssumed whether nobody stated that rule
     * @param electorate how many seats may vote; null where presence is not certain
     * @param electorateWeight what their votes are worth together; null where presence is not certain
     * @param follows the vote whose outcome this one completes (immediate executability)
     * @param repeats the annulled vote that this one repeats, by the same electorate
     */
    @Stored(name = "VoteOpened")
    record VoteOpened(
            VoteId vote,
            List<ItemNumber> items,
            String subject,
            @Nullable Method method,
            Rule majority,
            boolean majorityAssumed,
            boolean procedural,
            @Nullable Integer electorate,
            @Nullable BigDecimal electorateWeight,
            QuorumAsFound quorum,
            @Nullable VoteId follows,
            @Nullable VoteId repeats,
            @Nullable Participant mover,
            @Nullable Participant seconder)
            implements OfVote {}

    /**
     * In the vote that opens with one of the next events only these seats vote: those that sat in the earlier session
     * whose minutes it approves. Large rolls take several.
     *
     * @param session the earlier session
     * @param upTo the last position of that session that was known
     */
    @Stored(name = "WhoSatNamed")
    record WhoSatNamed(VoteId vote, SessionId session, long upTo, List<SeatId> seats) implements OfVote {}

    /**
     * The vote that opens with the next event is one of several, in several sessions, that decide a question together.
     *
     * @param earlier the stages before it, in their order
     */
    @Stored(name = "StageNamed")
    record StageNamed(VoteId vote, Stages stages, List<Stage> earlier) implements OfVote {}

    /** In this order the seats are called to vote; those not named follow in the order of the roll. */
    @Stored(name = "RollCallOrdered")
    record RollCallOrdered(VoteId vote, List<SeatId> order) implements OfVote {}

    /** A seat's ballot. Who cast or recorded it is the event's actor. */
    @Stored(name = "BallotCast")
    record BallotCast(VoteId vote, SeatId seat, Choice choice) implements Ballot {}

    /** A seat takes part in a secret vote. What it cast went into the urn and stands nowhere beside its name. */
    @Stored(name = "SecretBallotCast")
    record SecretBallotCast(VoteId vote, SeatId seat) implements Ballot {}

    /** A secret vote's urn is emptied: all its ballots together, the same ones counted, in an order that says nothing. */
    @Stored(name = "UrnOpened")
    record UrnOpened(VoteId vote, List<ChoiceCount> ballots) implements OfVote {}

    /** A seat changes its ballot before the vote closes, where the rules allow; the earlier one stays readable. */
    @Stored(name = "BallotChanged")
    record BallotChanged(VoteId vote, SeatId seat, Choice choice) implements Ballot {}

    /**
     * What "the rest" did, say minutes of a vote in which nobody can say who the rest were. How many follows from the
     * electorate.
     *
     * @param choice what they cast; null where they took no part
     */
    @Stored(name = "UnnamedBallotsRecorded")
    record UnnamedBallotsRecorded(VoteId vote, Choice.@Nullable Stance choice) implements OfVote {}

    /** A seat is present and takes no part in this vote. */
    @Stored(name = "ParticipationDeclined")
    record ParticipationDeclined(VoteId vote, SeatId seat) implements OfVote {}

    /** A seat leaves the count for one item or one vote because of a conflict of interest. */
    @Stored(name = "SeatRecused")
    record SeatRecused(
            SeatId seat,
            @Nullable ItemNumber item,
            @Nullable VoteId vote,
            FreeText reason) implements SessionEvent {}

    /**
     * The vote that opens with the next event is an election: these stand, and this is how they are elected.
     *
     * @param round which round it is, counted from 1
     * @param after the vote of the round before; null in the first
     * @param places how many places are still to be filled
     * @param standing who can be voted for, in the order of the list
     */
    @Stored(name = "CandidatesNamed")
    record CandidatesNamed(
            VoteId vote,
            ElectionRule rule,
            int round,
            @Nullable VoteId after,
            int places,
            List<Candidate> standing) implements OfVote {}

    /**
     * The vote ends and is counted.
     *
     * @param counts ballots by choice, in heads; null where the minutes give neither names nor all the numbers
     * @param weightCounts the same by weight; null where names are unknown
     * @param populationCounts the same by population; null where names or populations are unknown
     */
    @Stored(name = "VoteClosed")
    record VoteClosed(
            VoteId vote,
            @Nullable Tally counts,
            @Nullable Tally weightCounts,
            @Nullable Tally populationCounts,
            Outcome outcome,
            QuorumAsFound quorum)
            implements OfVote {}

    /** The chair announces the outcome. */
    @Stored(name = "OutcomeProclaimed")
    record OutcomeProclaimed(VoteId vote, Outcome outcome) implements OfVote {}

    /** The vote does not hold. It and its ballots stay readable. */
    @Stored(name = "VoteAnnulled")
    record VoteAnnulled(VoteId vote, FreeText reason) implements OfVote {}

    /** The minutes state these numbers of a vote. */
    @Stored(name = "CountsDeclared")
    record CountsDeclared(VoteId vote, DeclaredCounts declared) implements OfVote {}

    /** The minutes state these votes of candidates, and perhaps who was elected. */
    @Stored(name = "VotesDeclared")
    record VotesDeclared(VoteId vote, Map<CandidateId, Integer> votes, List<CandidateId> elected) implements OfVote {}

    /**
     * A lot was drawn between candidates with equally many votes.
     *
     * @param drawn who was drawn first, second and so on
     * @param by who drew; null where minutes do not say
     * @param outcome what the election has come to with it
     */
    @Stored(name = "LotDrawn")
    record LotDrawn(
            VoteId vote, List<CandidateId> drawn, @Nullable Participant by, Outcome outcome) implements OfVote {}

    // ---- what a second person must confirm

    /**
     * Somebody has given a command that the rules leave to two persons. It has no effect until another one confirms it.
     *
     * @param command the command's name: "annul-vote"
     * @param content what it says, as data; a text, because it may hold reasons that are withheld later
     */
    @Stored(name = "CommandProposed")
    record CommandProposed(String command, FreeText content) implements OfProposal {}

    /** Another person confirms what was proposed at that position; what it brings about follows. */
    @Stored(name = "ProposalConfirmed")
    record ProposalConfirmed(long proposal) implements OfProposal {}

    /** What was proposed at that position is taken back by who proposed it, or rejected by somebody else. */
    @Stored(name = "ProposalWithdrawn")
    record ProposalWithdrawn(long proposal, @Nullable FreeText reason) implements OfProposal {}

    // ---- what was put right later

    /**
     * What should have been recorded of an arrival or departure.
     *
     * @param target the position of the event put right
     * @param struck whether it should not have been recorded at all; then the rest is null
     * @param seat the seat meant, where another was recorded
     * @param stated the time meant, where another or none was recorded
     * @param mode the mode meant
     * @param delegate the delegate meant
     */
    @Stored(name = "AttendanceCorrected")
    record AttendanceCorrected(
            long target,
            boolean struck,
            @Nullable SeatId seat,
            @Nullable StatedTime stated,
            @Nullable Mode mode,
            @Nullable Delegate delegate,
            FreeText reason)
            implements OfPresence {}

    /** What a seat's ballot should have been recorded as; {@code to} null where it cast none. */
    @Stored(name = "BallotCorrected")
    record BallotCorrected(
            VoteId vote,
            SeatId seat,
            @Nullable Choice from,
            @Nullable Choice to,
            FreeText reason) implements OfVote {}

    /** What the chair proclaimed, or should have. */
    @Stored(name = "ProclamationCorrected")
    record ProclamationCorrected(VoteId vote, @Nullable Outcome from, Outcome to, FreeText reason) implements OfVote {}

    /** What was said, or by whom. */
    @Stored(name = "StatementCorrected")
    record StatementCorrected(
            long target,
            @Nullable Participant speaker,
            @Nullable FreeText text,
            FreeText reason) implements OfStatement {}

    /** What the minutes declare of a vote, and should have; {@code from} null where they declared nothing. */
    @Stored(name = "DeclarationCorrected")
    record DeclarationCorrected(VoteId vote, @Nullable DeclaredCounts from, DeclaredCounts to, FreeText reason)
            implements OfVote {}

    /** What paper minutes add in their own words to the event at position {@code about}. */
    @Stored(name = "NoteRecorded")
    record NoteRecorded(long about, FreeText text) implements OfStatement {}

    /** The minutes of another session are approved by a vote of this one. */
    @Stored(name = "MinutesApproved")
    record MinutesApproved(SessionId session, VoteId vote) implements SessionEvent {}
}
