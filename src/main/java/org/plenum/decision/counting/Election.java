package org.plenum.decision.counting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.counting.Counts.Part;
import org.plenum.vocabulary.Candidate;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.ElectionRule;
import org.plenum.vocabulary.Lot;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.Tally;

/**
 * One round of an election.
 *
 * @param round which round it is, counted from 1
 * @param standing who can be voted for
 * @param places how many places are still to be filled
 */
public record Election(
        ElectionRule rule, int round, List<Candidate> standing, int places, RulesOfProcedure rules, Roll roll) {
    /** Keeps its own list of the candidates. */
    public Election {
        standing = List.copyOf(standing);
    }

    /** The first round. */
    public static Election first(ElectionRule rule, List<Candidate> candidates, RulesOfProcedure rules, Roll roll) {
        return new Election(rule, 1, candidates, rule.places(), rules, roll);
    }

    /** The round that another one leads to. */
    public Election next(ElectionFound.AnotherRound another) {
        var remaining = standing.stream()
                .filter(candidate -> another.standing().contains(candidate.id()))
                .toList();
        return new Election(rule, another.round(), remaining, another.places(), rules, roll);
    }

    /**
     * Checks that a choice can be one in this election.
     *
     * @throws Malformed if it is for or against, prefers too many, or somebody who does not stand
     */
    public void check(Choice choice) {
        switch (choice) {
            case Choice.Stance stance -> {
                if (stance == Choice.Stance.FOR || stance == Choice.Stance.AGAINST) {
                    throw new Malformed(Malformed.Fault.WORD, "choice", stance.name());
                }
            }
            case Choice.Preferences preferences -> {
                if (preferences.candidates().size() > rule.preferences()) {
                    throw new Malformed(
                            Malformed.Fault.NUMBER,
                            "preferences",
                            preferences.candidates().size() + " > " + rule.preferences());
                }
                for (var preferred : preferences.candidates()) {
                    if (standing.stream().noneMatch(candidate -> candidate.id().equals(preferred))) {
                        throw new Malformed(Malformed.Fault.WORD, "candidate", preferred.value());
                    }
                }
            }
        }
    }

    /**
     * Counts ballots by name.
     *
     * @param lots the lots drawn so far, for ties that this round showed
     * @throws IllegalArgumentException if a ballot or a declaration is of a seat outside the electorate
     * @throws Malformed if a choice cannot be one in this election
     */
    public ElectionFound found(
            Set<SeatId> electorate, Map<SeatId, Choice> ballots, Set<SeatId> declined, List<Lot> lots) {
        if (!electorate.containsAll(ballots.keySet()) || !electorate.containsAll(declined)) {
            throw new IllegalArgumentException("ballots outside the electorate");
        }
        var sums = new Counts.Sums();
        var votes = none();
        for (var seat : electorate) {
            add(ballots.get(seat), declined.contains(seat), Totals.of(right(seat)), sums, votes);
        }
        return judged(sums.counts(), votes, lots);
    }

    /**
     * Counts choices that nobody knows the seats of, as in a secret vote.
     *
     * @param electorate how many might vote
     * @param declined how many of them declared to take no part
     * @throws Malformed if a choice cannot be one in this election
     */
    public ElectionFound found(Collection<Choice> ballots, int electorate, int declined, List<Lot> lots) {
        if (ballots.size() + declined > electorate) {
            throw new IllegalArgumentException("more ballots than seats");
        }
        var common = roll.commonWeight();
        var one = new Totals(BigDecimal.ONE, common == null ? BigDecimal.ONE : common, null);
        var sums = new Counts.Sums();
        var votes = none();
        ballots.forEach(ballot -> add(ballot, false, one, sums, votes));
        for (var i = 0; i < declined; i++) {
            add(null, true, one, sums, votes);
        }
        for (var i = ballots.size() + declined; i < electorate; i++) {
            add(null, false, one, sums, votes);
        }
        return judged(sums.counts(), votes, lots);
    }

    /**
     * Counts ballots of an electorate that may be known by number alone.
     *
     * @param rest what everybody did who is not named, or null where they did not vote
     * @throws IllegalArgumentException if a ballot or a declaration is of a seat outside the electorate
     * @throws Malformed if a choice cannot be one in this election
     */
    public ElectionFound found(
            Electorate electorate,
            Map<SeatId, Choice> ballots,
            Set<SeatId> declined,
            Choice.@Nullable Stance rest,
            List<Lot> lots) {
        var named = new LinkedHashSet<>(ballots.keySet());
        named.addAll(declined);
        var known = electorate.knowing(named);
        if (!known.seats().containsAll(named)) {
            throw new IllegalArgumentException("ballots outside the electorate");
        }
        var unnamed = known.unnamed();
        var extremes = new Extremes(roll, unnamed.among());
        var possible = new ArrayList<ElectionFound>();
        for (var others : List.of(extremes.least(unnamed.atLeast()), extremes.most(unnamed.atMost()))) {
            var sums = new Counts.Sums();
            var votes = none();
            for (var seat : known.seats()) {
                var choice = ballots.get(seat);
                var own = choice == null && !declined.contains(seat) ? rest : choice;
                add(own, declined.contains(seat), Totals.of(right(seat)), sums, votes);
            }
            sums.add(Part.of(rest, false), others);
            possible.add(judged(sums.counts(), votes, lots));
        }
        return ElectionFound.agreed(possible);
    }

    /**
     * Counts numbers that minutes state. Where ballots may prefer several and nobody says how many were cast, every
     * possible number is looked at.
     *
     * @param stated the votes of each candidate; those not named have none
     * @param numbers what is stated of the ballots as a whole
     */
    public ElectionFound found(
            Map<CandidateId, Integer> stated, StatedNumbers numbers, Electorate electorate, List<Lot> lots) {
        var common = roll.commonWeight();
        var votes = none();
        votes.replaceAll((candidate, _) -> totals(stated.getOrDefault(candidate, 0), common));
        var sum = stated.values().stream().mapToInt(Integer::intValue).sum();
        var most = stated.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        var others = or0(numbers.abstain()) + or0(numbers.blank()) + or0(numbers.invalid());
        var fewest = Math.max(most, (sum + rule.preferences() - 1) / rule.preferences());
        var preferring =
                numbers.voters() == null ? List.of(fewest, sum) : List.of(Math.max(fewest, numbers.voters() - others));
        var size = electorate.size();
        var possible = new ArrayList<ElectionFound>();
        for (var prefer : preferring) {
            var cast = prefer + others + or0(numbers.declined());
            for (var heads : size == null ? bounds(electorate) : List.of(size)) {
                var tally = Tally.ofHeads(
                        prefer,
                        0,
                        or0(numbers.abstain()),
                        or0(numbers.blank()),
                        or0(numbers.invalid()),
                        or0(numbers.declined()),
                        Math.max(0, heads - cast));
                possible.add(judged(Counts.ofHeads(roll, tally), votes, lots));
            }
        }
        var found = ElectionFound.agreed(possible);
        return common == null && !rule.measures().equals(Set.of(Measure.HEADS))
                ? new ElectionFound(found.polls(), found.counts(), List.of(), new ElectionFound.Unknown())
                : found;
    }

    /** What can be said where nobody tells how anybody voted: nothing. */
    public ElectionFound unknown() {
        return new ElectionFound(List.of(), null, List.of(), new ElectionFound.Unknown());
    }

    private static List<Integer> bounds(Electorate electorate) {
        var named = electorate.seats().size();
        return List.of(
                named + electorate.unnamed().atLeast(),
                named + electorate.unnamed().atMost());
    }

    private static Totals totals(int votes, @Nullable BigDecimal common) {
        var heads = BigDecimal.valueOf(votes);
        return new Totals(heads, common == null ? heads : common.multiply(heads), null);
    }

    private static int or0(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    /** The same choice with its preferences in the order of the list: the order in which they were written says nothing. */
    public Choice inOrder(Choice choice) {
        return switch (choice) {
            case Choice.Stance stance -> stance;
            case Choice.Preferences(var preferred) ->
                new Choice.Preferences(standing.stream()
                        .map(Candidate::id)
                        .filter(preferred::contains)
                        .toList());
        };
    }

    private VotingRight right(SeatId seat) {
        var right = roll.right(seat);
        if (right == null) {
            throw new IllegalArgumentException("not a voting seat: " + seat);
        }
        return right;
    }

    private void add(
            @Nullable Choice choice, boolean declined, Totals worth, Counts.Sums sums, Map<CandidateId, Totals> votes) {
        switch (choice) {
            case null -> sums.add(Part.of(null, declined), worth);
            case Choice.Stance stance -> {
                check(stance);
                sums.add(Part.of(stance, declined), worth);
            }
            case Choice.Preferences preferences -> {
                check(preferences);
                sums.add(Part.FOR, worth);
                preferences.candidates().forEach(candidate -> votes.merge(candidate, worth, Totals::plus));
            }
        }
    }

    private Map<CandidateId, Totals> none() {
        var votes = new LinkedHashMap<CandidateId, Totals>();
        standing.forEach(candidate -> votes.put(candidate.id(), Totals.NONE));
        return votes;
    }

    private ElectionFound judged(Counts counts, Map<CandidateId, Totals> votes, List<Lot> lots) {
        var polls = new ArrayList<Poll>();
        for (var candidate : standing) {
            polls.add(new Poll(this, candidate, votes.getOrDefault(candidate.id(), Totals.NONE), counts));
        }
        return new Ranking(this, polls, lots).found(counts);
    }
}
