package org.plenum.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plenum.json.Preset;
import org.plenum.json.Presets;
import org.plenum.vocabulary.Fraction;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.RulesOfProcedure;

class RulesFormTest {
    static Iterable<Preset> presets() {
        return Presets.all().values();
    }

    /** What a browser sends back of a form that nobody touched. */
    private static Map<String, String> sent(RulesForm form) {
        var fields = new HashMap<String, String>();
        for (var at : form.quorums()) {
            fields.put(at.name() + "-call", at.call());
            fields.put(at.name() + "-for", at.kind());
            send(fields, at.rule());
        }
        send(fields, form.majority());
        fields.put("outOfBase", form.outOfBase());
        fields.put("outOfPresence", form.outOfPresence());
        fields.put("quorumMeasured", form.quorumMeasured());
        fields.put("grace", form.grace());
        fields.put("proxiesPerHolder", form.proxiesPerHolder());
        fields.put("runningChoices", form.runningChoices());
        fields.put("twoPersons", form.twoPersons());
        form.flags().forEach(flag -> fields.put(flag, "on"));
        return fields;
    }

    private static void send(Map<String, String> fields, RuleForm rule) {
        fields.put(rule.path() + ".kind", rule.kind());
        fields.put(rule.path() + ".base", rule.base());
        fields.put(rule.path() + ".threshold", rule.threshold());
        fields.put(rule.path() + ".test", rule.test());
        fields.put(rule.path() + ".by", rule.by());
        fields.put(rule.path() + ".number", rule.number());
        rule.parts().forEach(part -> send(fields, part));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void aFormThatNobodyTouchedMakesTheSameRules(Preset preset) {
        var form = RulesForm.of(preset.rules());
        assertThat(RulesForm.typed(new RuleForm.Typed(sent(form))).rules()).isEqualTo(preset.rules());
    }

    @ParameterizedTest
    @CsvSource({"2/3, 2/3", "55%, 11/20", "'66,6 %', 333/500", "'0,55', 11/20", "1, 1/1", "100%, 1/1"})
    void sharesAreWrittenAsPeopleWriteThem(String typed, String meant) {
        var fields = sent(RulesForm.of(RulesOfProcedure.defaults()));
        fields.put("majority.kind", "share");
        fields.put("majority.base", "present");
        fields.put("majority.threshold", typed);
        fields.put("majority.test", "reached");
        assertThat(RulesForm.typed(new RuleForm.Typed(fields)).rules().majority())
                .isEqualTo(new Rule.Share(Rule.Base.PRESENT, Fraction.parse(meant), Rule.Test.REACHED, Measure.HEADS));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1/2", "3/2", "viele", "''", "1/0"})
    void sharesThatCannotBeAreRefused(String typed) {
        var fields = sent(RulesForm.of(RulesOfProcedure.defaults()));
        fields.put("majority.kind", "share");
        fields.put("majority.threshold", typed.isEmpty() ? "%" : typed);
        var form = RulesForm.typed(new RuleForm.Typed(fields));
        assertThatThrownBy(form::rules).isInstanceOf(Malformed.class);
    }

    @Test
    void conditionsAreAddedAndRemoved() {
        var form = RulesForm.of(Presets.named("eu-council").rules());
        var wider = form.after("add:majority").after("add:majority.0");
        assertThat(wider.majority().parts()).hasSize(3);
        assertThat(wider.majority().parts().getFirst().parts()).hasSize(3);
        var back = wider.after("remove:majority.0.2").after("remove:majority.2");
        assertThat(back.rules()).isEqualTo(Presets.named("eu-council").rules());
        var one = form.after("remove:majority.0");
        assertThat(one.majority().parts().getFirst().path()).isEqualTo("majority.0");
        assertThat(one.rules().majority()).isEqualTo(new Rule.AnyOf(java.util.List.of(new Rule.FewerNotFor(4))));
    }

    @Test
    void callsAreAddedAndRemoved() {
        var form = RulesForm.of(Presets.named("condominium").rules());
        var more = form.after("add-quorum");
        assertThat(more.quorums()).hasSize(3);
        assertThat(more.quorums().getLast().call()).isEqualTo("3");
        var fewer = more.after("remove:quorum0");
        assertThat(fewer.quorums()).extracting(RulesForm.QuorumAt::name).containsExactly("quorum0", "quorum1");
        assertThat(fewer.quorums().getFirst().rule().parts().getFirst().path()).isEqualTo("quorum0.0");
    }

    @Test
    void aClauseThatBecomesSeveralKeepsWhatItSaid() {
        var fields = sent(RulesForm.of(RulesOfProcedure.defaults()));
        fields.put("majority.kind", "all");
        fields.put("majority.base", "present");
        fields.put("majority.threshold", "2/3");
        var form = RulesForm.typed(new RuleForm.Typed(fields));
        assertThat(form.majority().parts()).hasSize(2);
        assertThat(form.majority().parts().getFirst().threshold()).isEqualTo("2/3");
        assertThat(form.majority().parts().getFirst().base()).isEqualTo("present");
    }
}
