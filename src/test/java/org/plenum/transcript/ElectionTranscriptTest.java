package org.plenum.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenum.decision.VoteCount;
import org.plenum.decision.counting.ElectionFound;
import org.plenum.json.FaultyJson;
import org.plenum.vocabulary.FindingCode;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.VoteId;

/** Elections as paper minutes tell them. */
class ElectionTranscriptTest {
    private static String file(String steps) {
        return """
                { "plenum": "transcript/1", "source": "minutes",
                  "assembly": { "id": "x", "name": "X", "seats": [
                    {"id": "a", "name": "A"}, {"id": "b", "name": "B"}, {"id": "c", "name": "C"},
                    {"id": "d", "name": "D"}, {"id": "e", "name": "E"} ] },
                  "session": { "id": "s", "title": "S", "date": "2024-05-02", "zone": "Europe/Rome" },
                  "agenda": [ {"number": "1", "title": "Chair"} ],
                  "record": [ {"do": "rollcall", "present": ["a", "b", "c", "d", "e"]}, {"do": "open"},
                    STEPS ] }""".replace("STEPS", steps);
    }

    private static final String CANDIDATES =
            "\"candidates\": [{\"id\": \"rossi\", \"name\": \"Anna Rossi\"}, {\"id\": \"verdi\", \"name\": \"Ugo Verdi\"}]";

    private static ElectionFound found(Transcribed session, String vote) {
        var state = session.state().vote(new VoteId(vote)).orElseThrow();
        return (ElectionFound) VoteCount.found(session.state(), state);
    }

    private static List<FindingCode> codes(Transcribed session) {
        return session.findings().stream()
                .map(brief -> FindingCode.valueOf(brief.split(" ", 2)[0]))
                .toList();
    }

    @Test
    void namesAndTheRest() {
        var session = Transcribed.of(file("""
                {"do": "vote", "id": "v", "item": "1", "subject": "Chair", "method": "roll-call", CANDIDATES,
                 "preferred": {"verdi": ["a"], "rossi": "rest"}, "abstain": ["b"],
                 "declared": {"votes": {"rossi": 3, "verdi": 1}, "elected": ["rossi"], "outcome": "carried"}}""".replace("CANDIDATES", CANDIDATES)));
        assertThat(found(session, "v").elected())
                .extracting(each -> each.poll().candidate().name())
                .containsExactly("Anna Rossi");
        assertThat(codes(session)).doesNotContain(FindingCode.COUNT_MISMATCH, FindingCode.OUTCOME_MISMATCH);
    }

    @Test
    void secretNumbersAndALot() {
        var session = Transcribed.of(file("""
                {"do": "vote", "id": "v", "item": "1", "subject": "Chair", "method": "secret", CANDIDATES, "blank": [],
                 "declared": {"voters": 5, "blank": 1, "votes": {"rossi": 2, "verdi": 2}, "elected": ["verdi"]},
                 "lot": {"drawn": ["verdi", "rossi"], "by": "Ada Bianchi"}}""".replace(", \"blank\": []", "").replace("CANDIDATES", CANDIDATES)));
        assertThat(session.state().vote(new VoteId("v")).orElseThrow().outcome())
                .isEqualTo(Outcome.CARRIED);
        assertThat(found(session, "v").elected().getFirst().how()).isEqualTo(ElectionFound.How.LOT);
        assertThat(codes(session)).doesNotContain(FindingCode.OUTCOME_MISMATCH);
    }

    @Test
    void aFurtherRoundTakesOverWhoIsLeft() {
        var session = Transcribed.of(file("""
                {"do": "vote", "id": "v", "item": "1", "subject": "Chair", "method": "secret", CANDIDATES,
                 "election": {"rounds": [{"threshold": {"base": "SEATS", "threshold": "2/3", "test": "reached"}}, {"best": 2}]},
                 "declared": {"votes": {"rossi": 3, "verdi": 2}}},
                {"do": "vote", "id": "w", "item": "1", "subject": "Chair", "method": "secret", "after": "v",
                 "declared": {"votes": {"rossi": 3, "verdi": 2}, "elected": ["verdi"]}}""".replace("CANDIDATES", CANDIDATES)));
        assertThat(session.state().vote(new VoteId("v")).orElseThrow().outcome())
                .isEqualTo(Outcome.REJECTED);
        assertThat(session.state().vote(new VoteId("w")).orElseThrow().outcome())
                .isEqualTo(Outcome.CARRIED);
        assertThat(codes(session)).contains(FindingCode.OUTCOME_MISMATCH);
    }

    @Test
    void whatOnlyElectionsHaveIsRefusedElsewhere() {
        assertThatExceptionOfType(FaultyJson.class)
                .isThrownBy(
                        () -> Transcribed.of(
                                file(
                                        "{\"do\": \"vote\", \"id\": \"v\", \"subject\": \"Q\", \"for\": \"rest\", \"preferred\": {\"x\": [\"a\"]}}")));
        assertThatExceptionOfType(FaultyJson.class)
                .isThrownBy(() -> Transcribed.of(file(
                        "{\"do\": \"vote\", \"id\": \"v\", \"subject\": \"Q\", CANDIDATES, \"preferred\": {\"nobody\": [\"a\"]}}"
                                .replace("CANDIDATES", CANDIDATES))));
    }
}
