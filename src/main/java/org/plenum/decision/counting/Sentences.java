package org.plenum.decision.counting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Decimals;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.Rule;

/** What was needed, what was reached and by which rule, in one sentence that a member of the assembly understands. */
final class Sentences {
    private static final Bilingual MET = new Bilingual("soddisfatta", "met");
    private static final Bilingual NOT_MET = new Bilingual("non soddisfatta", "not met");
    private static final Bilingual NOT_KNOWN = new Bilingual("non accertabile", "not known");

    private Sentences() {}

    /** A presence held against a quorum. */
    static Bilingual of(QuorumFound found) {
        return presence(found, found.rule());
    }

    /** Ballots held against a majority. */
    static Bilingual of(MajorityFound found) {
        var outcome = found.outcome();
        var first = of(found.cases().getFirst());
        if (found.cases().size() == 1) {
            return outcome == Outcome.UNDETERMINED
                    ? joined("esito non determinabile: ", "cannot be determined: ", first)
                    : first;
        }
        if (outcome != Outcome.UNDETERMINED) {
            return joined("in ogni caso possibile, per esempio: ", "in every possible case, for example: ", first);
        }
        var rejected = firstWith(found, Outcome.REJECTED);
        var carried = firstWith(found, Outcome.CARRIED);
        if (rejected == null || carried == null) {
            return joined("esito non determinabile: ", "cannot be determined: ", first);
        }
        return new Bilingual(
                "esito non determinabile: respinta se " + rejected.it() + "; approvata se " + carried.it(),
                "cannot be determined: rejected if " + rejected.en() + "; carried if " + carried.en());
    }

    /** What a count came to, under a quorum. */
    static Bilingual under(QuorumFound quorum, Found found) {
        var met = quorum.met();
        if (met == null) {
            return joined("numero legale non accertabile: ", "the quorum is not known: ", of(quorum));
        }
        return met ? found.explain() : joined("manca il numero legale: ", "no quorum: ", of(quorum));
    }

    private static @Nullable Bilingual firstWith(MajorityFound found, Outcome outcome) {
        return found.cases().stream()
                .filter(one -> one.outcome() == outcome)
                .findFirst()
                .map(Sentences::of)
                .orElse(null);
    }

    private static Bilingual of(Case one) {
        if (one.counts().heads().inFavour().signum() == 0) {
            return new Bilingual(
                    "nessun voto favorevole, e senza voti favorevoli nulla è approvato",
                    "no vote for, and nothing is carried without one");
        }
        return majority(one, one.majority().rule());
    }

    // ---- majorities

    /** A count held against one rule, whatever else decides. */
    static Bilingual clause(Case one, Rule rule) {
        return majority(one, rule);
    }

    private static Bilingual majority(Case one, Rule rule) {
        return switch (rule) {
            case Rule.AllOf all -> every(parts(all.rules(), each -> majority(one, each), one::holds));
            case Rule.AnyOf any -> enough(parts(any.rules(), each -> majority(one, each), one::holds));
            case Rule.FewerNotFor fewer -> notFor(one, fewer);
            case Rule.Fixed _ -> withTie(one, rule, needed(one, rule, new Bilingual("numero fisso", "a fixed number")));
            case Rule.MoreForThanAgainst _ ->
                withTie(
                        one,
                        rule,
                        needed(
                                one,
                                rule,
                                new Bilingual(
                                        "più favorevoli che contrari ("
                                                + it(one.counts().heads().against()) + ")",
                                        "more for than against ("
                                                + en(one.counts().heads().against()) + ")")));
            case Rule.Share share -> withTie(one, rule, needed(one, rule, Shares.ofVote(one, share)));
        };
    }

    private static Bilingual needed(Case one, Rule clause, Bilingual by) {
        var measure = Least.measure(clause);
        var tally = one.counts().in(measure);
        return sentence(
                one.tie() == Tie.NO_MATTER ? new Bilingual("voti", "votes") : new Bilingual("favorevoli", "for"),
                tally == null ? null : tally.inFavour(),
                measure,
                one.required(clause),
                by);
    }

    private static Bilingual notFor(Case one, Rule.FewerNotFor fewer) {
        var number = one.notFor();
        return new Bilingual(
                "non favorevoli " + it(number) + ", ammessi meno di " + fewer.than(),
                "not for " + en(number) + ", allowed fewer than " + fewer.than());
    }

