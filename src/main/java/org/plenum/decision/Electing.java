package org.plenum.decision;

import static org.plenum.vocabulary.SessionStage.OPEN;
import static org.plenum.vocabulary.SessionStage.SUSPENDED;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.command.Refusal;
import org.plenum.command.SessionCommand.DeclareVotes;
import org.plenum.command.SessionCommand.OpenElection;
import org.plenum.command.SessionCommand.OpenRound;
import org.plenum.command.SessionCommand.OpenVote;
import org.plenum.command.SessionCommand.RecordLot;
import org.plenum.decision.counting.ElectionFound;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.CandidatesNamed;
import org.plenum.event.SessionEvent.LotDrawn;
import org.plenum.event.SessionEvent.VotesDeclared;
import org.plenum.vocabulary.Candidate;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.ElectionRule;
import org.plenum.vocabulary.FindingCode;
import org.plenum.vocabulary.Lot;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.VoteId;

/** Elections: a round opened, the next one, the lot between those who are equal, and what minutes state of votes. */
final class Electing {
    private Electing() {}

    /**
     * What makes a vote a round of an election.
     *
     * @param assumed whether nobody stated how the candidates are elected
     */
    record Terms(
            ElectionRule rule,
            boolean assumed,
            int round,
            @Nullable VoteId after,
            int places,
            List<Candidate> standing) {
        /** The event that names the candidates of a vote. */
        CandidatesNamed named(VoteId vote) {
            return new CandidatesNamed(vote, rule, round, after, places, standing);
        }

        /** What a candidate needs in this round; where the most votes are enough, the usual majority stands for it. */
        Rule threshold() {
            return Objects.requireNonNullElse(rule.round(round).threshold(), RulesOfProcedure.USUAL_MAJORITY);
        }
    }

    static Decision<SessionEvent> open(SessionState state, OpenElection c, Ruling ruling) {
        var candidates = List.copyOf(c.candidates());
        check(candidates, ruling);
        if (!ruling.stands()) {
            return ruling.done();
        }
        var rule = c.rule() == null ? ElectionRule.ofOne() : c.rule();
        var terms = new Terms(rule, c.rule() == null, 1, null, rule.places(), candidates);
        var question = new OpenVote(
                c.session(),
                c.vote(),
                c.items(),
                c.subject(),
                c.method(),
                terms.threshold(),
                false,
                null,
                c.repeats(),
                null,
                null);
        return Voting.open(state, question, terms, Ties.NONE, ruling);
    }

    private static void check(List<Candidate> candidates, Ruling ruling) {
        ruling.forbid(candidates.isEmpty(), () -> new Refusal.NotWellFormed(Malformed.Fault.NUMBER, "candidates", "0"));
        var known = new HashSet<CandidateId>();
        for (var candidate : candidates) {
            ruling.forbid(
                    !known.add(candidate.id()),
                    () -> new Refusal.NotWellFormed(
                            Malformed.Fault.WORD, "candidates", candidate.id().value()));
        }
        ruling.forbid(
                candidates.stream()
                                .mapToInt(
                                        candidate -> Chunks.bytes(candidate.id().value(), candidate.name()))
                                .sum()
                        > Chunks.MOST_BYTES,
                () -> new Refusal.NotWellFormed(
                        Malformed.Fault.TEXT_LENGTH, "candidates", candidates.size() + " candidates"));
    }

    static Decision<SessionEvent> next(SessionState state, OpenRound c, Ruling ruling) {
        var before = state.vote(c.after()).orElse(null);
        if (before == null) {
            return ruling.refuse(new Refusal.UnknownVote(c.after()));
        }
        var contest = before.contest();
        if (contest == null) {
            return ruling.refuse(new Refusal.NotAnElection(c.after()));
        }
        if (before.isOpen()) {
            return ruling.refuse(new Refusal.VoteNotClosed(c.after()));
        }
        ruling.forbid(before.isAnnulled(), () -> new Refusal.VoteIsAnnulled(c.after()));
        state.votes().values().stream()
                .filter(vote -> !vote.isAnnulled() && follows(vote, c.after()))
                .forEach(later -> ruling.forbid(
                        true,
                        () -> new Refusal.RoundOpenedAlready(
                                c.after(), later.opened().vote())));
        if (before.outcome() == Outcome.NO_QUORUM
                || !(VoteCount.found(state, before) instanceof ElectionFound found)
                || !(found.next() instanceof ElectionFound.AnotherRound another)) {
            return ruling.refuse(new Refusal.NoFurtherRound(c.after()));
        }
        var election = contest.election().next(another);
        var opened = before.opened();
        var terms = new Terms(
                election.rule(),
                opened.majorityAssumed(),
                election.round(),
                c.after(),
                election.places(),
                election.standing());
        var question = new OpenVote(
                c.session(),
                c.vote(),
                opened.items(),
                c.subject() == null ? opened.subject() : c.subject(),
                c.method() == null ? opened.method() : c.method(),
                terms.threshold(),
                false,
                null,
                null,
                null,
                null);
        return Voting.open(state, question, terms, Ties.NONE, ruling);
    }

