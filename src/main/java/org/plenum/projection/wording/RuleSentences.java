package org.plenum.projection.wording;

import java.util.List;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Fraction;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.Rule;

/** What a rule asks for, in words: "at least two thirds of the weight of all seats". */
public final class RuleSentences {
    private RuleSentences() {}

    /** What carries a question. */
    public static Bilingual majority(Rule rule) {
        return switch (rule) {
            case Rule.MoreForThanAgainst _ -> new Bilingual("più favorevoli che contrari", "more for than against");
            case Rule.Fixed fixed ->
                new Bilingual(
                        fixed.atLeast() == 1 ? "almeno un favorevole" : "almeno " + fixed.atLeast() + " favorevoli",
                        "at least " + fixed.atLeast() + " for");
            case Rule.FewerNotFor fewer ->
                new Bilingual(
                        "meno di " + fewer.than() + " componenti non favorevoli",
                        "fewer than " + fewer.than() + " seats not for");
            case Rule.Share share -> share(share, base(share));
            case Rule.AllOf all -> composed(all.rules(), " e ", " and ", RuleSentences::majority);
            case Rule.AnyOf any -> composed(any.rules(), " oppure ", " or ", RuleSentences::majority);
        };
    }

    /** The presence that a session needs. */
    public static Bilingual quorum(Rule rule) {
        return switch (rule) {
            case Rule.Fixed fixed ->
                new Bilingual(
                        fixed.atLeast() == 1 ? "almeno un presente" : "almeno " + fixed.atLeast() + " presenti",
                        "at least " + fixed.atLeast() + " present");
            case Rule.Share share -> share(share, base(share));
            case Rule.AllOf all -> composed(all.rules(), " e ", " and ", RuleSentences::quorum);
            case Rule.AnyOf any -> composed(any.rules(), " oppure ", " or ", RuleSentences::quorum);
            // These speak of ballots and are refused as quorums; said all the same, they read as majorities do.
            case Rule.MoreForThanAgainst _, Rule.FewerNotFor _ -> majority(rule);
        };
    }

    private interface Wording {
        Bilingual of(Rule rule);
    }

    private static Bilingual composed(List<Rule> rules, String it, String en, Wording wording) {
        if (rules.size() == 1) {
            return wording.of(rules.getFirst());
        }
        var parts = rules.stream()
                .map(rule -> rule.depth() == 0 ? wording.of(rule) : bracketed(wording.of(rule)))
                .toList();
        return new Bilingual(
                String.join(it, parts.stream().map(Bilingual::it).toList()),
                String.join(en, parts.stream().map(Bilingual::en).toList()));
    }

    private static Bilingual bracketed(Bilingual words) {
        return new Bilingual("(" + words.it() + ")", "(" + words.en() + ")");
    }

    private static Bilingual share(Rule.Share share, Bilingual base) {
        if (share.threshold().equals(new Fraction(1, 1))) {
            return whole(share, base);
        }
        var part = part(share.threshold());
        return share.test() == Rule.Test.EXCEEDED
                ? new Bilingual("più " + part.of() + " " + base.it(), "more than " + part.en() + " of " + base.en())
                : new Bilingual(
                        "almeno " + part.plain() + " " + base.it(), "at least " + part.en() + " of " + base.en());
    }

    private static Bilingual whole(Rule.Share share, Bilingual base) {
        return share.by() == Measure.HEADS
                ? new Bilingual("la totalità " + base.it(), "all of " + base.en())
                : new Bilingual("l'intero ammontare " + base.it(), "the whole of " + base.en());
    }

    /** A part as Italian has it after "almeno" and after "più", and in English. */
    private record Part(String plain, String of, String en) {}

    private static Part part(Fraction part) {
        return switch (part.toString()) {
            case "1/2" -> new Part("la metà", "della metà", "half");
            case "1/3" -> new Part("un terzo", "di un terzo", "a third");
            case "2/3" -> new Part("due terzi", "di due terzi", "two thirds");
            case "1/4" -> new Part("un quarto", "di un quarto", "a quarter");
            case "3/4" -> new Part("tre quarti", "di tre quarti", "three quarters");
            case "1/5" -> new Part("un quinto", "di un quinto", "a fifth");
            case "2/5" -> new Part("due quinti", "di due quinti", "two fifths");
            case "3/5" -> new Part("tre quinti", "di tre quinti", "three fifths");
            case "4/5" -> new Part("quattro quinti", "di quattro quinti", "four fifths");
            default -> percent(part);
        };
    }

    private static Part percent(Fraction part) {
        if (100 % part.denominator() != 0) {
            return new Part("i " + part, "dei " + part, part.toString());
        }
        var percent = part.numerator() * (100 / part.denominator());
        var vowel = percent == 8 || percent == 11 || (percent >= 80 && percent < 90);
        return new Part(
                (vowel ? "l'" : "il ") + percent + "%", (vowel ? "dell'" : "del ") + percent + "%", percent + "%");
    }

    private static Bilingual base(Rule.Share share) {
        var whose = switch (share.base()) {
            case EXPRESSED -> new Bilingual("dei voti espressi", "the votes for and against");
            case PARTICIPATING -> new Bilingual("dei votanti", "those voting");
            case PRESENT -> new Bilingual("dei presenti", "those present");
            case SEATS -> new Bilingual("dei componenti", "the seats");
        };
        return switch (share.by()) {
            case HEADS -> whose;
            case WEIGHT -> of("del peso ", "the weight of ", share, whose);
            case POPULATION -> of("della popolazione ", "the population of ", share, whose);
        };
    }

    private static Bilingual of(String it, String en, Rule.Share share, Bilingual whose) {
        return switch (share.base()) {
            case SEATS -> new Bilingual(it + "di tutti i componenti", en + "all seats");
            case EXPRESSED, PARTICIPATING, PRESENT -> new Bilingual(it + whose.it(), en + whose.en());
        };
    }
}
