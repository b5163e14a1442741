package org.plenum.decision;

import static org.plenum.vocabulary.SessionStage.CLOSED;
import static org.plenum.vocabulary.SessionStage.OPEN;
import static org.plenum.vocabulary.SessionStage.SUSPENDED;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.command.Refusal;
import org.plenum.command.SessionCommand.AnnulVote;
import org.plenum.command.SessionCommand.CloseSecretVote;
import org.plenum.command.SessionCommand.CloseVote;
import org.plenum.command.SessionCommand.DeclareCounts;
import org.plenum.command.SessionCommand.OpenVote;
import org.plenum.command.SessionCommand.Proclaim;
import org.plenum.decision.counting.Electorate;
import org.plenum.decision.counting.Presence;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.CountsDeclared;
import org.plenum.event.SessionEvent.OutcomeProclaimed;
import org.plenum.event.SessionEvent.UrnOpened;
import org.plenum.event.SessionEvent.VoteAnnulled;
import org.plenum.event.SessionEvent.VoteClosed;
import org.plenum.event.SessionEvent.VoteOpened;
import org.plenum.vocabulary.ChoiceCount;
import org.plenum.vocabulary.Finding;
import org.plenum.vocabulary.FindingCode;
import org.plenum.vocabulary.Method;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.Texts;
import org.plenum.vocabulary.VoteId;

/** A vote as a whole: opened, closed and counted, proclaimed, annulled, and what minutes declare of it. */
final class Voting {
    private Voting() {}

    static Decision<SessionEvent> open(SessionState state, OpenVote c, Ruling ruling) {
        return open(state, c, null, EarlierSessions.ties(state, c, ruling), ruling);
    }

    /**
     * Opens a vote.
     *
     * @param terms what makes it an election, or null where it is a question
     * @param ties what ties it to earlier sessions
     */
    static Decision<SessionEvent> open(
            SessionState state, OpenVote c, Electing.@Nullable Terms terms, Ties ties, Ruling ruling) {
        var vote = c.vote() == null ? nextFree(state) : c.vote();
        if (state.vote(vote).isPresent()) {
            return ruling.refuse(new Refusal.VoteExists(vote));
        }
        var items = c.items().isEmpty() ? state.itemAtHand().map(List::of).orElse(List.of()) : List.copyOf(c.items());
        for (var item : items) {
            ruling.forbid(state.item(item).isEmpty(), () -> new Refusal.UnknownItem(item));
        }
        earlierVotes(state, c, ruling);
        if (c.majority() != null) {
            RulesOfProcedure.checkMajority("/majority", c.majority());
        }
        if (!ruling.stands()) {
            return ruling.done();
        }
        ruling.during(OPEN).betweenVotes();
        var recused = state.recusedFor(items);
        var quorum = Quorums.detail(state, items, Quorums.presence(state, recused, Set.of()));
        var exempt = c.procedural() && state.rules().proceduralExempt();
        ruling.forbid(
                !exempt && Boolean.FALSE.equals(VoteCount.inForce(state, quorum.met())),
                () -> new Refusal.NoQuorum(quorum.present(), quorum.required()));
        var mover = c.mover();
        if (mover != null) {
            ruling.forbid(mover.equals(c.seconder()), () -> new Refusal.MoverIsSeconder(mover));
        }
        var electorate = ties.among(electorate(state, Quorums.presence(state, recused, Set.of()), c.repeats()));
        var majority = ties.majority(c.majority() == null ? state.rules().majority() : c.majority());
        if (c.method() == Method.SECRET && !state.isTranscribed()) {
            var measures = terms == null ? majority.measures() : terms.rule().measures();
            Secrecy.check(state, vote, electorate, measures, ruling);
            // No tie between candidates is decided by the chair's own ballot.
            ruling.forbid(
                    terms == null && state.rules().castingVote(),
                    () -> new Refusal.WouldReveal(vote, Refusal.WouldReveal.Leak.CASTING_VOTE));
        }
        ruling.inTime();
        var size = electorate.size();
        if (ruling.stands()
                && c.method() == Method.SECRET
                && !state.isTranscribed()
                && size != null
                && size < Quorums.FEW_FOR_SECRECY) {
            ruling.notice(new Finding(FindingCode.OTHER, "few-for-secrecy", List.of(), null, size.toString()));
        }
        if (ruling.stands()) {
            if (terms != null) {
                ruling.add(terms.named(vote));
            }
            ties.named(vote).forEach(ruling::add);
        }
        return ruling.then(() -> new VoteOpened(
                vote,
                items,
                Texts.name("subject", c.subject()),
                c.method(),
                majority,
                terms == null
                        ? c.majority() == null && ties.staging() == null && state.rulesAssumed()
                        : terms.assumed(),
                c.procedural(),
                electorate.size(),
                electorate.weight(state.countingRoll()),
                Quorums.asFound(quorum),
                c.follows(),
                c.repeats(),
                c.mover(),
                c.seconder()));
    }

    private static void earlierVotes(SessionState state, OpenVote c, Ruling ruling) {
        var follows = c.follows();
        if (follows != null) {
            ruling.forbid(state.vote(follows).isEmpty(), () -> new Refusal.UnknownVote(follows));
        }
        var repeats = c.repeats();
        if (repeats != null) {
            var repeated = state.vote(repeats);
            ruling.forbid(repeated.isEmpty(), () -> new Refusal.UnknownVote(repeats));
            ruling.forbid(
                    repeated.isPresent() && !repeated.get().isAnnulled(), () -> new Refusal.VoteNotAnnulled(repeats));
        }
    }

