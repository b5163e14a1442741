package org.plenum.vocabulary;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a vote needs to be carried, or a session to deliberate: one clause, or several composed. Rules are data; which
 * clauses fit a quorum and which a majority is checked where {@link RulesOfProcedure} takes them.
 */
public sealed interface Rule {
    /** Of what a share is taken. */
    enum Base {
        /** Ballots for and against. */
        EXPRESSED,
        /** Every ballot, abstentions included; whether blank and void papers count is a setting. */
        PARTICIPATING,
        /** The electorate: everybody entitled to vote in this vote. */
        PRESENT,
        /** The voting seats of the roll, present or not. */
        SEATS
    }

    /** Whether a threshold must be passed or only attained. */
    enum Test {
        /** More than the share: "half plus one" is one half exceeded. */
        EXCEEDED,
        /** At least the share. */
        REACHED
    }

    /** A share of a base: "more than half of those present", "at least two thirds of the population of all seats". */
    record Share(Base base, Fraction threshold, Test test, Measure by) implements Rule {
        /** Throws {@link Malformed} if the threshold is more than the whole, or must exceed the whole. */
        public Share {
            var whole = threshold.compareTo(new Fraction(1, 1));
            if (whole > 0 || (whole == 0 && test == Test.EXCEEDED)) {
                throw new Malformed(Malformed.Fault.RULE, "threshold", threshold.toString());
            }
        }
    }

    /** At least so many heads, for or present. */
    record Fixed(int atLeast) implements Rule {
        /** Throws {@link Malformed} if the number is negative. */
        public Fixed {
            if (atLeast < 0) {
                throw new Malformed(Malformed.Fault.RULE, "fixed", Integer.toString(atLeast));
            }
        }
    }

    /** More heads for than against; abstentions decide nothing. */
    record MoreForThanAgainst() implements Rule {}

    /** Every one of several rules. */
    record AllOf(List<Rule> rules) implements Rule {
        /** Throws {@link Malformed} if there is none, or they are nested too deeply. */
        public AllOf {
            rules = composed("all", rules);
        }
    }

    /** At least one of several rules. */
    record AnyOf(List<Rule> rules) implements Rule {
        /** Throws {@link Malformed} if there is none, or they are nested too deeply. */
        public AnyOf {
            rules = composed("any", rules);
        }
    }

    /** Fewer than so many voting seats of the roll are not for: those absent or abstaining are not for either. */
    record FewerNotFor(int than) implements Rule {
        /** Throws {@link Malformed} unless the number is positive. */
        public FewerNotFor {
            if (than < 1) {
                throw new Malformed(Malformed.Fault.RULE, "fewerNotFor", Integer.toString(than));
            }
        }
    }

    /** Deepest nesting of composed rules. */
    int DEEPEST = 8;

    /** Most clauses that one composed rule may list. */
    int MOST = 20;

    /** The measures that its clauses count by. */
    default Set<Measure> measures() {
        return switch (this) {
            case Share share -> EnumSet.of(share.by());
            case Fixed _, MoreForThanAgainst _, FewerNotFor _ -> EnumSet.of(Measure.HEADS);
            case AllOf all -> measures(all.rules());
            case AnyOf any -> measures(any.rules());
        };
    }

    /** How many levels of composed rules it has; a clause has none. */
    default int depth() {
        return switch (this) {
            case Share _, Fixed _, MoreForThanAgainst _, FewerNotFor _ -> 0;
            case AllOf all -> 1 + deepest(all.rules());
            case AnyOf any -> 1 + deepest(any.rules());
        };
    }

    private static Set<Measure> measures(List<Rule> rules) {
        var measures = EnumSet.noneOf(Measure.class);
        rules.forEach(rule -> measures.addAll(rule.measures()));
        return measures;
    }

    private static int deepest(List<Rule> rules) {
        return rules.stream().mapToInt(Rule::depth).max().orElse(0);
    }

    private static List<Rule> composed(String word, List<Rule> rules) {
        if (rules.isEmpty() || rules.size() > MOST || deepest(rules) >= DEEPEST) {
            throw new Malformed(Malformed.Fault.RULE, word, rules.size() + " rules");
        }
        return List.copyOf(rules);
    }
}
