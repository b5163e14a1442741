package org.plenum.decision.counting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
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
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.SeatId;

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
            var right = roll.right(seat);
            if (right == null) {
                throw new IllegalArgumentException("not a voting seat: " + seat);
            }
            add(ballots.get(seat), declined.contains(seat), Totals.of(right), sums, votes);
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
