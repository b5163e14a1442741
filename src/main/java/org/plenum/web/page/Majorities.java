package org.plenum.web.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.SessionState;
import org.plenum.json.Preset;
import org.plenum.json.Presets;
import org.plenum.vocabulary.Fraction;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.Seat;

/**
 * The rules that the president may choose from when opening a vote, beside the assembly's usual one: those that any
 * assembly may need, and those that assemblies of its kind use.
 */
final class Majorities {
    private static final Map<String, Rule> GENERAL = new LinkedHashMap<>();

    static {
        GENERAL.put("expressed", RulesOfProcedure.USUAL_MAJORITY);
        GENERAL.put("present", share(Rule.Base.PRESENT, Fraction.HALF, Rule.Test.EXCEEDED));
        GENERAL.put("seats", share(Rule.Base.SEATS, Fraction.HALF, Rule.Test.EXCEEDED));
        GENERAL.put("two-thirds-seats", share(Rule.Base.SEATS, Fraction.parse("2/3"), Rule.Test.REACHED));
        GENERAL.put("two-thirds-present", share(Rule.Base.PRESENT, Fraction.parse("2/3"), Rule.Test.REACHED));
    }

    /** A choice: its name in forms, and what it asks for in words. */
    record Option(String name, String words) {}

    private Majorities() {}

    private static Rule share(Rule.Base base, Fraction threshold, Rule.Test test) {
        return new Rule.Share(base, threshold, test, Measure.HEADS);
    }

    /**
     * The rule of that name; null for the assembly's usual one.
     *
     * @throws Malformed if there is none such
     */
    static @Nullable Rule named(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        var general = GENERAL.get(name);
        if (general != null) {
            return general;
        }
        var slash = name.indexOf('/');
        if (slash > 0 && Presets.names().contains(name.substring(0, slash))) {
            for (var majority : Presets.named(name.substring(0, slash)).majorities()) {
                if (majority.name().equals(name.substring(slash + 1))) {
                    return majority.rule();
                }
            }
        }
        throw new Malformed(Malformed.Fault.WORD, "majority", name);
    }

    /** All choices but the usual rule itself, those of the assembly's own kind first. */
    static List<Option> options(SessionState state, Said said) {
        var rules = state.rules();
        var seen = new ArrayList<Rule>(List.of(rules.majority()));
        var options = new ArrayList<Option>();
        for (var preset : Presets.all().values()) {
            if (isKindOf(preset, rules)) {
                for (var majority : preset.majorities()) {
                    if (countable(majority.rule(), state) && !seen.contains(majority.rule())) {
                        seen.add(majority.rule());
                        options.add(new Option(preset.name() + "/" + majority.name(), said.of(majority.title())));
                    }
                }
            }
        }
        GENERAL.forEach((name, rule) -> {
            if (!seen.contains(rule)) {
                options.add(new Option(name, RuleWords.of(rule, said)));
            }
        });
        return options;
    }

    /** Whether rules began as a preset: what carries, or who must be there, is still the same, and not just the usual. */
    private static boolean isKindOf(Preset preset, RulesOfProcedure rules) {
        var usual = RulesOfProcedure.defaults();
        var known = preset.rules();
        return (known.majority().equals(rules.majority()) && !known.majority().equals(usual.majority()))
                || (known.quorum().equals(rules.quorum()) && !known.quorum().equals(usual.quorum()));
    }

    /** Whether the roll has what a rule counts by. */
    private static boolean countable(Rule rule, SessionState state) {
        return rule.measures().stream().allMatch(measure -> switch (measure) {
            case HEADS -> true;
            case WEIGHT ->
                state.roll().values().stream().anyMatch(seat -> seat.weight().compareTo(BigDecimal.ONE) != 0);
            case POPULATION ->
                state.roll().values().stream().filter(Seat::votes).allMatch(seat -> seat.population() != null);
        });
    }
}
