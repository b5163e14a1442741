package org.plenum.command;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Across;
import org.plenum.vocabulary.Actor;
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
import org.plenum.vocabulary.VoteId;
import org.plenum.vocabulary.When;

/**
 * What may be asked of a session. When the fact happened, who asks and under which key goes with the command, not in it.
 */
public sealed interface SessionCommand extends Command {
    /** The session concerned. */
    SessionId session();

    // ---- the session

    /**
     * Calls a session, with the roll and the rules frozen into it.
     *
     * @param rules the rules that hold, or null where nobody stated any and the usual ones are to be assumed
     * @param sheet what the attendance sheet of paper minutes says; empty in a live session
     */
    record ConveneSession(
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
            List<AgendaItem> agenda,
            List<Seat> roll,
            @Nullable RulesOfProcedure rules,
            Map<SeatId, SheetMark> sheet)
            implements SessionCommand {}

    /** Begins the sitting. */
    record OpenSession(SessionId session) implements SessionCommand {}

    /** Pauses it. */
    record SuspendSession(SessionId session, @Nullable FreeText reason) implements SessionCommand {}

    /** Goes on. */
    record ResumeSession(SessionId session) implements SessionCommand {}

    /** Goes on another day, where known then. */
    record AdjournSession(SessionId session, When to) implements SessionCommand {}

    /** Ends it for want of a quorum. */
    record DeclareDeserted(SessionId session, @Nullable FreeText reason) implements SessionCommand {}

    /** Ends it. */
    record CloseSession(SessionId session) implements SessionCommand {}

    // ---- who is there

    /** One who answered the roll. */
    record RollEntry(SeatId seat, Mode mode, @Nullable Delegate delegate) {}

    /** Calls the roll: the named are there, all others are not. {@code absent} may name some of the others. */
    record CallRoll(SessionId session, List<RollEntry> present, List<SeatId> absent) implements SessionCommand {}

    /** Calls the roll; only the number is known. */
    record CountRoll(SessionId session, int present) implements SessionCommand {}

    /** A seat arrives. */
    record RegisterArrival(
            SessionId session,
            SeatId seat,
            Mode mode,
            @Nullable Delegate delegate) implements SessionCommand {}

    /** A seat leaves. */
    record RegisterDeparture(
            SessionId session, SeatId seat, @Nullable FreeText reason) implements SessionCommand {}

    /** A present seat goes on in another mode. */
    record ChangeMode(SessionId session, SeatId seat, Mode mode) implements SessionCommand {}

    /** Another person acts for a present seat. */
    record ReplaceDelegate(SessionId session, SeatId seat, Delegate delegate) implements SessionCommand {}

    /** People without names come, go, or come back. */
    record NoteUnnamed(SessionId session, Movement movement, int count) implements SessionCommand {}

    /** Minutes call these seats absent at the vote that follows, though nothing says when they left. */
    record NoteAbsent(SessionId session, List<SeatId> seats) implements SessionCommand {}

    /** Minutes call all seats but these absent at the vote that follows. */
    record NoteAbsentAllBut(SessionId session, List<SeatId> seats) implements SessionCommand {}

    /** The minutes state how many are present. */
    record DeclarePresence(SessionId session, int present) implements SessionCommand {}

    /** A person without a seat is present or absent. */
    record NoteAttendee(
            SessionId session,
            String name,
            @Nullable String role,
            @Nullable String affiliation,
            boolean present) implements SessionCommand {}

    /** Somebody else presides. */
    record HandOverChair(SessionId session, Participant chair) implements SessionCommand {}

    /** Somebody else records. */
    record ReplaceClerk(SessionId session, Participant clerk) implements SessionCommand {}

    /** These help with the counting. */
    record AppointScrutineers(SessionId session, List<SeatId> seats) implements SessionCommand {}

    /** An absent seat is represented by a present one. */
    record GiveProxy(SessionId session, SeatId from, SeatId to) implements SessionCommand {}

    /** The proxy is taken back. */
    record RevokeProxy(SessionId session, SeatId from) implements SessionCommand {}

    /** Looks whether there is a quorum, perhaps because a member asked. */
    record VerifyQuorum(SessionId session, @Nullable SeatId requestedBy) implements SessionCommand {}

    /** The public leaves. */
    record CloseToPublic(SessionId session, @Nullable FreeText reason) implements SessionCommand {}

    /** The public may come back. */
    record ReopenToPublic(SessionId session) implements SessionCommand {}

