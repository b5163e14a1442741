package org.plenum.decision.counting;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        var casting = casting(ballots, rest, chair, known);
        var possible = Possibilities.ofNames(roll, known, ballots, declined, rest);
        return found(possible, casting);
    }

    /** Counts choices that nobody knows the seats of, as in a secret vote: of {@code electorate} seats, so many each. */
    public MajorityFound found(Tally heads) {
        return found(List.of(Counts.ofHeads(roll, heads)), Casting.of(rules, null, false));
    }

    /** Counts numbers that minutes state, which may leave some out, of an electorate that may be known by number alone. */
    public MajorityFound found(Electorate electorate, StatedNumbers numbers) {
        return found(Possibilities.ofNumbers(roll, electorate, numbers), Casting.of(rules, null, true));
    }

    private MajorityFound found(List<Counts> possibilities, List<Boolean> casting) {
        return new MajorityFound(possibilities.stream()
                .flatMap(counts -> casting.stream().map(chairFor -> new Case(this, counts, chairFor)))
                .distinct()
                .toList());
    }

    private List<Boolean> casting(
            Map<SeatId, Choice.Stance> ballots,
            Choice.@Nullable Stance rest,
            @Nullable SeatId chair,
            Electorate electorate) {
        if (chair == null) {
            return Casting.of(rules, null, false);
        }
        var own = ballots.get(chair);
        if (own == null && rest != null && electorate.seats().contains(chair)) {
            return Casting.of(rules, rest, false);
        }
        var perhaps =
                own == null && rest != null && electorate.unnamed().among().contains(chair);
        return Casting.of(rules, own, perhaps);
    }
}
