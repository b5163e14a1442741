package org.plenum.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenum.vocabulary.Fraction;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.RulesOfProcedure;

class RulesJsonTest {
    @Test
    void whatIsLeftOutStaysAtItsDefault() {
        assertThat(read("{}")).isEqualTo(RulesOfProcedure.defaults());
        assertThat(read("{\"offices\": {}, \"quorumCounts\": {}, \"quorum\": {}, \"quorumByKind\": {}}"))
                .isEqualTo(RulesOfProcedure.defaults());
    }

    @Test
    void everySettingIsReadAndWritten() {
        var rules = read("""
                { "quorum": { "1": {"base":"SEATS","threshold":"1/2","test":"reached","by":"heads"},
                              "2": {"base":"SEATS","threshold":"1/3","test":"reached"} },
                  "quorumByKind": { "budget": { "2": {"fixed": 12} } },
                  "offices": { "outOfBase": ["mayor"], "outOfPresence": ["mayor", "president"] },
                  "quorumCounts": { "remote": false, "proxied": true, "recused": true, "declined": false },
                  "quorumMeasured": "when-verified",
                  "proceduralExempt": true, "grace": "PT1H",
                  "majority": {"any": [ {"all": [ {"base":"SEATS","threshold":"55/100","test":"reached","by":"heads"},
                                                  {"base":"SEATS","threshold":"0.65","test":"reached","by":"population"} ]},
                                        {"fewerNotFor": 4} ]},
                  "blankAndVoidCount": false, "castingVote": true, "ballotChange": true, "newcomersVote": true,
                  "remote": false, "proxiesPerHolder": 3, "onePersonManySeats": true, "recusedLeave": true,
                  "runningChoices": "everyone", "twoPersons": ["correct"] }
                """);
        assertThat(rules.quorumFor(2, null))
                .isEqualTo(new Rule.Share(Rule.Base.SEATS, new Fraction(1, 3), Rule.Test.REACHED, Measure.HEADS));
        assertThat(rules.quorumFor(2, "budget")).isEqualTo(new Rule.Fixed(12));
        assertThat(rules.outOfPresence()).containsExactly("mayor", "president");
        assertThat(rules.quorumCounts()).isEqualTo(new RulesOfProcedure.QuorumCounts(false, true, true, false));
        assertThat(rules.quorumMeasured()).isEqualTo(RulesOfProcedure.QuorumMeasured.WHEN_VERIFIED);
        assertThat(rules.grace()).isEqualTo(Duration.ofHours(1));
        assertThat(rules.majority())
                .isEqualTo(new Rule.AnyOf(List.of(
                        new Rule.AllOf(List.of(
                                new Rule.Share(Rule.Base.SEATS, new Fraction(11, 20), Rule.Test.REACHED, Measure.HEADS),
                                new Rule.Share(
                                        Rule.Base.SEATS, new Fraction(13, 20), Rule.Test.REACHED, Measure.POPULATION))),
                        new Rule.FewerNotFor(4))));
        assertThat(rules.runningChoices()).isEqualTo(RulesOfProcedure.RunningChoices.EVERYONE);
        assertThat(rules.proxiesPerHolder()).isEqualTo(3);
        assertThat(rules)
                .isNotEqualTo(RulesOfProcedure.defaults())
                .isEqualTo(RulesJson.read(RulesJson.write(rules)))
                .isEqualTo(read(RulesJson.write(rules).toString()));
    }