    private static Bilingual withTie(Case one, Rule clause, Bilingual sentence) {
        if (one.tie() == Tie.NO_MATTER) {
            return sentence;
        }
        if (one.decidedByChair(clause)) {
            return new Bilingual(
                    sentence.it() + "; parità, prevale il voto del presidente",
                    sentence.en() + "; a tie, decided by the chair's casting vote");
        }
        var tied = Case.tied(one.counts().in(Least.measure(clause)));
        return tied && Boolean.FALSE.equals(one.holds(clause))
                ? new Bilingual(sentence.it() + "; parità", sentence.en() + "; a tie")
                : sentence;
    }

    // ---- quorums

    private static Bilingual presence(QuorumFound found, Rule rule) {
        return switch (rule) {
            case Rule.AllOf all -> every(parts(all.rules(), each -> presence(found, each), found::met));
            case Rule.AnyOf any -> enough(parts(any.rules(), each -> presence(found, each), found::met));
            case Rule.Fixed _ -> present(found, rule, new Bilingual("numero fisso", "a fixed number"));
            case Rule.Share share -> present(found, rule, Shares.ofPresence(found, share));
            case Rule.MoreForThanAgainst _, Rule.FewerNotFor _ ->
                throw new IllegalStateException("not a rule of presence: " + rule);
        };
    }

    private static Bilingual present(QuorumFound found, Rule clause, Bilingual by) {
        var measure = Least.measure(clause);
        var least = found.atLeast().in(measure);
        var most = found.atMost().in(measure);
        var label = new Bilingual("presenti", "present");
        if (least == null || most == null || least.compareTo(most) == 0) {
            return sentence(label, least, measure, found.required(clause), by);
        }
        var bounds = new Bilingual(
                "presenti da " + it(least) + " a " + it(most), "present between " + en(least) + " and " + en(most));
        return needing(bounds, measure, found.required(clause), by);
    }

    // ---- the forms of a sentence

    private static Bilingual sentence(
            Bilingual what,
            @Nullable BigDecimal reached,
            Measure measure,
            @Nullable BigDecimal required,
            Bilingual by) {
        var number = new Bilingual(
                what.it() + (reached == null ? " in numero ignoto" : " " + it(reached)),
                what.en() + (reached == null ? " not known" : " " + en(reached)));
        return needing(number, measure, required, by);
    }

    private static Bilingual needing(Bilingual reached, Measure measure, @Nullable BigDecimal required, Bilingual by) {
        var in = switch (measure) {
            case HEADS -> new Bilingual("", "");
            case WEIGHT -> new Bilingual(" per peso", " by weight");
            case POPULATION -> new Bilingual(" per popolazione", " by population");
        };
        var one = required != null && required.compareTo(BigDecimal.ONE) == 0;
        return new Bilingual(
                reached.it() + in.it()
                        + (required == null ? "" : (one ? ", necessario " : ", necessari ") + it(required)) + ": "
                        + by.it(),
                reached.en() + in.en() + (required == null ? "" : ", needed " + en(required)) + ": " + by.en());
    }

    private static List<Bilingual> parts(
            List<Rule> rules, Function<Rule, Bilingual> sentence, Function<Rule, @Nullable Boolean> holds) {
        var parts = new ArrayList<Bilingual>();
        for (var rule : rules) {
            var said = sentence.apply(rule);
            var holding = holds.apply(rule);
            var mark = holding == null ? NOT_KNOWN : holding ? MET : NOT_MET;
            var composed = rule.depth() > 0;
            parts.add(new Bilingual(
                    (composed ? "[" + said.it() + "]" : said.it()) + " (" + mark.it() + ")",
                    (composed ? "[" + said.en() + "]" : said.en()) + " (" + mark.en() + ")"));
        }
        return parts;
    }

    private static Bilingual every(List<Bilingual> parts) {
        return listed("devono valere tutte le condizioni: ", "every condition must hold: ", parts);
    }

    private static Bilingual enough(List<Bilingual> parts) {
        return listed("basta una delle condizioni: ", "one condition is enough: ", parts);
    }

    private static Bilingual listed(String it, String en, List<Bilingual> parts) {
        return new Bilingual(
                it + parts.stream().map(Bilingual::it).collect(Collectors.joining("; ")),
                en + parts.stream().map(Bilingual::en).collect(Collectors.joining("; ")));
    }

    private static Bilingual joined(String it, String en, Bilingual rest) {
        return new Bilingual(it + rest.it(), en + rest.en());
    }

    /** A number as it is written in Italian. */
    static String it(BigDecimal number) {
        return en(number).replace('.', ',');
    }

    /** A number as it is written in English. */
    static String en(BigDecimal number) {
        return Decimals.plain(number).toPlainString();
    }
}
