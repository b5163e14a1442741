package org.plenum.projection.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Fraction;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.RulesOfProcedure;

class RuleSentencesTest {
    private static Rule.Share share(Rule.Base base, String threshold, Rule.Test test, Measure by) {
        return new Rule.Share(base, Fraction.parse(threshold), test, by);
    }

    @Test
    void sharesReadAsPeopleSayThem() {
        assertThat(RuleSentences.majority(share(Rule.Base.PRESENT, "1/2", Rule.Test.EXCEEDED, Measure.HEADS)))
                .isEqualTo(new Bilingual("più della metà dei presenti", "more than half of those present"));
        assertThat(RuleSentences.majority(share(Rule.Base.SEATS, "2/3", Rule.Test.REACHED, Measure.WEIGHT)))
                .isEqualTo(new Bilingual(
                        "almeno due terzi del peso di tutti i componenti",
                        "at least two thirds of the weight of all seats"));
        assertThat(RuleSentences.majority(share(Rule.Base.EXPRESSED, "0.8", Rule.Test.EXCEEDED, Measure.HEADS))
                        .it())
                .isEqualTo("più di quattro quinti dei voti espressi");
        assertThat(RuleSentences.majority(share(Rule.Base.EXPRESSED, "0.85", Rule.Test.EXCEEDED, Measure.HEADS))
                        .it())
                .isEqualTo("più dell'85% dei voti espressi");
        assertThat(RuleSentences.majority(share(Rule.Base.EXPRESSED, "3/7", Rule.Test.REACHED, Measure.HEADS))
                        .it())
                .isEqualTo("almeno i 3/7 dei voti espressi");
    }

    @Test
    void composedRulesKeepTheirBrackets() {
        var council = new Rule.AnyOf(List.of(
                new Rule.AllOf(List.of(
                        share(Rule.Base.SEATS, "55/100", Rule.Test.REACHED, Measure.HEADS),
                        share(Rule.Base.SEATS, "65/100", Rule.Test.REACHED, Measure.POPULATION))),
                new Rule.FewerNotFor(4)));
        assertThat(RuleSentences.majority(council))
                .isEqualTo(new Bilingual(
                        "(almeno il 55% dei componenti e almeno il 65% della popolazione di tutti i componenti)"
                                + " oppure meno di 4 componenti non favorevoli",
                        "(at least 55% of the seats and at least 65% of the population of all seats)"
                                + " or fewer than 4 seats not for"));
    }

    @Test
    void everySettingThatDiffersChangesASentence() {
        var usual = RulesSentences.of(RulesOfProcedure.defaults());
        assertThat(usual).allMatch(RulesSentences.Line::usual);
        var changed = RulesSentences.of(RulesOfProcedure.defaults()
                .change()
                .castingVote(true)
                .remote(false)
                .proxiesPerHolder(2)
                .grace(java.time.Duration.ofMinutes(60))
                .build());
        assertThat(changed).filteredOn(line -> !line.usual()).hasSize(4);
    }
}