    private static boolean follows(VoteState vote, VoteId before) {
        return vote.contest() != null && before.equals(vote.contest().named().after());
    }

    static Decision<SessionEvent> drawLot(SessionState state, RecordLot c, Ruling ruling) {
        var vote = state.vote(c.vote()).orElse(null);
        if (vote == null) {
            return ruling.refuse(new Refusal.UnknownVote(c.vote()));
        }
        var contest = vote.contest();
        if (contest == null) {
            return ruling.refuse(new Refusal.NotAnElection(c.vote()));
        }
        var outcome = vote.outcome();
        if (outcome == null) {
            return ruling.refuse(new Refusal.VoteNotClosed(c.vote()));
        }
        var lot = new Lot(c.drawn());
        var known = contest.named().standing().stream().map(Candidate::id).toList();
        lot.drawn().stream().filter(drawn -> !known.contains(drawn)).forEach(drawn -> {
            throw new Malformed(Malformed.Fault.WORD, "candidate", drawn.value());
        });
        var among = among(state, vote);
        ruling.during(OPEN, SUSPENDED)
                .forbid(vote.isAnnulled(), () -> new Refusal.VoteIsAnnulled(c.vote()))
                .forbid(among == null, () -> new Refusal.NoLotToDraw(c.vote()))
                .forbid(
                        among != null && !Set.copyOf(among).equals(Set.copyOf(lot.drawn())),
                        () -> new Refusal.LotNotAmongEquals(c.vote(), Objects.requireNonNull(among)))
                .inTime();
        if (!ruling.stands()) {
            return ruling.done();
        }
        var decided = VoteCount.withLot(state, vote, lot);
        if (among != null) {
            // Votes that minutes miscount were noticed when it closed: a lot changes who is elected alone.
            Comparisons.elected(vote, decided).stream()
                    .filter(finding -> finding.code() == FindingCode.OUTCOME_MISMATCH)
                    .forEach(ruling::notice);
        }
        // A lot that minutes report and nothing called for decides nothing.
        return ruling.then(
                () -> new LotDrawn(c.vote(), lot.drawn(), c.by(), among == null ? outcome : decided.outcome()));
    }

    /** Between whom a lot is to be drawn; null where none is. */
    private static @Nullable List<CandidateId> among(SessionState state, VoteState vote) {
        return vote.outcome() == Outcome.UNDETERMINED
                        && VoteCount.found(state, vote) instanceof ElectionFound found
                        && found.next() instanceof ElectionFound.DrawLots draw
                ? draw.among()
                : null;
    }

    static Decision<SessionEvent> declare(SessionState state, DeclareVotes c, Ruling ruling) {
        var vote = state.vote(c.vote()).orElse(null);
        if (vote == null) {
            return ruling.refuse(new Refusal.UnknownVote(c.vote()));
        }
        if (!state.isTranscribed()) {
            return ruling.refuse(new Refusal.OnlyTranscribed());
        }
        var contest = vote.contest();
        if (contest == null) {
            return ruling.refuse(new Refusal.NotAnElection(c.vote()));
        }
        var known = contest.named().standing().stream().map(Candidate::id).toList();
        var named = new HashSet<>(c.votes().keySet());
        named.addAll(c.elected());
        named.stream().filter(each -> !known.contains(each)).sorted().forEach(stranger -> {
            throw new Malformed(Malformed.Fault.WORD, "candidate", stranger.value());
        });
        c.votes().values().stream().filter(number -> number < 0).forEach(number -> {
            throw new Malformed(Malformed.Fault.NUMBER, "votes", number.toString());
        });
        return ruling.then(() -> new VotesDeclared(c.vote(), c.votes(), c.elected()));
    }
}