    /** Who may vote with this presence; in a repetition only who might in the vote repeated. */
    static Electorate electorate(SessionState state, Presence presence, @Nullable VoteId repeats) {
        var now = Electorate.of(state.countingRoll(), presence);
        return repeats == null
                ? now
                : state.vote(repeats)
                        .map(earlier -> now.within(earlier.electorate()))
                        .orElse(now);
    }

    private static VoteId nextFree(SessionState state) {
        var number = state.votes().size() + 1;
        while (state.vote(new VoteId("v" + number)).isPresent()) {
            number++;
        }
        return new VoteId("v" + number);
    }

    static Decision<SessionEvent> close(SessionState state, CloseVote c, Ruling ruling) {
        var vote = state.vote(c.vote()).orElse(null);
        if (vote == null) {
            return ruling.refuse(new Refusal.UnknownVote(c.vote()));
        }
        ruling.forbid(!vote.isOpen(), () -> new Refusal.VoteNotOpen(c.vote()))
                .forbid(
                        vote.isSecret() && vote.isOpen() && !state.isTranscribed(),
                        () -> new Refusal.UrnNeeded(c.vote()))
                .inTime();
        if (!ruling.stands()) {
            return ruling.done();
        }
        return counted(state, vote, VoteCount.of(state, vote), ruling);
    }

    static Decision<SessionEvent> closeSecret(SessionState state, CloseSecretVote c, Ruling ruling) {
        var vote = state.vote(c.vote()).orElse(null);
        if (vote == null) {
            return ruling.refuse(new Refusal.UnknownVote(c.vote()));
        }
        var ballots = c.urn().stream().mapToInt(ChoiceCount::ballots).sum();
        var participants = vote.secretVoters().size();
        ruling.forbid(!vote.isOpen(), () -> new Refusal.VoteNotOpen(c.vote()))
                .forbid(!vote.isSecret() || state.isTranscribed(), () -> new Refusal.UrnNeeded(c.vote()))
                .forbid(ballots != participants, () -> new Refusal.UrnMismatch(c.vote(), participants, ballots))
                .inTime();
        if (!ruling.stands()) {
            return ruling.done();
        }
        ruling.add(new UrnOpened(c.vote(), Secrecy.inOrder(c.urn())));
        return counted(state, vote, VoteCount.ofUrn(state, vote, c.urn()), ruling);
    }

    private static Decision<SessionEvent> counted(SessionState state, VoteState vote, VoteCount count, Ruling ruling) {
        if (!VoteCount.isByNumbers(vote)) {
            Comparisons.overfull(vote, count).forEach(ruling::notice);
        }
        if (vote.declared() != null) {
            Comparisons.declared(state, vote, count, vote.declared()).forEach(ruling::notice);
        }
        Comparisons.elected(vote, count.found()).forEach(ruling::notice);
        return ruling.then(() -> new VoteClosed(
                vote.opened().vote(),
                count.found().heads(),
                count.found().weight(),
                count.found().population(),
                count.outcome(),
                Quorums.asFound(count.quorum())));
    }

    static Decision<SessionEvent> proclaim(SessionState state, Proclaim c, Ruling ruling) {
        var vote = state.vote(c.vote()).orElse(null);
        if (vote == null) {
            return ruling.refuse(new Refusal.UnknownVote(c.vote()));
        }
        ruling.during(OPEN, SUSPENDED)
                .forbid(!vote.isClosed(), () -> new Refusal.VoteNotClosed(c.vote()))
                .forbid(vote.isAnnulled(), () -> new Refusal.VoteIsAnnulled(c.vote()))
                .forbid(vote.proclaimed() != null, () -> new Refusal.AlreadyProclaimed(c.vote()))
                .inTime();
        if (ruling.stands() && vote.outcome() != null && vote.outcome() != c.outcome()) {
            ruling.notice(Comparisons.proclaimed(vote.outcome(), c.outcome()));
        }
        return ruling.then(() -> new OutcomeProclaimed(c.vote(), c.outcome()));
    }

    static Decision<SessionEvent> annul(SessionState state, AnnulVote c, Ruling ruling) {
        var vote = state.vote(c.vote()).orElse(null);
        if (vote == null) {
            return ruling.refuse(new Refusal.UnknownVote(c.vote()));
        }
        return ruling.during(OPEN, SUSPENDED, CLOSED)
                .forbid(vote.isAnnulled(), () -> new Refusal.VoteIsAnnulled(c.vote()))
                .inTime()
                .then(() -> new VoteAnnulled(c.vote(), c.reason()));
    }

    static Decision<SessionEvent> declare(SessionState state, DeclareCounts c, Ruling ruling) {
        var vote = state.vote(c.vote()).orElse(null);
        if (vote == null) {
            return ruling.refuse(new Refusal.UnknownVote(c.vote()));
        }
        if (!state.isTranscribed()) {
            return ruling.refuse(new Refusal.OnlyTranscribed());
        }
        if (vote.isClosed()) {
            Comparisons.declared(state, vote, VoteCount.of(state, vote, c.declared()), c.declared())
                    .forEach(ruling::notice);
        }
        return ruling.then(() -> new CountsDeclared(c.vote(), c.declared()));
    }
}