    // ---- the agenda

    /** Turns to an item. */
    record TakeUpItem(SessionId session, ItemNumber number) implements SessionCommand {}

    /** Ends an item without a vote. */
    record ConcludeItem(SessionId session, ItemNumber number, Conclusion how) implements SessionCommand {}

    /** Makes this the agenda. */
    record AmendAgenda(SessionId session, List<AgendaItem> agenda) implements SessionCommand {}

    /** Somebody spoke. */
    record RecordStatement(SessionId session, Participant speaker, FreeText text) implements SessionCommand {}

    // ---- votes

    /**
     * Puts a question.
     *
     * @param vote its identifier, or null to let the session number it
     * @param items the items it decides; empty for the item at hand, or none
     * @param method how the assembly votes, or null where minutes do not say
     * @param majority the rule by which it is decided, or null for the assembly's usual one
     * @param procedural whether it is a procedural motion, which rules may free from the quorum
     * @param across what ties it to other sessions; null where nothing does. A stage brings its own majority
     */
    record OpenVote(
            SessionId session,
            @Nullable VoteId vote,
            List<ItemNumber> items,
            String subject,
            @Nullable Method method,
            @Nullable Rule majority,
            boolean procedural,
            @Nullable VoteId follows,
            @Nullable VoteId repeats,
            @Nullable Participant mover,
            @Nullable Participant seconder,
            @Nullable Across across)
            implements SessionCommand {
        /** A vote of this session alone. */
        public OpenVote(
                SessionId session,
                @Nullable VoteId vote,
                List<ItemNumber> items,
                String subject,
                @Nullable Method method,
                @Nullable Rule majority,
                boolean procedural,
                @Nullable VoteId follows,
                @Nullable VoteId repeats,
                @Nullable Participant mover,
                @Nullable Participant seconder) {
            this(session, vote, items, subject, method, majority, procedural, follows, repeats, mover, seconder, null);
        }
    }

    /**
     * Puts a question that an earlier session has a part in. Only the ledger gives this command, in the place of {@link
     * OpenVote}: it alone knows what happened there.
     *
     * @param earlier the session that the vote names; null where there is none of that name
     */
    record OpenVoteAcross(
            SessionId session, OpenVote vote, @Nullable EarlierSession earlier) implements SessionCommand {}

    /**
     * Has candidates voted on.
     *
     * @param vote its identifier, or null to let the session number it
     * @param items the items it decides; empty for the item at hand, or none
     * @param rule how they are elected, or null for one place, one preference and the most votes
     * @param repeats the annulled vote that this one repeats
     */
    record OpenElection(
            SessionId session,
            @Nullable VoteId vote,
            List<ItemNumber> items,
            String subject,
            @Nullable Method method,
            @Nullable ElectionRule rule,
            List<Candidate> candidates,
            @Nullable VoteId repeats)
            implements SessionCommand {}

    /**
     * Has the candidates who are left voted on again, as the round before has left it.
     *
     * @param subject what this round is called, or null for the subject of the round before
     * @param method how the assembly votes this time, or null for the way of the round before
     */
    record OpenRound(
            SessionId session,
            @Nullable VoteId vote,
            VoteId after,
            @Nullable String subject,
            @Nullable Method method) implements SessionCommand {}

    /** A lot was drawn between those who are equal: who came first, second and so on, and who drew. */
    record RecordLot(
            SessionId session,
            VoteId vote,
            List<CandidateId> drawn,
            @Nullable Participant by) implements SessionCommand {}

    /** Calls the seats to vote in this order; those not named follow in the order of the roll. */
    record OrderRollCall(SessionId session, VoteId vote, List<SeatId> order) implements SessionCommand {}

    /** A seat's ballot. */
    record CastBallot(SessionId session, VoteId vote, SeatId seat, Choice choice) implements SessionCommand {}

    /** What a seat did in a vote, as a clerk records it by exception: a stance, or no part taken. */
    sealed interface Part {
        /** Cast this. */
        record Cast(Choice.Stance stance) implements Part {}

        /** Took no part, though present. */
        record Declined() implements Part {}
    }

    /**
     * Records a vote by exception: one ballot for each seat, all or none.
     *
     * @param named the seats named, each with what it did
     * @param rest what all others of the electorate did, less the recused, the declined and those who have cast; null
     *     where nothing is said of them
     */
    record RecordBallots(
            SessionId session,
            VoteId vote,
            List<NamedPart> named,
            @Nullable Part rest) implements SessionCommand {}

