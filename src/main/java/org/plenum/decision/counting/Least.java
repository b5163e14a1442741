package org.plenum.decision.counting;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.Rule;

/** The single number that a composed rule comes down to, where all its clauses count by one measure. */
final class Least {
    private Least() {}

    /** The one measure of a rule, or heads where it has several. */
    static Measure measure(Rule rule) {
        var measures = rule.measures();
        return measures.size() == 1 ? measures.iterator().next() : Measure.HEADS;
    }

    /** The largest number of rules that must all hold; null where one has none or they count by several measures. */
    static @Nullable BigDecimal all(Rule.AllOf rule, Function<Rule, @Nullable BigDecimal> least) {
        return rule.measures().size() == 1 ? outermost(rule.rules(), least, BigDecimal::max) : null;
    }

    /** The smallest number of rules one of which must hold; null where one has none or they count by several measures. */
    static @Nullable BigDecimal any(Rule.AnyOf rule, Function<Rule, @Nullable BigDecimal> least) {
        return rule.measures().size() == 1 ? outermost(rule.rules(), least, BigDecimal::min) : null;
    }

    private static @Nullable BigDecimal outermost(
            List<Rule> rules, Function<Rule, @Nullable BigDecimal> least, BinaryOperator<BigDecimal> further) {
        BigDecimal found = null;
        for (var rule : rules) {
            var one = least.apply(rule);
            if (one == null) {
                return null;
            }
            found = found == null ? one : further.apply(found, one);
        }
        return found;
    }
}
