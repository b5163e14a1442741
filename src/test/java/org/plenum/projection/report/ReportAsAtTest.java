package org.plenum.projection.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.decision.SessionScenario.REASON;
import static org.plenum.decision.SessionScenario.SESSION;
import static org.plenum.decision.SessionScenario.seat;
import static org.plenum.decision.SessionScenario.vote;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.plenum.command.SessionCommand.CastBallot;
import org.plenum.command.SessionCommand.CorrectAttendance;
import org.plenum.command.SessionCommand.CorrectBallot;
import org.plenum.command.SessionCommand.OpenElection;
import org.plenum.command.SessionCommand.OrderRollCall;
import org.plenum.command.SessionCommand.RecordLot;
import org.plenum.command.SessionCommand.RegisterArrival;
import org.plenum.decision.SessionScenario;
import org.plenum.decision.counting.ElectionFound.DrawLots;
import org.plenum.projection.Minutes;
import org.plenum.projection.SessionHistory;
import org.plenum.projection.results.VoteResult.Status;
import org.plenum.vocabulary.Candidate;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.Choice.Stance;
import org.plenum.vocabulary.Method;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.SessionStage;
import org.plenum.vocabulary.TimeWords;
import org.plenum.vocabulary.When;

/** Both readings of the past, apart and together. The scenario's clock begins at 18:00. */
class ReportAsAtTest {
    private static SessionReport at(SessionHistory history, String time) {
        return ReportAsAt.of(history.asAt(
                TimeWords.parse("at", time).resolve(history.convened().date(), null)));
    }

    private static SessionReport at(SessionScenario scenario, String time) {
        return at(SessionHistory.of(scenario.history()), time);
    }

    private static List<String> there(SessionReport report) {
        return report.attendance().seats().stream()
                .filter(seat -> seat.current() != null)
                .map(seat -> seat.seat().id().value())
                .toList();
    }

    private static SessionScenario late() {
        return SessionScenario.live(3)
                .openWith("a", "b")
                .pass(Duration.ofMinutes(10))
                .openVote("v")
                .cast("v", "a+")
                .pass(Duration.ofMinutes(5))
                .cast("v", "b+")
                .closeVote("v")
                .pass(Duration.ofMinutes(5))
                .accepted(new RegisterArrival(SESSION, seat("c"), Mode.IN_PERSON, null), When.at("18:05"));
    }

    @Test
    void aLateRecordedArrivalIsThereAtItsTimeAndWasNotKnownThen() {
        var scenario = late();
        assertThat(there(at(scenario, "18:04"))).containsExactly("a", "b");
        assertThat(there(at(scenario, "18:05"))).containsExactly("a", "b", "c");
        var history = SessionHistory.of(scenario.history());
        assertThat(there(at(history.asKnownAt(history.head() - 1), "18:05"))).containsExactly("a", "b");
    }

    @Test
    void aLateRecordedArrivalNeverChangesWhatWasCounted() {
        var vote = at(late(), "18:30").results().of(vote("v")).orElseThrow();
        assertThat(vote.electorate()).isEqualTo(2);
        assertThat(vote.atOpening().present()).isEqualTo(2);
    }

    @Test
    void aVoteIsToldAsFarAsItHadCome() {
        var scenario = late();
        assertThat(at(scenario, "18:09").results().votes()).isEmpty();
        var open = at(scenario, "18:12").results().of(vote("v")).orElseThrow();
        assertThat(open.status()).isEqualTo(Status.OPEN);
        assertThat(open.voted()).containsExactly(seat("a"));
        var closed = at(scenario, "18:16").results().of(vote("v")).orElseThrow();
        assertThat(closed.status()).isEqualTo(Status.CLOSED);
        assertThat(closed.voted()).containsExactly(seat("a"), seat("b"));
    }

    @Test
    void aCorrectionIsKnowledgeAndHasNoTimeInTheSitting() {
        var scenario = late();
        var arrival = scenario.state().position();
        scenario.accepted(new CorrectBallot(SESSION, vote("v"), seat("b"), Stance.AGAINST, REASON));
        scenario.accepted(
                new CorrectAttendance(SESSION, arrival, false, null, When.at("18:08"), Mode.REMOTE, null, REASON));
        assertThat(there(at(scenario, "18:05"))).containsExactly("a", "b");
        var then = at(scenario, "18:08").attendance().of(seat("c")).orElseThrow();
        assertThat(then.current()).isNotNull();
        assertThat(then.current().mode()).isEqualTo(Mode.REMOTE);
        var vote = at(scenario, "18:16").results().of(vote("v")).orElseThrow();
        assertThat(vote.ballots()).extracting(ballot -> ballot.choice()).containsExactly(Stance.FOR, Stance.AGAINST);
        var history = SessionHistory.of(scenario.history());
        assertThat(there(at(history.asKnownAt(arrival), "18:05"))).containsExactly("a", "b", "c");
    }