    /** One seat, and what it did in a vote. */
    record NamedPart(SeatId seat, Part part) {}

    /** A seat takes no part in a vote. */
    record DeclineToParticipate(SessionId session, VoteId vote, SeatId seat) implements SessionCommand {}

    /** A seat leaves the count for an item or a vote: exactly one of the two is named. */
    record Recuse(
            SessionId session,
            SeatId seat,
            @Nullable ItemNumber item,
            @Nullable VoteId vote,
            FreeText reason) implements SessionCommand {}

    /** Ends a vote and counts it. */
    record CloseVote(SessionId session, VoteId vote) implements SessionCommand {}

    /**
     * Ends a secret vote with what its urn holds. Only the ledger gives this command, in the place of {@link CloseVote}:
     * it alone can open the urn.
     */
    record CloseSecretVote(SessionId session, VoteId vote, List<ChoiceCount> urn) implements SessionCommand {}

    /** Announces the outcome. */
    record Proclaim(SessionId session, VoteId vote, Outcome outcome) implements SessionCommand {}

    /** Takes a vote back. */
    record AnnulVote(SessionId session, VoteId vote, FreeText reason) implements SessionCommand {}

    /** The minutes state these numbers of a vote. */
    record DeclareCounts(SessionId session, VoteId vote, DeclaredCounts declared) implements SessionCommand {}

    /** The minutes state these votes of candidates, and perhaps who was elected. */
    record DeclareVotes(SessionId session, VoteId vote, Map<CandidateId, Integer> votes, List<CandidateId> elected)
            implements SessionCommand {}

    // ---- what a second person must confirm

    /**
     * Gives a command that the rules leave to two persons. Only the ledger gives this one, in the place of the command
     * itself, because it alone keeps what the command says.
     *
     * @param content the command as data
     */
    record Propose(SessionId session, SessionCommand command, FreeText content) implements SessionCommand {}

    /** Confirms what somebody else proposed at that position: it takes effect. */
    record ConfirmProposal(SessionId session, long proposal) implements SessionCommand {}

    /**
     * Carries out what was proposed. Only the ledger gives this command, in the place of {@link ConfirmProposal}: it alone
     * knows what was proposed, and who confirms it.
     *
     * @param when when the fact happened, as was stated in the proposal
     */
    record CarryOut(SessionId session, long proposal, SessionCommand command, When when, Actor by)
            implements SessionCommand {}

    /** Takes back what was proposed at that position, or rejects it. */
    record WithdrawProposal(
            SessionId session, long proposal, @Nullable FreeText reason) implements SessionCommand {}

    // ---- what is put right

    /** The recorded arrival or departure at this position should not be there, or be otherwise. */
    record CorrectAttendance(
            SessionId session,
            long target,
            boolean struck,
            @Nullable SeatId seat,
            When at,
            @Nullable Mode mode,
            @Nullable Delegate delegate,
            FreeText reason)
            implements SessionCommand {}

    /** A seat's ballot should be recorded as this; {@code to} null where it cast none. */
    record CorrectBallot(
            SessionId session,
            VoteId vote,
            SeatId seat,
            @Nullable Choice to,
            FreeText reason) implements SessionCommand {}

    /** The outcome that was, or should have been, proclaimed. */
    record CorrectProclamation(SessionId session, VoteId vote, Outcome to, FreeText reason) implements SessionCommand {}

    /** What was said, or by whom, in the statement at this position. */
    record CorrectStatement(
            SessionId session,
            long target,
            @Nullable Participant speaker,
            @Nullable FreeText text,
            FreeText reason) implements SessionCommand {}

    /** The numbers or the outcome that the minutes should have declared of a vote. */
    record CorrectDeclaration(SessionId session, VoteId vote, DeclaredCounts to, FreeText reason)
            implements SessionCommand {}

    /**
     * Minutes add something in their own words to what was recorded at this position.
     *
     * @param corrects whether they put it right by that
     */
    record RecordNote(SessionId session, long about, FreeText text, boolean corrects) implements SessionCommand {
        /** A note that corrects nothing. */
        public RecordNote(SessionId session, long about, FreeText text) {
            this(session, about, text, false);
        }
    }

    /** A vote of this session approves the minutes of another. */
    record ApproveMinutes(SessionId session, SessionId approved, VoteId vote) implements SessionCommand {}
}
