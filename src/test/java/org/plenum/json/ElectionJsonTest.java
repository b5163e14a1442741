package org.plenum.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenum.decision.counting.Election;
import org.plenum.decision.counting.Roll;
import org.plenum.decision.counting.VotingRight;
import org.plenum.vocabulary.Candidate;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.ElectionRule;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.SeatId;

class ElectionJsonTest {
    private static final String PRESIDENT = "{\"places\":1,\"preferences\":1,\"rounds\":["
            + "{\"threshold\":{\"base\":\"SEATS\",\"threshold\":\"2/3\",\"test\":\"reached\",\"by\":\"heads\"}},"
            + "{\"best\":2}],\"ties\":\"seniority\",\"by\":\"heads\"}";

    @Test
    void aRuleIsWrittenAsItIsRead() {
        assertThat(ElectionJson.write(rule(PRESIDENT))).hasToString(PRESIDENT);
        assertThat(rule("{}")).isEqualTo(ElectionRule.ofOne());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"places\":0}|/places",
                "{\"rounds\":[]}|/rounds",
                "{\"rounds\":[{\"best\":2}]}|/rounds/0/best",
                "{\"rounds\":[{\"threshold\":{\"moreForThanAgainst\":true}}]}|/rounds/0/threshold/moreForThanAgainst",
                "{\"ties\":\"age\"}|/ties",
                "{\"round\":[]}|/round"
            })
    void eachFaultIsToldByItsPlace(String text, String pointer) {
        assertThatThrownBy(() -> rule(text))
                .isInstanceOfSatisfying(
                        FaultyJson.class,
                        faulty -> assertThat(faulty.faults())
                                .extracting(JsonFault::pointer)
                                .contains(pointer));
    }

    @Test
    void aCandidateIsWrittenAsItIsRead() {
        var text = JsonText.json("{\"id\":\"rossi\",\"name\":\"Maria Rossi\",\"seniority\":\"1950-03-01\"}");
        var read = text.faults().orThrow(ElectionJson.CANDIDATE.read(Place.root(text.value(), text.faults())));
        assertThat(read).isEqualTo(new Candidate(new CandidateId("rossi"), "Maria Rossi", LocalDate.of(1950, 3, 1)));
        assertThat(ElectionJson.write(read)).hasToString(text.value().toString());
    }

    @Test
    void aResultSaysWhatComesNext() {
        var rights = new ArrayList<VotingRight>();
        for (var i = 0; i < 3; i++) {
            rights.add(new VotingRight(new SeatId("s" + i), BigDecimal.ONE, null, null, true));
        }
        var rossi = new Candidate(new CandidateId("rossi"), "Rossi", null);
        var verdi = new Candidate(new CandidateId("verdi"), "Verdi", null);
        var found = Election.first(
                        ElectionRule.ofOne(), List.of(rossi, verdi), RulesOfProcedure.defaults(), new Roll(rights))
                .found(
                        List.of(
                                new Choice.Preferences(List.of(rossi.id())),
                                new Choice.Preferences(List.of(verdi.id()))),
                        3,
                        0,
                        List.of());
        var written = ElectionJson.write(found);
        assertThat(written.get("outcome").stringValue()).isEqualTo("undetermined");
        assertThat(written.get("next"))
                .hasToString("{\"do\":\"draw-lots\",\"places\":1,\"among\":[\"rossi\",\"verdi\"]}");
        assertThat(written.get("votes").get(0)).hasToString("{\"candidate\":\"rossi\",\"name\":\"Rossi\",\"votes\":1}");
        assertThat(written.get("explanation").get("en").stringValue())
                .isEqualTo("nobody elected, most votes for Rossi, votes 1; a tie, a lot decides between Rossi, Verdi");
    }

    private static ElectionRule rule(String text) {
        var json = JsonText.json(text);
        return json.faults().orThrow(ElectionJson.RULE.read(Place.root(json.value(), json.faults())));
    }
}
