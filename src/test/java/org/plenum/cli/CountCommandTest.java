package org.plenum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plenum.json.JsonText;

class CountCommandTest {
    private static final String SEATS = "\"seats\":[{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"c\",\"votes\":false},"
            + "{\"id\":\"d\",\"weight\":\"2.5\",\"population\":100,\"office\":\"mayor\",\"name\":\"Comune di D\"}]";

    private static final String CANDIDATES = "\"candidates\":[{\"id\":\"r\"},{\"id\":\"v\"}]";

    @Test
    void anAnswerHasEveryFieldAndNothingElse() {
        var answer = Counted.of("{\"rules\":{}," + SEATS
                + ",\"present\":[\"a\",\"b\",\"c\"],\"ballots\":{\"a\":\"for\",\"b\":\"abstain\"}}");
        assertThat(answer.exit()).isZero();
        assertThat(JsonText.json(answer.out()).value())
                .isEqualTo(JsonText.json("""
                        { "quorum": {"required": 2, "present": 2, "met": true},
                          "electorate": 2,
                          "counts": {"for": 1, "against": 0, "abstain": 1, "blank": 0, "void": 0, "declined": 0, "didNotVote": 0},
                          "weightCounts": {"for": 1, "against": 0, "abstain": 1, "blank": 0, "void": 0, "declined": 0, "didNotVote": 0},
                          "populationCounts": null,
                          "outcome": "carried",
                          "explanation": {"it": "favorevoli 1, necessario 1: più favorevoli che contrari (0)",
                                          "en": "for 1, needed 1: more for than against (0)"} }
                        """).value());
    }

