package org.plenum.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenum.command.SessionCommand.CorrectBallot;
import org.plenum.decision.SessionScenario;
import org.plenum.projection.Minutes;
import org.plenum.projection.SessionHistory;
import org.plenum.projection.report.ReportAsAt;
import org.plenum.projection.report.SessionFold;
import org.plenum.vocabulary.Choice.Stance;
import org.plenum.vocabulary.Provenance;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.TimeWords;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The report as people and programs read it. */
class ReportJsonTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final JsonNode REAL = report(Minutes.valleSeriana());

    private static JsonNode report(SessionHistory history) {
        return MAPPER.readTree(ReportJson.report(SessionFold.of(history).view()));
    }

    private static JsonNode report(SessionScenario scenario) {
        return report(SessionHistory.of(scenario.history()));
    }

    private static JsonNode vote(JsonNode report, String id) {
        for (var vote : report.get("votes")) {
            if (vote.get("id").stringValue().equals(id)) {
                return vote;
            }
        }
        throw new AssertionError("no vote " + id);
    }

    private static List<String> names(JsonNode object) {
        return List.copyOf(object.propertyNames());
    }

    private static List<String> choosing(JsonNode vote, String choice) {
        var seats = new ArrayList<String>();
        vote.get("ballots").forEach(ballot -> {
            if (ballot.get("choice").stringValue().equals(choice)) {
                seats.add(ballot.get("seat").stringValue());
            }
        });
        return seats;
    }

    @Test
    void everyFieldIsThereWhateverIsKnown() {
        assertThat(names(REAL))
                .containsExactly(
                        "session", "roll", "votingSeats", "attendance", "quorum", "votes", "findings", "ledger");
        assertThat(names(REAL.get("session")))
                .containsExactly("id", "assembly", "title", "date", "state", "provenance", "opened", "closed");
        assertThat(names(REAL.get("session").get("opened")))
                .containsExactly("position", "recordedAt", "statedAt", "notBefore", "notAfter");
        assertThat(names(REAL.get("attendance").get(0))).containsExactly("seat", "name", "sheet", "intervals");
        assertThat(names(REAL.get("attendance").get(0).get("intervals").get(0)))
                .containsExactly("from", "to", "mode", "delegate");
        assertThat(names(REAL.get("quorum"))).containsExactly("rule", "timeline");
        assertThat(names(REAL.get("quorum").get("timeline").get(0)))
                .containsExactly("position", "present", "required", "met");
        assertThat(names(REAL.get("votes").get(0)))
                .containsExactly(
                        "id",
                        "items",
                        "subject",
                        "method",
                        "status",
                        "opened",
                        "closed",
                        "presentAtOpening",
                        "presentAtClosing",
                        "presentSeats",
                        "represented",
                        "electorate",
                        "counts",
                        "weightCounts",
                        "populationCounts",
                        "recused",
                        "ballots",
                        "rule",
                        "explanation",
                        "outcome",
                        "proclaimed",
                        "declared",
                        "unanimous",
                        "unanimityOf",
                        "findings",
                        "asClosed");
        assertThat(names(REAL.get("findings").get(0)))
                .containsExactly("code", "position", "it", "en", "seats", "expected", "found");
        assertThat(names(REAL.get("ledger"))).containsExactly("events", "head");
    }

    @Test
    void theRealSessionIsToldAsItsMinutesTellIt() {
        assertThat(REAL.get("session").get("provenance").stringValue()).isEqualTo("transcribed");
        assertThat(REAL.get("session").get("state").stringValue()).isEqualTo("closed");
        assertThat(REAL.get("session").get("opened").get("statedAt").isNull()).isTrue();
        assertThat(REAL.get("session").get("closed").get("statedAt").stringValue())
                .isEqualTo("2024-11-13T19:47");
        assertThat(REAL.get("roll").intValue()).isEqualTo(19);
        assertThat(REAL.get("votingSeats").intValue()).isEqualTo(19);
        assertThat(REAL.get("votes")).hasSize(4);
        for (var id : List.of("verbale-2-10", "verbale-10-10", "verbale-18-10")) {
            var vote = vote(REAL, id);
            assertThat(vote.get("presentAtOpening").intValue()).isEqualTo(13);
            assertThat(vote.get("presentAtClosing").intValue()).isEqualTo(13);
            assertThat(vote.get("electorate").intValue()).isEqualTo(13);
            assertThat(vote.get("presentSeats")).hasSize(13);
            assertThat(vote.get("outcome").stringValue()).isEqualTo("carried");
            assertThat(vote.get("unanimous").booleanValue()).isTrue();
            assertThat(vote.get("unanimityOf").stringValue()).isEqualTo("voters");
            assertThat(vote.get("items").get(0).stringValue()).isEqualTo("1");
            assertThat(vote.get("method").isNull()).isTrue();
        }
        assertThat(vote(REAL, "verbale-2-10").get("counts").get("for").intValue())
                .isEqualTo(12);
        assertThat(choosing(vote(REAL, "verbale-2-10"), "abstain")).containsExactly("cazzano-sant-andrea");
        assertThat(vote(REAL, "verbale-10-10").get("counts").get("for").intValue())
                .isEqualTo(11);
        assertThat(choosing(vote(REAL, "verbale-10-10"), "abstain")).containsExactlyInAnyOrder("leffe", "casnigo");
        assertThat(choosing(vote(REAL, "verbale-18-10"), "abstain")).containsExactly("cene");
        var last = vote(REAL, "piano-poverta-2022");
        assertThat(last.get("presentAtOpening").intValue()).isEqualTo(15);
        assertThat(last.get("counts").get("for").intValue()).isEqualTo(15);
        assertThat(last.get("unanimityOf").stringValue()).isEqualTo("present");
        assertThat(last.get("declared").get("outcome").stringValue()).isEqualTo("unanimous");
        assertThat(last.get("declared").get("for").isNull()).isTrue();
        assertThat(last.get("rule").get("assumed").booleanValue()).isTrue();
        assertThat(REAL.get("findings")).hasSize(1);
        assertThat(REAL.get("findings").get(0).get("code").stringValue()).isEqualTo("RULE_ASSUMED");
        assertThat(REAL.get("ledger").get("events").intValue())
                .isEqualTo(Minutes.valleSeriana().events().size());
        assertThat(REAL.get("ledger").get("head").isNull()).isTrue();
    }

    @Test
    void attendanceHasTheModeAndTheDelegateThatTheMinutesGive() {
        var attendance = REAL.get("attendance");
        assertThat(attendance).hasSize(19);
        var albino = attendance.get(0);
        assertThat(albino.get("sheet").stringValue()).isEqualTo("yes");
        assertThat(albino.get("intervals")).hasSize(1);
        assertThat(albino.get("intervals").get(0).get("from").get("statedAt").stringValue())
                .isEqualTo("2024-11-13T18:33");
        assertThat(albino.get("intervals").get(0).get("to").isNull()).isTrue();
        assertThat(albino.get("intervals").get(0).get("mode").isNull()).isTrue();
        assertThat(albino.get("intervals").get(0).get("delegate").stringValue()).isEqualTo("Daniele Esposito");
        assertThat(attendance.get(1).get("intervals")).isEmpty();
        assertThat(attendance.get(2).get("intervals").get(0).get("mode").stringValue())
                .isEqualTo("remote");
    }

    @Test
    void weightsAreExactAlsoWhereADoubleWouldLoseDigits() {
        var seats = List.of(weighing("a", "0.1"), weighing("b", "333.3"), weighing("c", "0.1234567890123456789"));
        var report = report(SessionScenario.convened(SessionScenario.convene(Provenance.LIVE, seats, null, null))
                .openWith("a", "b", "c")
                .openVote("v")
                .cast("v", "a+", "b-", "c=")
                .closeVote("v"));
        var counts = vote(report, "v").get("weightCounts");
        assertThat(counts.get("for").decimalValue()).isEqualByComparingTo("0.1");
        assertThat(counts.get("against").isNumber()).isTrue();
        assertThat(counts.get("abstain").stringValue()).isEqualTo("0.1234567890123456789");
        assertThat(vote(report, "v").get("counts").get("for").isInt()).isTrue();
    }

    private static Seat weighing(String id, String weight) {
        return new Seat(new SeatId(id), "Seat " + id, null, new BigDecimal(weight), null, null, true, null);
    }

    @Test
    void aCorrectedBallotIsCountedAgainAndWhatWasClosedStaysBesideIt() {
        var scenario = SessionScenario.live(3)
                .openWith("a", "b", "c")
                .openVote("v")
                .cast("v", "a+", "b-", "c-")
                .closeVote("v");
        assertThat(vote(report(scenario), "v").get("asClosed").isNull()).isTrue();
        scenario.accepted(new CorrectBallot(
                SessionScenario.SESSION,
                SessionScenario.vote("v"),
                SessionScenario.seat("b"),
                Stance.FOR,
                SessionScenario.REASON));
        var vote = vote(report(scenario), "v");
        assertThat(vote.get("outcome").stringValue()).isEqualTo("carried");
        assertThat(vote.get("counts").get("for").intValue()).isEqualTo(2);
        assertThat(vote.get("asClosed").get("outcome").stringValue()).isEqualTo("rejected");
        assertThat(vote.get("asClosed").get("counts").get("for").intValue()).isEqualTo(1);
        assertThat(vote.get("findings").get(0).get("code").stringValue()).isEqualTo("CORRECTED");
        assertThat(vote.get("ballots").get(1).get("position").longValue())
                .isEqualTo(scenario.state().position());
    }

    @Test
    void anOpenVoteHasNoOutcomeYet() {
        var vote = vote(
                report(SessionScenario.live(3).openWith("a", "b").openVote("v").cast("v", "a+")), "v");
        assertThat(vote.get("status").stringValue()).isEqualTo("open");
        assertThat(vote.get("closed").isNull()).isTrue();
        assertThat(vote.get("outcome").isNull()).isTrue();
        assertThat(vote.get("counts").get("didNotVote").intValue()).isEqualTo(1);
    }

    @Test
    void aPartSaysOfWhichMomentItIs() {
        var history = Minutes.valleSeriana();
        var at = TimeWords.parse("at", "18:00").resolve(history.convened().date(), null);
        var attendance = MAPPER.readTree(ReportJson.attendance(ReportAsAt.of(history.asAt(at))));
        assertThat(attendance.get("session").stringValue()).isEqualTo("valle-seriana-2024-11-13");
        assertThat(attendance.get("at").stringValue()).isEqualTo("2024-11-13T18:00");
        assertThat(attendance.get("restsOnOrder").booleanValue()).isTrue();
        assertThat(attendance.get("position").longValue()).isEqualTo(history.head());
        assertThat(attendance.get("attendance").get(0).get("intervals")).isEmpty();
        assertThat(attendance.get("attendance").get(6).get("intervals")).hasSize(1);
        var now = SessionFold.of(history).view();
        assertThat(MAPPER.readTree(ReportJson.quorum(now)).get("timeline")).hasSize(3);
        assertThat(MAPPER.readTree(ReportJson.votes(now)).get("votes")).isEqualTo(REAL.get("votes"));
    }
}
