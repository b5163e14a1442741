package org.plenum.web.page;

import java.util.stream.Collectors;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.Words;

/** A rule in a few words: "more for than against", "more than 1/2 of the seats". */
final class RuleWords {
    private RuleWords() {}

    static String of(Rule rule, Said said) {
        return switch (rule) {
            case Rule.MoreForThanAgainst _ -> said.say("rule.moreForThanAgainst");
            case Rule.Fixed fixed -> said.say("rule.fixed", fixed.atLeast());
            case Rule.FewerNotFor fewer -> said.say("rule.fewerNotFor", fewer.than());
            case Rule.Share share ->
                said.say(
                        "rule.share." + Words.of(share.test()),
                        share.threshold().toString(),
                        said.word("rule.base", share.base()),
                        said.word("rule.by", share.by()));
            case Rule.AllOf all ->
                all.rules().stream()
                        .map(each -> of(each, said))
                        .collect(Collectors.joining(" " + said.say("rule.and") + " "));
            case Rule.AnyOf any ->
                any.rules().stream()
                        .map(each -> of(each, said))
                        .collect(Collectors.joining(" " + said.say("rule.or") + " "));
        };
    }
}