    @Test
    void withoutBallotsThereIsNoOutcome() {
        var answer = JsonText.json(
                        Counted.of("{" + SEATS + ",\"present\":[\"a\"]}").out())
                .value();
        assertThat(answer.get("outcome").isNull()).isTrue();
        assertThat(answer.get("counts").isNull()).isTrue();
        assertThat(answer.get("electorate").intValue()).isEqualTo(1);
        assertThat(answer.get("explanation").get("en").stringValue())
                .isEqualTo("present 1, needed 2: more than half of 3 voting seats");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{SEATS,\"present\":[\"a\",\"b\"],\"ballots\":{\"d\":\"for\"}}|d is absent",
                "{SEATS,\"present\":[\"a\",\"c\"],\"ballots\":{\"c\":\"for\"}}|c has no vote",
                "{SEATS,\"present\":[\"a\"],\"recused\":[\"a\"],\"ballots\":{\"a\":\"for\"}}|a is recused",
                "{SEATS,\"present\":[\"a\"],\"ballots\":{\"x\":\"for\"}}|x not a seat of the roll",
                "{SEATS,\"present\":[\"a\"],\"ballots\":{\"a\":\"yes\"}}|one of: for, against, abstain, blank, void, declined",
                "{SEATS,\"present\":[\"a\",\"x\"]}|not a seat of the roll: x",
                "{SEATS,\"present\":[\"a\",\"a\"]}|named twice: a",
                "{SEATS}|\"present\" is missing",
                "{\"present\":[]}|\"seats\" is missing",
                "{\"seats\":[],\"present\":[]}|at least one seat",
                "{\"seats\":[{\"id\":\"a\"},{\"id\":\"a\"}],\"present\":[]}|named twice: a",
                "{\"seats\":[{\"id\":\"a\",\"weight\":0}],\"present\":[]}|must be positive",
                "{\"seats\":[{\"id\":\"a\",\"weight\":\"-1\"}],\"present\":[]}|must be positive",
                "{\"seats\":[{\"id\":\"a\",\"population\":-1}],\"present\":[]}|out of bounds",
                "{\"seats\":[{\"id\":\"a/b\"}],\"present\":[]}|an identifier",
                "{SEATS,\"present\":[],\"call\":0}|out of bounds",
                "{SEATS,\"present\":[],\"quorom\":1}|unknown field",
                "{SEATS,\"present\":[],\"rules\":{\"majority\":{\"fixed\":\"x\"}}}|/rules/majority/fixed",
                "{SEATS,\"present\":[],\"majority\":{\"base\":\"ALL\"}}|/majority/base",
                "{SEATS,\"present\":[\"a\"],\"chair\":\"x\"}|not a seat of the roll: x",
                "{SEATS,\"present\":[\"a\"],\"remote\":[\"b\"],\"rules\":{\"remote\":false}}|do not admit remote",
                "{SEATS,\"present\":[\"a\",\"b\"],\"proxies\":[{\"from\":\"a\",\"to\":\"b\"}]}|is present and has given a proxy",
                "{SEATS,\"present\":[\"b\"],\"proxies\":[{\"from\":\"a\",\"to\":\"d\"}]}|holds a proxy but is absent",
                "{SEATS,\"present\":[\"b\"],\"proxies\":[{\"from\":\"a\",\"to\":\"b\"},{\"from\":\"a\",\"to\":\"b\"}]}|given a proxy already",
                "{SEATS,\"present\":[\"b\"],\"proxies\":[{\"from\":\"a\",\"to\":\"b\"},{\"from\":\"d\",\"to\":\"b\"}],\"rules\":{\"proxiesPerHolder\":1}}|b holds 2 proxies, allowed 1",
                "{SEATS,\"present\":[\"a\"],\"rounds\":[]}|\"candidates\" is missing",
                "{SEATS,\"present\":[\"a\"],\"candidates\":[]}|at least one candidate",
                "{SEATS,\"present\":[\"a\"],\"candidates\":[{\"id\":\"r\"},{\"id\":\"r\"}]}|named twice: r",
                "{SEATS,\"present\":[\"a\"],CANDIDATES,\"ballots\":{\"a\":\"for\"}}|one of: abstain, blank, void, declined",
                "{SEATS,\"present\":[\"a\"],CANDIDATES,\"ballots\":{\"a\":{\"preferences\":[\"x\"]}}}|/ballots/a",
                "{SEATS,\"present\":[\"a\"],CANDIDATES,\"ballots\":{\"a\":{\"preferences\":[\"r\",\"v\"]}}}|/ballots/a",
                "{SEATS,\"present\":[\"a\"],CANDIDATES,\"ballots\":{\"a\":{\"preferences\":[]}}}|/ballots/a",
                "{SEATS,\"present\":[\"a\"],CANDIDATES,\"ballots\":{\"b\":\"blank\"}}|b is absent",
                "{SEATS,\"present\":[\"a\"],CANDIDATES,\"majority\":{\"fixed\":1},\"ballots\":{\"a\":\"blank\"}}|an election has its own rule",
                "{SEATS,\"present\":[\"a\"],CANDIDATES,\"ballots\":{\"a\":\"blank\"},\"rounds\":[]}|in rounds or here",
                "{SEATS,\"present\":[\"a\",\"b\"],CANDIDATES,\"ballots\":{\"a\":{\"preferences\":[\"r\"]}},\"lots\":[{\"drawn\":[\"r\",\"v\"]}]}|/lots/0",
                "{SEATS,\"present\":[\"a\",\"b\"],CANDIDATES,\"rounds\":[{\"ballots\":{\"a\":{\"preferences\":[\"r\"]}}},{\"ballots\":{}}]}|/rounds/1",
                "not json|not valid JSON",
                "''|an empty text",
                "[]|expected an object"
            })
    void whatCannotBeCountedIsRefusedWithAReason(String input, String reason) {
        var answer = Counted.of(input.replace("SEATS", SEATS).replace("CANDIDATES", CANDIDATES));
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains(reason);
    }

    @Test
    void anItalianIsToldInItalian() {
        assertThat(Counted.of(Locale.ITALIAN, "{" + SEATS + ",\"present\":[\"x\"]}")
                        .err())
                .isEqualToNormalizingNewlines("/present (riga 1): non è tra i componenti: x\n");
    }

    @Test
    void unknownOptionsAreBadUsage() {
        assertThat(Counted.of("{}", "--fast").exit()).isEqualTo(2);
    }
}