    @Test
    void theDefaultsAreWrittenAsTheyAreDescribed() {
        assertThat(JsonText.json(RulesJson.write(RulesOfProcedure.defaults()).toString())
                        .value())
                .isEqualTo(JsonText.json("""
                        { "quorum": { "1": {"base":"SEATS","threshold":"1/2","test":"exceeded","by":"heads"} },
                          "quorumByKind": {},
                          "offices": { "outOfBase": [], "outOfPresence": [] },
                          "quorumCounts": { "remote": true, "proxied": false, "recused": false, "declined": true },
                          "quorumMeasured": "continuously",
                          "proceduralExempt": false, "grace": "PT30M",
                          "majority": { "moreForThanAgainst": true }, "blankAndVoidCount": true,
                          "castingVote": false, "ballotChange": false, "newcomersVote": false,
                          "remote": true, "proxiesPerHolder": 0, "onePersonManySeats": false, "recusedLeave": false,
                          "runningChoices": "hidden",
                          "twoPersons": [] }
                        """).value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"quorom\": {}}|/quorom",
                "{\"majority\": {}}|/majority",
                "{\"majority\": {\"fixed\": 3, \"fewerNotFor\": 4}}|/majority",
                "{\"majority\": {\"fixed\": 0}}|/majority/fixed",
                "{\"majority\": {\"fixed\": 2.5}}|/majority/fixed",
                "{\"majority\": {\"fixed\": \"3\"}}|/majority/fixed",
                "{\"majority\": {\"moreForThanAgainst\": false}}|/majority/moreForThanAgainst",
                "{\"majority\": {\"all\": []}}|/majority",
                "{\"majority\": {\"base\": \"ALL\", \"threshold\": \"1/2\", \"test\": \"reached\"}}|/majority/base",
                "{\"majority\": {\"base\": \"SEATS\", \"threshold\": 0.5, \"test\": \"reached\"}}|/majority/threshold",
                "{\"majority\": {\"base\": \"SEATS\", \"threshold\": \"3/2\", \"test\": \"reached\"}}|/majority",
                "{\"majority\": {\"base\": \"SEATS\", \"threshold\": \"0/2\", \"test\": \"reached\"}}|/majority/threshold",
                "{\"majority\": {\"base\": \"SEATS\", \"threshold\": \"1/2\"}}|/majority",
                "{\"majority\": {\"base\": \"SEATS\", \"threshold\": \"1/2\", \"test\": \"reached\", \"extra\": 1}}|/majority/extra",
                "{\"quorum\": {\"base\": \"SEATS\", \"threshold\": \"1/2\", \"test\": \"reached\"}}|/quorum/base",
                "{\"quorum\": {\"0\": {\"fixed\": 3}}}|/quorum/0",
                "{\"quorum\": {\"1\": {\"base\": \"PRESENT\", \"threshold\": \"1/2\", \"test\": \"reached\"}}}|/quorum/1/base",
                "{\"quorum\": {\"1\": {\"any\": [{\"fixed\": 1}, {\"fewerNotFor\": 3}]}}}|/quorum/1/any/1/fewerNotFor",
                "{\"quorumByKind\": {\"a/b\": {\"1\": 7}}}|/quorumByKind/a~1b/1",
                "{\"quorumByKind\": {\"budget\": {}}}|/quorumByKind/budget",
                "{\"quorumMeasured\": \"always\"}|/quorumMeasured",
                "{\"grace\": \"30 minutes\"}|/grace",
                "{\"grace\": \"PT-5M\"}|/grace",
                "{\"castingVote\": \"yes\"}|/castingVote",
                "{\"proxiesPerHolder\": -1}|/proxiesPerHolder",
                "{\"twoPersons\": [\"correct\", 3]}|/twoPersons/1",
                "{\"offices\": [\"mayor\"]}|/offices",
                "[]|''"
            })
    void eachFaultIsToldByItsPlace(String text, String pointer) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        FaultyJson.class,
                        faulty -> assertThat(faulty.faults())
                                .extracting(JsonFault::pointer)
                                .contains(pointer));
    }

    @Test
    void allFaultsAreToldAtOnceWithTheirLines() {
        var text = JsonText.json("""
                {
                  "majority": { "fixed": -1 },
                  "castingVote": 1,
                  "runningChoices": "all"
                }
                """);
        assertThatThrownBy(() -> text.faults().orThrow(RulesJson.RULES.read(Place.root(text.value(), text.faults()))))
                .isInstanceOfSatisfying(
                        FaultyJson.class,
                        faulty -> assertThat(faulty.faults())
                                .extracting(JsonFault::pointer, JsonFault::line)
                                .containsExactly(
                                        tuple("/majority/fixed", 2),
                                        tuple("/castingVote", 3),
                                        tuple("/runningChoices", 4)));
    }

    @Test
    void rulesNestedTooDeeplyAreAFaultAndNotACrash() {
        var deep = "{\"any\":[".repeat(20) + "{\"fixed\":1}" + "]}".repeat(20);
        assertThatThrownBy(() -> read("{\"majority\":" + deep + "}")).isInstanceOf(FaultyJson.class);
        var absurd = "{\"any\":[".repeat(50_000);
        assertThatThrownBy(() -> JsonText.json(absurd)).isInstanceOf(FaultyJson.class);
    }

    @Test
    void aRuleOfAnyFormIsWrittenAsItIsRead() {
        for (var text : List.of(
                "{\"fixed\":16}",
                "{\"moreForThanAgainst\":true}",
                "{\"fewerNotFor\":4}",
                "{\"base\":\"PRESENT\",\"threshold\":\"2/3\",\"test\":\"reached\",\"by\":\"weight\"}")) {
            var value = JsonText.json(text).value();
            assertThat(RulesJson.write(RulesJson.readMajority(value))).hasToString(text);
        }
    }

    private static RulesOfProcedure read(String text) {
        return RulesJson.read(JsonText.json(text).value());
    }
}