    @Test
    void aBallotPutInAfterItWasTakenOutComesLastAndNamesItsOwnEvent() {
        var scenario = late();
        scenario.accepted(new CorrectBallot(SESSION, vote("v"), seat("a"), null, REASON));
        scenario.accepted(new CorrectBallot(SESSION, vote("v"), seat("a"), Stance.AGAINST, REASON));
        var vote = SessionFold.of(SessionHistory.of(scenario.history()))
                .view()
                .results()
                .of(vote("v"))
                .orElseThrow();
        assertThat(vote.ballots()).extracting(ballot -> ballot.seat()).containsExactly(seat("b"), seat("a"));
        assertThat(vote.ballots().getLast().position())
                .isEqualTo(scenario.state().position());
    }

    @Test
    void theStageIsThatOfTheTime() {
        var scenario = late();
        assertThat(at(scenario, "17:30").session().stage()).isEqualTo(SessionStage.CONVENED);
        assertThat(there(at(scenario, "17:30"))).isEmpty();
        assertThat(at(scenario, "18:01").session().stage()).isEqualTo(SessionStage.OPEN);
    }

    @Test
    void quorumFollowsTheOrderOfTime() {
        var quorum = at(late(), "18:30").quorum();
        assertThat(quorum.timeline())
                .extracting(step -> step.present().intValue())
                .containsExactly(1, 2, 3);
    }

    @Test
    void ofMinutesWithoutTimesTheOrderTells() {
        var history = Minutes.valleSeriana();
        assertThat(at(history, "17:50").attendance().seats().stream().filter(seat -> seat.current() != null))
                .hasSize(13);
        assertThat(there(at(history, "17:51"))).hasSize(14).contains("colzate");
        assertThat(there(at(history, "18:32"))).hasSize(14).doesNotContain("albino");
        assertThat(there(at(history, "18:33"))).hasSize(15).contains("albino");
        assertThat(at(history, "18:00").results().votes()).hasSize(3);
        assertThat(at(history, "18:00").at().restsOnOrder()).isTrue();
        var dayBefore = at(history, "2024-11-12T18:00");
        assertThat(there(dayBefore)).isEmpty();
        assertThat(dayBefore.session().opened()).isNull();
    }

    /** Two candidates with a vote each; the lot between them is drawn ten minutes after the closing. */
    private static SessionScenario lot() {
        var candidates = List.of(
                new Candidate(new CandidateId("rossi"), "Rossi", null),
                new Candidate(new CandidateId("verdi"), "Verdi", null));
        var scenario = SessionScenario.live(3)
                .openWith("a", "b")
                .accepted(new OpenElection(
                        SESSION, vote("e"), List.of(), "Chair", Method.ROLL_CALL, null, candidates, null))
                .accepted(new OrderRollCall(SESSION, vote("e"), List.of(seat("b"), seat("a"))));
        for (var ballot : Map.of("a", "rossi", "b", "verdi").entrySet()) {
            scenario.accepted(new CastBallot(
                    SESSION,
                    vote("e"),
                    seat(ballot.getKey()),
                    new Choice.Preferences(List.of(new CandidateId(ballot.getValue())))));
        }
        return scenario.closeVote("e")
                .pass(Duration.ofMinutes(10))
                .accepted(new RecordLot(
                        SESSION, vote("e"), List.of(new CandidateId("verdi"), new CandidateId("rossi")), null));
    }

    @Test
    void untilALotIsDrawnTheElectionIsUndecided() {
        var before = at(lot(), "18:05").results().of(vote("e")).orElseThrow();
        assertThat(before.status()).isEqualTo(Status.CLOSED);
        assertThat(before.counted().outcome()).isEqualTo(Outcome.UNDETERMINED);
        assertThat(Objects.requireNonNull(before.explanation()).en()).contains("a lot decides between Rossi, Verdi");
        var undrawn = Objects.requireNonNull(before.contest());
        assertThat(undrawn.lots()).isEmpty();
        assertThat(Objects.requireNonNull(undrawn.found()).next()).isInstanceOf(DrawLots.class);

        var after = at(lot(), "18:15").results().of(vote("e")).orElseThrow();
        assertThat(after.counted().outcome()).isEqualTo(Outcome.CARRIED);
        var drawn = Objects.requireNonNull(after.contest());
        assertThat(drawn.lots()).hasSize(1);
        assertThat(Objects.requireNonNull(drawn.found()).elected()).hasSize(1);
    }

    @Test
    void aLiveAnswerRestsOnTimesUnlessTheyAreTooCloseToTell() {
        var scenario = late();
        assertThat(at(scenario, "18:30").at().restsOnOrder()).isFalse();
        assertThat(at(scenario, "18:05").at().restsOnOrder()).isTrue();
    }
}
