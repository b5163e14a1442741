package org.plenum.decision.counting;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.Tally;

/** What carries one question, on one roll. */
public record Majority(Rule rule, RulesOfProcedure rules, Roll roll) {
    /** The majority by a vote's own rule, or by the assembly's usual one where it has none. */
    public static Majority of(RulesOfProcedure rules, @Nullable Rule own, Roll roll) {
        return new Majority(own == null ? rules.majority() : own, rules, roll);
    }

    /**
     * Counts ballots of an electorate known by name.
     *
     * @param chair the seat that presides, or null where the chair has none
     * @throws IllegalArgumentException if a ballot or a declaration is of a seat outside the electorate
     */
    public MajorityFound found(
            Set<SeatId> electorate, Map<SeatId, Choice.Stance> ballots, Set<SeatId> declined, @Nullable SeatId chair) {
        return found(Electorate.of(electorate), ballots, declined, null, chair);
    }

    /**
     * Counts ballots of an electorate that may be known by number alone.
     *
     * @param rest the stance of everybody in the electorate who is not named, or null where they did not vote
     * @param chair the seat that presides, or null where the chair has none
     * @throws IllegalArgumentException if a ballot or a declaration is of a seat outside the electorate
     */
    public MajorityFound found(
            Electorate electorate,
            Map<SeatId, Choice.Stance> ballots,
            Set<SeatId> declined,
            Choice.@Nullable Stance rest,
            @Nullable SeatId chair) {
        var named = new LinkedHashSet<>(ballots.keySet());
        named.addAll(declined);
        var known = electorate.knowing(named);
        if (!known.seats().containsAll(named)) {
            named.removeAll(known.seats());
            throw new IllegalArgumentException("ballots outside the electorate: " + named);
        }
        var cases = new LinkedHashSet<Case>();
        for (var electorateOfChair : knowingWhereTheChairIs(known, chair, rest)) {
            var own = stance(chair, electorateOfChair, ballots, declined, rest);
            var casting = rules.castingVote() && own == Choice.Stance.FOR;
            Possibilities.ofNames(roll, electorateOfChair, ballots, declined, rest)
                    .forEach(counts -> cases.add(new Case(this, counts, Tie.casting(casting))));
        }
        return new MajorityFound(List.copyOf(cases));
    }

    /** Counts choices that nobody knows the seats of, as in a secret vote: of {@code electorate} seats, so many each. */
    public MajorityFound found(Tally heads) {
        return new MajorityFound(List.of(new Case(this, Counts.ofHeads(roll, heads), Tie.NOT_CARRIED)));
    }

    /** Counts numbers that minutes state, which may leave some out, of an electorate that may be known by number alone. */
    public MajorityFound found(Electorate electorate, StatedNumbers numbers) {
        var cases = new LinkedHashSet<Case>();
        for (var counts : Possibilities.ofNumbers(roll, electorate, numbers)) {
            cases.add(new Case(this, counts, Tie.NOT_CARRIED));
            // Without names nobody knows how the chair voted: a tie may have gone either way.
            if (rules.castingVote()) {
                cases.add(new Case(this, counts, Tie.CHAIR_FOR));
            }
        }
        return new MajorityFound(List.copyOf(cases));
    }

    /** Where the chair's vote could decide and nobody knows whether the chair is there: once with it, once without. */
    private List<Electorate> knowingWhereTheChairIs(
            Electorate electorate, @Nullable SeatId chair, Choice.@Nullable Stance rest) {
        var unnamed = electorate.unnamed();
        if (chair == null
                || !rules.castingVote()
                || rest != Choice.Stance.FOR
                || !unnamed.among().contains(chair)) {
            return List.of(electorate);
        }
        var possible = new ArrayList<Electorate>();
        if (unnamed.atMost() > 0) {
            possible.add(electorate.knowing(Set.of(chair)));
        }
        var others =
                unnamed.among().stream().filter(seat -> !seat.equals(chair)).collect(Collectors.toSet());
        if (unnamed.atLeast() <= others.size()) {
            possible.add(new Electorate(electorate.seats(), new Unnamed(others, unnamed.atLeast(), unnamed.atMost())));
        }
        return possible;
    }

    private static Choice.@Nullable Stance stance(
            @Nullable SeatId seat,
            Electorate electorate,
            Map<SeatId, Choice.Stance> ballots,
            Set<SeatId> declined,
            Choice.@Nullable Stance rest) {
        if (seat == null || declined.contains(seat) || !electorate.seats().contains(seat)) {
            return null;
        }
        var own = ballots.get(seat);
        return own == null ? rest : own;
    }
}
