package org.plenum.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Fraction;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.Words;

/**
 * A rule as a form has it: every part under a name of its own, so that what was typed can be shown again, and parts added
 * and removed, before it makes a rule.
 *
 * @param path the name that its fields begin with
 * @param kind what it asks for: "more", "share", "fixed", "fewer", "all" or "any"
 * @param threshold the share, as typed: "2/3", "55%"
 * @param number the number, as typed
 * @param parts the rules that "all" and "any" are made of
 * @param trouble what is wrong with it; null where nothing is, or nobody has looked
 */
record RuleForm(
        String path,
        String kind,
        String base,
        String threshold,
        String test,
        String by,
        String number,
        List<RuleForm> parts,
        @Nullable String trouble) {

    /** What a rule may ask for, in the order in which forms offer it. */
    static final List<String> MAJORITIES = List.of("more", "share", "fixed", "fewer", "all", "any");

    /** What a rule of presence may ask for. */
    static final List<String> QUORUMS = List.of("share", "fixed", "all", "any");

    private static final int LARGEST = 1_000_000_000;

    /** A rule that stands already, ready to be changed. */
    static RuleForm of(String path, Rule rule) {
        return switch (rule) {
            case Rule.MoreForThanAgainst _ -> usual(path, "more");
            case Rule.Fixed fixed -> usual(path, "fixed").numbered(Integer.toString(fixed.atLeast()));
            case Rule.FewerNotFor fewer -> usual(path, "fewer").numbered(Integer.toString(fewer.than()));
            case Rule.Share share ->
                new RuleForm(
                        path,
                        "share",
                        Words.of(share.base()),
                        typed(share.threshold()),
                        Words.of(share.test()),
                        Words.of(share.by()),
                        "",
                        List.of(),
                        null);
            case Rule.AllOf all -> composed(path, "all", all.rules());
            case Rule.AnyOf any -> composed(path, "any", any.rules());
        };
    }

    private static RuleForm composed(String path, String kind, List<Rule> rules) {
        var parts = new ArrayList<RuleForm>();
        rules.forEach(rule -> parts.add(of(path + "." + parts.size(), rule)));
        return usual(path, kind).withParts(parts);
    }

    /** A new rule of a kind, with the parts that it most often has. */
    static RuleForm usual(String path, String kind) {
        var parts = kind.equals("all") || kind.equals("any")
                ? List.of(usual(path + ".0", "share"), usual(path + ".1", "share"))
                : List.<RuleForm>of();
        return new RuleForm(path, kind, "seats", "1/2", "exceeded", "heads", "", parts, null);
    }

    private static String typed(Fraction fraction) {
        return 100 % fraction.denominator() == 0 && fraction.denominator() > 5
                ? fraction.numerator() * (100 / fraction.denominator()) + "%"
                : fraction.denominator() == 1 ? "100%" : fraction.toString();
    }

    /** What was typed of a rule whose fields begin with {@code path}. */
    static RuleForm typed(String path, Typed typed) {
        var kind = typed.of(path + ".kind");
        var parts = new ArrayList<RuleForm>();
        if ((kind.equals("all") || kind.equals("any")) && depth(path) < Rule.DEEPEST) {
            while (parts.size() < Rule.MOST && typed.has(path + "." + parts.size() + ".kind")) {
                parts.add(typed(path + "." + parts.size(), typed));
            }
            if (parts.isEmpty()) {
                // It has just become a rule of several parts: what it said alone is the first of them.
                parts.add(alone(path, typed));
                parts.add(usual(path + ".1", "share"));
            }
        }
        return new RuleForm(
                path,
                MAJORITIES.contains(kind) ? kind : "share",
                typed.or(path + ".base", "seats"),
                typed.or(path + ".threshold", "1/2"),
                typed.or(path + ".test", "exceeded"),
                typed.or(path + ".by", "heads"),
                typed.of(path + ".number"),
                List.copyOf(parts),
                null);
    }

    private static RuleForm alone(String path, Typed typed) {
        return new RuleForm(
                path + ".0",
                "share",
                typed.or(path + ".base", "seats"),
                typed.or(path + ".threshold", "1/2"),
                typed.or(path + ".test", "exceeded"),
                typed.or(path + ".by", "heads"),
                "",
                List.of(),
                null);
    }

    private static int depth(String path) {
        return (int) path.chars().filter(c -> c == '.').count();
    }

    private RuleForm numbered(String typed) {
        return new RuleForm(path, kind, base, threshold, test, by, typed, parts, trouble);
    }

    private RuleForm withParts(List<RuleForm> others) {
        return new RuleForm(path, kind, base, threshold, test, by, number, List.copyOf(others), trouble);
    }

    private RuleForm wrong(String sentence) {
        return new RuleForm(path, kind, base, threshold, test, by, number, parts, sentence);
    }

    /** Whether it is made of other rules. */
    public boolean isComposed() {
        return kind.equals("all") || kind.equals("any");
    }

    /** Whether one more rule fits into it. */
    public boolean hasRoom() {
        return parts.size() < Rule.MOST;
    }

    /** What it may become; a rule that stands too deep can no longer be made of others. */
    public List<String> kinds(boolean quorum) {
        var all = quorum ? QUORUMS : MAJORITIES;
        return depth(path) < Rule.DEEPEST
                ? all
                : all.stream()
                        .filter(one -> !one.equals("all") && !one.equals("any"))
                        .toList();
    }

    /** The same with one more part in the rule of that path. */
    RuleForm adding(String to) {
        if (path.equals(to)) {
            var more = new ArrayList<>(parts);
            more.add(usual(path + "." + parts.size(), "share"));
            return withParts(more);
        }
        return withParts(parts.stream().map(part -> part.adding(to)).toList());
    }

    /** The same without the part of that path; those after it move up. */
    RuleForm removing(String gone) {
        var left = new ArrayList<RuleForm>();
        for (var part : parts) {
            if (!part.path.equals(gone)) {
                left.add(part.removing(gone).at(path + "." + left.size()));
            }
        }
        return withParts(left);
    }

    RuleForm at(String other) {
        var moved = new ArrayList<RuleForm>();
        parts.forEach(part -> moved.add(part.at(other + "." + moved.size())));
        return new RuleForm(other, kind, base, threshold, test, by, number, List.copyOf(moved), trouble);
    }

    /** The rule; null where something in it is wrong, which {@link #checked} tells. */
    @Nullable Rule rule(boolean quorum) {
        try {
            return make(quorum);
        } catch (Malformed wrong) {
            return null;
        }
    }

    /** The same, with what is wrong said beside each part that is wrong. */
    RuleForm checked(boolean quorum, PageDesk desk, Said said) {
        var looked = withParts(
                parts.stream().map(part -> part.checked(quorum, desk, said)).toList());
        if (parts.stream().anyMatch(part -> part.rule(quorum) == null)) {
            return looked;
        }
        try {
            make(quorum);
            return looked;
        } catch (Malformed wrong) {
            return looked.wrong(desk.sentence(wrong, said));
        }
    }

    private Rule make(boolean quorum) {
        return switch (kind) {
            case "more" -> new Rule.MoreForThanAgainst();
            case "fixed" -> new Rule.Fixed(whole(quorum ? 0 : 1));
            case "fewer" -> new Rule.FewerNotFor(whole(1));
            case "all" -> new Rule.AllOf(make(parts, quorum));
            case "any" -> new Rule.AnyOf(make(parts, quorum));
            default ->
                new Rule.Share(
                        quorum ? Rule.Base.SEATS : Words.read(Rule.Base.class, "base", base),
                        share(),
                        Words.read(Rule.Test.class, "test", test),
                        Words.read(Measure.class, "by", by));
        };
    }

    private static List<Rule> make(List<RuleForm> parts, boolean quorum) {
        return parts.stream().map(part -> part.make(quorum)).toList();
    }

    private int whole(int least) {
        var typed = number.strip();
        if (!typed.matches("\\d{1,9}") || Integer.parseInt(typed) < least || Integer.parseInt(typed) > LARGEST) {
            throw new Malformed(Malformed.Fault.NUMBER, "number", typed);
        }
        return Integer.parseInt(typed);
    }

    /** A share as people write it: "2/3", "55%", "66,6 %", "0,55". */
    private Fraction share() {
        var typed = threshold.strip().replace(',', '.').replace(" ", "").toLowerCase(Locale.ROOT);
        if (!typed.endsWith("%")) {
            return Fraction.parse(typed);
        }
        var percent = Fraction.parse(typed.substring(0, typed.length() - 1));
        return new Fraction(percent.numerator(), Math.multiplyExact(percent.denominator(), 100L));
    }

    /** The fields of a form, by name; a field that is not there reads as empty. */
    record Typed(Map<String, String> fields) {
        public String of(String name) {
            return fields.getOrDefault(name, "");
        }

        /** What was typed, or the usual where the field is empty or not there. */
        public String or(String name, String usual) {
            var value = of(name);
            return value.isBlank() ? usual : value;
        }

        boolean has(String name) {
            return fields.containsKey(name);
        }

        /** Whether a box was ticked. */
        boolean ticked(String name) {
            return has(name);
        }
    }
}
