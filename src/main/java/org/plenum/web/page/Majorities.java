package org.plenum.web.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Fraction;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.RulesOfProcedure;

/** The rules that the president may choose from when opening a vote, beside the assembly's usual one. */
final class Majorities {
    private static final Map<String, Rule> RULES = new LinkedHashMap<>();

    static {
        RULES.put("expressed", RulesOfProcedure.USUAL_MAJORITY);
        RULES.put("present", share(Rule.Base.PRESENT, Fraction.HALF, Rule.Test.EXCEEDED));
        RULES.put("seats", share(Rule.Base.SEATS, Fraction.HALF, Rule.Test.EXCEEDED));
        RULES.put("two-thirds-seats", share(Rule.Base.SEATS, Fraction.parse("2/3"), Rule.Test.REACHED));
        RULES.put("two-thirds-present", share(Rule.Base.PRESENT, Fraction.parse("2/3"), Rule.Test.REACHED));
    }

    /** A choice: its name in forms, and what it asks for in words. */
    record Option(String name, String words) {}

    private Majorities() {}

    private static Rule share(Rule.Base base, Fraction threshold, Rule.Test test) {
        return new Rule.Share(base, threshold, test, Measure.HEADS);
    }

    /** The rule of that name; null for the assembly's usual one. */
    static @Nullable Rule named(@Nullable String name) {
        return name == null ? null : RULES.get(name);
    }

    /** All choices but the usual rule itself. */
    static java.util.List<Option> options(Rule usual, Said said) {
        return RULES.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(usual))
                .map(entry -> new Option(entry.getKey(), RuleWords.of(entry.getValue(), said)))
                .toList();
    }
}
