package org.plenum.decision.counting;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Rule;

/** Yes, no, or not known: null stands for the last. What is unknown decides nothing where the rest decides alone. */
final class Truth {
    private Truth() {}

    /** Whether all rules hold: no as soon as one does not. */
    static @Nullable Boolean all(List<Rule> rules, Function<Rule, @Nullable Boolean> holds) {
        Boolean all = Boolean.TRUE;
        for (var rule : rules) {
            var one = holds.apply(rule);
            if (one == null) {
                all = null;
            } else if (!one) {
                return Boolean.FALSE;
            }
        }
        return all;
    }

    /** Whether a rule holds: yes as soon as one does. */
    static @Nullable Boolean any(List<Rule> rules, Function<Rule, @Nullable Boolean> holds) {
        Boolean any = Boolean.FALSE;
        for (var rule : rules) {
            var one = holds.apply(rule);
            if (one == null) {
                any = null;
            } else if (one) {
                return Boolean.TRUE;
            }
        }
        return any;
    }
}
