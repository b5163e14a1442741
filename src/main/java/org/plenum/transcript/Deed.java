package org.plenum.transcript;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.command.SessionCommand.RollEntry;
import org.plenum.vocabulary.Across;
import org.plenum.vocabulary.Candidate;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.Conclusion;
import org.plenum.vocabulary.DeclaredCounts;
import org.plenum.vocabulary.ElectionRule;
import org.plenum.vocabulary.FreeText;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.Method;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.Movement;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.VoteId;
import org.plenum.vocabulary.When;

/** What a step says happened: one for each word that {@code do} may have. */
public sealed interface Deed {
    /** {@code open} */
    record Open() implements Deed {}

    /** {@code suspend} */
    record Suspend() implements Deed {}

    /** {@code resume} */
    record Resume() implements Deed {}

    /** {@code close} */
    record Close() implements Deed {}

    /** {@code adjourn}: until then, where the minutes say so. */
    record Adjourn(When to) implements Deed {}

    /** {@code deserted} */
    record Deserted(@Nullable FreeText reason) implements Deed {}

    /** {@code rollcall} by name. */
    record CallRoll(List<RollEntry> present, List<SeatId> absent) implements Deed {}

    /** {@code rollcall} of which only the number is known. */
    record CountRoll(int count) implements Deed {}

    /** {@code arrive} */
    record Arrive(
            SeatId seat,
            Mode mode,
            @Nullable String delegate,
            @Nullable FreeText reason) implements Deed {}

    /** {@code depart}; mode and delegate only repeat how the seat was there. */
    record Depart(
            SeatId seat,
            Mode mode,
            @Nullable String delegate,
            @Nullable FreeText reason) implements Deed {}

    /** {@code mode} */
    record ChangeMode(SeatId seat, Mode mode) implements Deed {}

    /** {@code delegate} */
    record ReplaceDelegate(SeatId seat, String delegate) implements Deed {}

    /** {@code proxy} */
    record GiveProxy(SeatId from, SeatId to) implements Deed {}

    /** {@code unnamed} */
    record MoveUnnamed(Movement movement, int count) implements Deed {}

    /** {@code present} */
    record DeclarePresent(int count) implements Deed {}

    /** {@code chair} */
    record TakeChair(Participant chair) implements Deed {}

    /** {@code clerk} */
    record ReplaceClerk(Participant clerk) implements Deed {}

    /** {@code item} */
    record TakeUp(ItemNumber item) implements Deed {}

    /** {@code conclude} */
    record Conclude(ItemNumber item, Conclusion how) implements Deed {}

    /** {@code statement} */
    record Say(Participant speaker, FreeText text) implements Deed {}

    /** {@code vote}: opened, recorded and closed in one. */
    record Vote(
            VoteId id,
            List<ItemNumber> items,
            String subject,
            @Nullable Method method,
            @Nullable Rule majority,
            Division division,
            List<Recusal> recused,
            @Nullable Participant mover,
            @Nullable Participant seconder,
            @Nullable VoteId follows,
            @Nullable VoteId repeats,
            @Nullable Across across,
            @Nullable DeclaredCounts declared,
            @Nullable Contest contest)
            implements Deed {}

    /**
     * What makes a vote an election.
     *
     * @param rule how candidates are elected, where the minutes say so
     * @param candidates who stands; empty in a further round, where the round before says it
     * @param after the round before, in a further round
     * @param preferred who preferred whom, where the minutes name them: each seat with its candidates
     * @param rest whom everybody else preferred; null where nothing is said of them
     * @param votes the votes that the minutes state of each candidate
     * @param elected who was elected, as the minutes declare it
     */
    record Contest(
            @Nullable ElectionRule rule,
            List<Candidate> candidates,
            @Nullable VoteId after,
            Map<SeatId, List<CandidateId>> preferred,
            @Nullable CandidateId rest,
            Map<CandidateId, Integer> votes,
            List<CandidateId> elected,
            @Nullable Drawn lot) {}

    /** A lot that the minutes report: in which order candidates were drawn, and by whom. */
    record Drawn(List<CandidateId> order, @Nullable Participant by) {}

    /** A seat that left the count, and why. */
    record Recusal(SeatId seat, FreeText reason) {}

    /** {@code annul} */
    record Annul(VoteId vote, FreeText reason) implements Deed {}

    /** {@code approve-minutes} */
    record ApproveMinutes(SessionId session, VoteId vote) implements Deed {}

    /** {@code correct} */
    sealed interface Correct extends Deed {
        /** The step that is put right. */
        String target();

        /** Why. */
        FreeText reason();
    }

    /** Puts an arrival or departure right: it should not be there, or be otherwise. */
    record CorrectPassage(
            String target,
            boolean struck,
            @Nullable SeatId seat,
            When at,
            @Nullable Mode mode,
            @Nullable String delegate,
            FreeText reason)
            implements Correct {}

    /**
     * Puts a roll call right.
     *
     * @param present everybody who answered, or null where the correction does not list them
     * @param absent some of those who did not
     */
    record CorrectRoll(String target, @Nullable List<RollEntry> present, List<SeatId> absent, FreeText reason)
            implements Correct {}

    /** Puts a statement right. */
    record CorrectStatement(
            String target,
            @Nullable Participant speaker,
            @Nullable FreeText text,
            FreeText reason) implements Correct {}

    /** Puts right, in words, what no other correction can: what stood before stays, and what should stand is noted. */
    record CorrectInWords(String target, FreeText words, FreeText reason) implements Correct {}

    /** Puts a vote right: the lists as they should have been, or the numbers that should have been declared. */
    record CorrectVote(
            String target, Division division, @Nullable DeclaredCounts declared, FreeText reason) implements Correct {}
}
