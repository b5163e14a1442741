package org.plenum.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.counting.Election;
import org.plenum.decision.counting.Electorate;
import org.plenum.decision.counting.Found;
import org.plenum.decision.counting.Majority;
import org.plenum.decision.counting.Presence;
import org.plenum.decision.counting.QuorumFound;
import org.plenum.decision.counting.StatedNumbers;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.ChoiceCount;
import org.plenum.vocabulary.DeclaredCounts;
import org.plenum.vocabulary.Lot;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.Tally;

/**
 * A vote counted as the state shows it now: at closing, and again after a correction or in a replay.
 *
 * @param found the ballots held against the vote's rule
 * @param quorum the presence held against the quorum, those who voted and then left included
 * @param held the quorum as it decides: as measured or as last verified; true where the vote is exempt, null where not
 *     known
 * @param outcome what follows from ballots and quorum
 */
public record VoteCount(
        Found found, QuorumFound quorum, @Nullable Boolean held, Outcome outcome) {

    /** Counts a vote. Linear in the roll. */
    public static VoteCount of(SessionState state, VoteState vote) {
        return of(state, vote, vote.declared());
    }

    /** Counts a secret vote by what its urn held. */
    static VoteCount ofUrn(SessionState state, VoteState vote, List<ChoiceCount> urn) {
        return of(state, vote, null, foundInUrn(state, vote, urn, vote.lots()));
    }

    private static VoteCount of(SessionState state, VoteState vote, @Nullable DeclaredCounts declared, Found found) {
        var quorum = Quorums.detail(state, vote.opened().items(), presence(state, vote, declared));
        var held = holds(state, vote, quorum.met());
        return new VoteCount(found, quorum, held, found.outcome(held));
    }

    /** The same with the ballots counted anew, as after a lot. */
    public VoteCount with(Found counted) {
        return new VoteCount(counted, quorum, held, counted.outcome(held));
    }

    /** What was needed and reached, and what it comes to together with earlier stages, in one sentence. */
    public Bilingual explain(SessionState state, VoteState vote) {
        var counted = explainAlone(state, vote);
        var staging = vote.ties().staging();
        if (staging == null) {
            return counted;
        }
        var together = staging.explain(outcome, state.convened().date());
        return new Bilingual(counted.it() + "; " + together.it(), counted.en() + "; " + together.en());
    }

    private Bilingual explainAlone(SessionState state, VoteState vote) {
        var met = quorum.met();
        if (Boolean.TRUE.equals(held)) {
            var exempt = vote.opened().procedural() && state.rules().proceduralExempt();
            return exempt || !Boolean.FALSE.equals(met) ? found.explain() : presumed(found.explain(), quorum.explain());
        }
        if (Boolean.FALSE.equals(held) && Boolean.TRUE.equals(met)) {
            return new Bilingual("manca il numero legale all'ultima verifica", "no quorum when it was last verified");
        }
        return found.explain(quorum);
    }

    private static Bilingual presumed(Bilingual counted, Bilingual present) {
        return new Bilingual(
                counted.it() + "; il numero legale vale come presunto, finché nessuno lo fa verificare (" + present.it()
                        + ")",
                counted.en() + "; the quorum stands as presumed, until somebody has it verified (" + present.en()
                        + ")");
    }

    private static Found foundInUrn(SessionState state, VoteState vote, List<ChoiceCount> urn, List<Lot> lots) {
        var declined = vote.declined().size();
        var contest = vote.contest();
        if (contest != null) {
            var choices = urn.stream()
                    .flatMap(one -> Collections.nCopies(one.ballots(), one.choice()).stream())
                    .toList();
            return contest.election().found(choices, vote.electorate().seats().size(), declined, lots);
        }
        var silent = vote.electorate().seats().size() - vote.secretVoters().size() - declined;
        return Majority.of(state.rules(), vote.opened().majority(), state.countingRoll())
                .found(Tally.ofHeads(
                        in(urn, Choice.Stance.FOR),
                        in(urn, Choice.Stance.AGAINST),
                        in(urn, Choice.Stance.ABSTAIN),
                        in(urn, Choice.Stance.BLANK),
                        in(urn, Choice.Stance.VOID),
                        declined,
                        silent));
    }

    private static long in(List<ChoiceCount> urn, Choice.Stance stance) {
        return urn.stream()
                .filter(one -> one.choice() == stance)
                .mapToLong(ChoiceCount::ballots)
                .sum();
    }

    /** Counts a vote as it would be with these numbers declared of it. */
    static VoteCount of(SessionState state, VoteState vote, @Nullable DeclaredCounts declared) {
        return of(state, vote, declared, found(state, vote, declared, vote.lots()));
    }

    /** Whether at most declared numbers are known of a vote, and no ballot by name. */
    public static boolean isByNumbers(VoteState vote) {
        return isByNumbers(vote, vote.declared());
    }

    static boolean isByNumbers(VoteState vote, @Nullable DeclaredCounts declared) {
        return vote.ballots().isEmpty()
                && vote.rest() == null
                && (declared != null || vote.declaredVotes() != null || vote.isFromMinutes());
    }

    /** The ballots counted again as they stand, without looking at the quorum. */
    public static Found found(SessionState state, VoteState vote) {
        return found(state, vote, vote.declared(), vote.lots());
    }

    /** The same, as it stood when only the first so many of its lots had been drawn. */
    public static Found found(SessionState state, VoteState vote, int lots) {
        return found(state, vote, vote.declared(), vote.lots().subList(0, lots));
    }

    /** What the ballots of an election come to with one more lot. */
    static Found withLot(SessionState state, VoteState vote, Lot lot) {
        var lots = new ArrayList<>(vote.lots());
        lots.add(lot);
        return found(state, vote, vote.declared(), lots);
    }

    private static Found found(SessionState state, VoteState vote, @Nullable DeclaredCounts declared, List<Lot> lots) {
        var urn = vote.urn();
        if (urn != null) {
            return foundInUrn(state, vote, urn, lots);
        }
        var declined = new LinkedHashSet<>(vote.declined());
        // A seat that declined and yet voted, say contradictory minutes, has voted.
        declined.removeAll(vote.ballots().keySet());
        var rest = vote.rest() == null ? null : vote.rest().choice();
        var contest = vote.contest();
        if (contest != null) {
            return elected(vote, contest.election(), declared, declined, rest, lots);
        }
        var majority = Majority.of(state.rules(), vote.opened().majority(), state.countingRoll());
        if (isByNumbers(vote, declared)) {
            return majority.found(withVoters(vote, Set.of(), vote.declined()), numbers(vote, declared));
        }
        var ballots = stances(vote);
        return majority.found(
                withVoters(vote, ballots.keySet(), declined),
                ballots,
                declined,
                rest,
                vote.isClosed() ? vote.chairAtClosing() : state.chairSeat());
    }

    private static Found elected(
            VoteState vote,
            Election election,
            @Nullable DeclaredCounts declared,
            Set<SeatId> declined,
            Choice.@Nullable Stance rest,
            List<Lot> lots) {
        if (isByNumbers(vote, declared)) {
            var votes = vote.declaredVotes();
            return votes == null
                    ? election.unknown()
                    : election.found(
                            votes.votes(), numbers(vote, declared), withVoters(vote, Set.of(), vote.declined()), lots);
        }
        return election.found(
                withVoters(vote, vote.ballots().keySet(), declined), vote.ballots(), declined, rest, lots);
    }

    /** The quorum that decides: as measured now, or, where the rules say so, as last verified; met where exempt. */
    static @Nullable Boolean holds(SessionState state, VoteState vote, @Nullable Boolean measured) {
        if (vote.opened().procedural() && state.rules().proceduralExempt()) {
            return Boolean.TRUE;
        }
        return inForce(state, measured);
    }

    /** The quorum as it binds the assembly: as measured, or as last verified; presumed until somebody verifies. */
    static @Nullable Boolean inForce(SessionState state, @Nullable Boolean measured) {
        return switch (state.rules().quorumMeasured()) {
            case CONTINUOUSLY -> measured;
            case WHEN_VERIFIED -> state.quorumAsVerified() == null ? Boolean.TRUE : state.quorumAsVerified();
        };
    }

    private static Presence presence(SessionState state, VoteState vote, @Nullable DeclaredCounts declared) {
        var now = Quorums.presence(state, vote.recused(), vote.declined())
                .withVoters(votersAtOpening(vote), vote.presenceAtOpening());
        // So many voted, say the minutes: where nobody knows how many were there, it was at least as many.
        return isByNumbers(vote, declared)
                ? now.withAtLeast(numbers(vote, declared).ballots())
                : now;
    }

    /** Those who cast a ballot in this vote and were there for it: leaving afterwards does not undo that. */
    private static Set<SeatId> votersAtOpening(VoteState vote) {
        var voters = new LinkedHashSet<SeatId>();
        vote.ballots().keySet().stream().filter(vote::admits).forEach(voters::add);
        voters.addAll(vote.secretVoters());
        return voters;
    }

    /** The electorate, with seats that vote without belonging to it where minutes say that they did. */
    private static Electorate withVoters(VoteState vote, Set<SeatId> voters, Set<SeatId> declined) {
        var electorate = vote.electorate();
        for (var seat : voters) {
            electorate = vote.admits(seat) ? electorate : electorate.with(seat);
        }
        for (var seat : declined) {
            electorate = vote.admits(seat) ? electorate : electorate.with(seat);
        }
        return electorate;
    }

    private static Map<SeatId, Choice.Stance> stances(VoteState vote) {
        var stances = new LinkedHashMap<SeatId, Choice.Stance>();
        vote.ballots().forEach((seat, choice) -> {
            switch (choice) {
                case Choice.Stance stance -> stances.put(seat, stance);
                case Choice.Preferences preferences ->
                    throw new IllegalStateException("preferences in a vote on a question: " + preferences);
            }
        });
        return Collections.unmodifiableMap(stances);
    }

    /** The numbers declared; those who take no part may be known by name instead. */
    private static StatedNumbers numbers(VoteState vote, @Nullable DeclaredCounts declared) {
        var stated = declared == null ? DeclaredCounts.NONE : declared;
        var declined = vote.declined().size();
        // Only papers can be blank or void: where nobody wrote on any, what is not stated of them is none.
        var papers = vote.isSecret() || stated.blank() != null || stated.invalid() != null;
        return new StatedNumbers(
                stated.voters(),
                stated.inFavour(),
                stated.against(),
                stated.abstain(),
                papers ? stated.blank() : (Integer) 0,
                papers ? stated.invalid() : (Integer) 0,
                stated.declined() == null && declined > 0 ? (Integer) declined : stated.declined());
    }
}
