package org.plenum.decision.counting;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Fraction;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.Tally;

/** A share of a base in words: "more than half of 15 ballots, blank and void included". */
final class Shares {
    private static final Map<Fraction, Bilingual> NAMED = Map.of(
            Fraction.HALF,
            new Bilingual("la metà", "half"),
            new Fraction(1, 3),
            new Bilingual("un terzo", "one third"),
            new Fraction(2, 3),
            new Bilingual("due terzi", "two thirds"),
            new Fraction(1, 4),
            new Bilingual("un quarto", "one quarter"),
            new Fraction(3, 4),
            new Bilingual("tre quarti", "three quarters"),
            new Fraction(1, 5),
            new Bilingual("un quinto", "one fifth"),
            new Fraction(2, 5),
            new Bilingual("due quinti", "two fifths"),
            new Fraction(3, 5),
            new Bilingual("tre quinti", "three fifths"),
            new Fraction(4, 5),
            new Bilingual("quattro quinti", "four fifths"));

    /** What is counted, of one and of any other number. */
    private record Noun(Bilingual one, Bilingual many) {
        Bilingual of(@Nullable BigDecimal number) {
            return number != null && number.compareTo(BigDecimal.ONE) == 0 ? one : many;
        }
    }

    private static Noun noun(String itOne, String itMany, String enOne, String enMany) {
        return new Noun(new Bilingual(itOne, enOne), new Bilingual(itMany, enMany));
    }

    private static final Noun SEATS =
            noun("componente con diritto di voto", "componenti con diritto di voto", "voting seat", "voting seats");

    private Shares() {}

    /** A share of ballots, of those present or of the seats. */
    static Bilingual ofVote(Case one, Rule.Share share) {
        return joined(share, counted(share.by(), one.base(share), noun(one, share)));
    }

    /** A share of the seats, less the offices left out. */
    static Bilingual ofPresence(QuorumFound found, Rule.Share share) {
        var base = counted(share.by(), found.quorum().base().in(share.by()), SEATS);
        return joined(share, withoutOffices(base, found.quorum().rules().outOfBase()));
    }

    private static Bilingual joined(Rule.Share share, Bilingual base) {
        var threshold = threshold(share);
        return new Bilingual(threshold.it() + " " + base.it(), threshold.en() + " " + base.en());
    }

    private static Bilingual threshold(Rule.Share share) {
        var fraction = share.threshold();
        if (fraction.equals(new Fraction(1, 1))) {
            return new Bilingual("la totalità di", "all of");
        }
        var exceeded = share.test() == Rule.Test.EXCEEDED;
        var named = NAMED.get(fraction);
        if (named != null) {
            var feminine = fraction.equals(Fraction.HALF);
            var above = feminine ? "più del" + named.it() : "più di " + named.it();
            return new Bilingual(
                    (exceeded ? above : "almeno " + named.it()) + " di",
                    (exceeded ? "more than " : "at least ") + named.en() + " of");
        }
        var more = exceeded ? "more than " : "at least ";
        if (100 % fraction.denominator() == 0) {
            var percent = fraction.numerator() * (100 / fraction.denominator());
            // L'uno, l'otto, l'undici e gli ottanta si elidono.
            var vowel = percent == 1 || percent == 8 || percent == 11 || percent / 10 == 8;
            var article = vowel ? "l'" : exceeded ? "l " : "il ";
            return new Bilingual(
                    (exceeded ? vowel ? "più del" : "più de" : "almeno ") + article + percent + "% di",
                    more + percent + "% of");
        }
        return new Bilingual((exceeded ? "più di " : "almeno ") + fraction + " di", more + fraction + " of");
    }

    /** "15 ballots" by heads, "1000, the weight of the ballots" otherwise. */
    private static Bilingual counted(Measure by, @Nullable BigDecimal base, Noun counted) {
        // A weight or a population is that of all, however much it comes to.
        var noun = by == Measure.HEADS ? counted.of(base) : counted.many();
        var it = base == null ? "un totale ignoto" : Sentences.it(base);
        var en = base == null ? "an unknown total" : Sentences.en(base);
        return switch (by) {
            case HEADS -> new Bilingual(it + " " + noun.it(), en + " " + noun.en());
            case WEIGHT ->
                new Bilingual(it + ", peso complessivo dei " + noun.it(), en + ", the weight of all " + noun.en());
            case POPULATION ->
                new Bilingual(
                        it + ", popolazione complessiva dei " + noun.it(), en + ", the population of all " + noun.en());
        };
    }

    private static Noun noun(Case one, Rule.Share share) {
        return switch (share.base()) {
            case EXPRESSED ->
                one.tie() == Tie.NO_MATTER
                        ? noun(
                                "votante con preferenza",
                                "votanti con preferenza",
                                "ballot with a preference",
                                "ballots with a preference")
                        : noun(
                                "voto favorevole o contrario",
                                "voti favorevoli o contrari",
                                "vote for or against",
                                "votes for or against");
            case PARTICIPATING ->
                ballots(one.counts().heads(), one.majority().rules().blankAndVoidCount());
            case PRESENT ->
                noun(
                        "presente con diritto di voto",
                        "presenti con diritto di voto",
                        "present and entitled to vote",
                        "present and entitled to vote");
            case SEATS -> SEATS;
        };
    }

    private static Noun ballots(Tally heads, boolean blankAndVoidCount) {
        var abstentions = heads.abstain().signum() > 0;
        var papers = heads.blank().add(heads.invalid()).signum() > 0;
        var it = "";
        var en = "";
        if (papers && !blankAndVoidCount) {
            it += abstentions ? ", astenuti compresi, bianche e nulle escluse" : ", bianche e nulle escluse";
            en += abstentions ? ", abstentions included, blank and void left out" : ", blank and void left out";
        } else if (papers) {
            it += abstentions ? ", astenuti, bianche e nulle compresi" : ", bianche e nulle comprese";
            en += abstentions ? ", abstentions, blank and void included" : ", blank and void included";
        } else if (abstentions) {
            it += ", astenuti compresi";
            en += ", abstentions included";
        }
        return noun("votante" + it, "votanti" + it, "ballot" + en, "ballots" + en);
    }

    private static Bilingual withoutOffices(Bilingual base, SortedSet<String> offices) {
        if (offices.isEmpty()) {
            return base;
        }
        var list = String.join(", ", offices);
        return new Bilingual(base.it() + " (esclusi: " + list + ")", base.en() + " (left out: " + list + ")");
    }
}
