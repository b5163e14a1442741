package org.plenum.web.page;

import org.plenum.projection.wording.RuleSentences;
import org.plenum.vocabulary.Rule;

/** A majority in a few words: "more for than against", "more than half of the seats". */
final class RuleWords {
    private RuleWords() {}

    static String of(Rule rule, Said said) {
        return said.of(RuleSentences.majority(rule));
    }
}
