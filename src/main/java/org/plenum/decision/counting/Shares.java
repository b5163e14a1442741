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

    private static final Bilingual SEATS = new Bilingual("componenti con diritto di voto", "voting seats");

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
            var more = feminine ? "più del" + named.it() : "più di " + named.it();
            return new Bilingual(
                    (exceeded ? more : "almeno " + named.it()) + " di",
                    (exceeded ? "more than " : "at least ") + named.en() + " of");
        }
        if (100 % fraction.denominator() == 0) {
            var percent = fraction.numerator() * (100 / fraction.denominator()) + "%";
            return new Bilingual(
                    (exceeded ? "più del " : "almeno il ") + percent + " di",
                    (exceeded ? "more than " : "at least ") + percent + " of");
        }
        return new Bilingual(
                (exceeded ? "più dei " : "almeno i ") + fraction + " di",
                (exceeded ? "more than " : "at least ") + fraction + " of");
    }

    /** "15 ballots" by heads, "1000, the weight of the ballots" otherwise. */
    private static Bilingual counted(Measure by, @Nullable BigDecimal base, Bilingual noun) {
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

    private static Bilingual noun(Case one, Rule.Share share) {
        return switch (share.base()) {
            case EXPRESSED ->
                one.tie() == Tie.NO_MATTER
                        ? new Bilingual("votanti con preferenza", "ballots with a preference")
                        : new Bilingual("voti favorevoli o contrari", "votes for or against");
            case PARTICIPATING ->
                ballots(one.counts().heads(), one.majority().rules().blankAndVoidCount());
            case PRESENT -> new Bilingual("presenti con diritto di voto", "present and entitled to vote");
            case SEATS -> SEATS;
        };
    }

    private static Bilingual ballots(Tally heads, boolean blankAndVoidCount) {
        var abstentions = heads.abstain().signum() > 0;
        var papers = heads.blank().add(heads.invalid()).signum() > 0;
        var it = "votanti";
        var en = "ballots";
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
        return new Bilingual(it, en);
    }

    private static Bilingual withoutOffices(Bilingual base, SortedSet<String> offices) {
        if (offices.isEmpty()) {
            return base;
        }
        var list = String.join(", ", offices);
        return new Bilingual(base.it() + " (esclusi: " + list + ")", base.en() + " (left out: " + list + ")");
    }
}
