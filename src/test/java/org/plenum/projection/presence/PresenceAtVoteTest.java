package org.plenum.projection.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.decision.SessionScenario.REASON;
import static org.plenum.decision.SessionScenario.SESSION;
import static org.plenum.decision.SessionScenario.seat;
import static org.plenum.decision.SessionScenario.vote;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plenum.command.SessionCommand.AnnulVote;
import org.plenum.command.SessionCommand.CorrectAttendance;
import org.plenum.command.SessionCommand.GiveProxy;
import org.plenum.command.SessionCommand.RegisterArrival;
import org.plenum.command.SessionCommand.RegisterDeparture;
import org.plenum.decision.RandomSession;
import org.plenum.decision.SessionScenario;
import org.plenum.projection.Basis;
import org.plenum.projection.Minutes;
import org.plenum.projection.SessionHistory;
import org.plenum.projection.report.SessionFold;
import org.plenum.vocabulary.FindingCode;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.Provenance;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.VoteId;
import org.plenum.vocabulary.When;

/** When was this seat there, relative to this vote? The scenario's clock begins at 18:00. */
class PresenceAtVoteTest {
    private static PresenceAtVote ask(SessionHistory history, String vote, String seat) {
        return PresenceAtVote.of(SessionFold.of(history).view(), new VoteId(vote), new SeatId(seat))
                .orElseThrow();
    }

    private static PresenceAtVote ask(SessionScenario scenario, String seat) {
        return ask(SessionHistory.of(scenario.history()), "v", seat);
    }

    private static SessionScenario open() {
        return SessionScenario.live(4)
                .openWith("a", "b", "c")
                .pass(Duration.ofMinutes(10))
                .openVote("v");
    }

    private static SessionScenario closed() {
        return open().cast("v", "a+", "b+", "c-").closeVote("v").pass(Duration.ofMinutes(5));
    }

    private static SessionScenario arrives(SessionScenario scenario, String seat, String at) {
        return scenario.accepted(new RegisterArrival(SESSION, seat(seat), Mode.IN_PERSON, null), When.at(at));
    }

    private static void says(PresenceAtVote answer, Relation relation, Basis basis, There opening, There closing) {
        assertThat(answer.relation()).isEqualTo(relation);
        assertThat(answer.basis()).isEqualTo(basis);
        assertThat(answer.atOpening()).isEqualTo(opening);
        assertThat(answer.atClosing()).isEqualTo(closing);
    }

    @Test
    void albinoArrivedAfterTheVoteOnTheMinutes() {
        var answer = ask(Minutes.valleSeriana(), "verbale-2-10", "albino");
        says(answer, Relation.AFTER_CLOSING, Basis.ORDER_ONLY, There.ABSENT, There.ABSENT);
        assertThat(answer.gap()).isNull();
        assertThat(answer.ballot()).isNull();
        assertThat(answer.lateRecorded()).isFalse();
        assertThat(answer.arrival().moment().stated())
                .hasToString("StatedTime[at=2024-11-13T18:33, notBefore=null, notAfter=null]");
        assertThat(answer.sentence().it())
                .isEqualTo(
                        "Daniele Esposito (Comune di Albino) non era presente alla votazione «Verbale dell'assemblea"
                                + " del 2/10/2024» (punto 1): arrivo alle ore 18:33 (ora dichiarata), dopo quella votazione e"
                                + " prima del punto 3. Fondamento: l'ordine del verbale, che non indica l'ora della votazione.");
        assertThat(answer.sentence().en())
                .isEqualTo("Daniele Esposito (Comune di Albino) was not present at the vote “Verbale dell'assemblea del"
                        + " 2/10/2024” (item 1): arrived at 18:33 (stated), after that vote and before item 3. Basis:"
                        + " order of the record; the minutes give no time for the vote.");
    }

    @Test
    void whoAnsweredTheRollWasThere() {
        var answer = ask(Minutes.valleSeriana(), "verbale-2-10", "cazzano-sant-andrea");
        says(answer, Relation.BEFORE_OPENING, Basis.ORDER_ONLY, There.PRESENT, There.PRESENT);
        assertThat(answer.sentence().it()).contains("Voto registrato: astenuto.");
        assertThat(ask(Minutes.valleSeriana(), "piano-poverta-2022", "albino").relation())
                .isEqualTo(Relation.BEFORE_OPENING);
        says(
                ask(Minutes.valleSeriana(), "verbale-2-10", "peia"),
                Relation.NEVER_PRESENT,
                Basis.ORDER_ONLY,
                There.ABSENT,
                There.ABSENT);
    }

    @Test
    void liveTheRecordedTimesTell() {
        var answer = ask(closed(), "a");
        says(answer, Relation.BEFORE_OPENING, Basis.RECORDED, There.PRESENT, There.PRESENT);
        assertThat(answer.gap())
                .isEqualTo(Duration.between(
                        answer.arrival().moment().recordedAt(), answer.opened().recordedAt()));
        assertThat(answer.positions())
                .contains(answer.opened().position(), answer.ballot().position());
        says(ask(closed(), "d"), Relation.NEVER_PRESENT, Basis.RECORDED, There.ABSENT, There.ABSENT);
        says(ask(closed().arrive("d"), "d"), Relation.AFTER_CLOSING, Basis.RECORDED, There.ABSENT, There.ABSENT);
    }

    @Test
    void anArrivalRecordedLateIsToldWithBothTimesAndWhatTheCountKnew() {
        var answer = ask(arrives(closed(), "d", "18:05"), "d");
        says(answer, Relation.BEFORE_OPENING, Basis.STATED, There.PRESENT, There.PRESENT);
        assertThat(answer.lateRecorded()).isTrue();
        assertThat(answer.gap()).isEqualTo(Duration.ofMinutes(5));
        assertThat(answer.vote().electorate()).isEqualTo(3);
        assertThat(answer.sentence().en())
                .contains(
                        "arrived at 18:05 (stated, recorded at 18:15",
                        "recorded or corrected after the vote had opened");
    }

    @Test
    void anArrivalInTheMinuteOfTheOpeningIsComparedByOrderAlone() {
        var early = SessionScenario.live(4)
                .openWith("a", "b", "c")
                .pass(Duration.ofMinutes(10))
                .accepted(new RegisterArrival(SESSION, seat("d"), Mode.IN_PERSON, null), When.at("18:10"))
                .openVote("v")
                .closeVote("v");
        says(ask(early, "d"), Relation.BEFORE_OPENING, Basis.ORDER_ONLY, There.PRESENT, There.PRESENT);
        assertThat(ask(early, "d").gap()).isNull();
        var after = arrives(open(), "d", "18:10").closeVote("v");
        says(ask(after, "d"), Relation.DURING, Basis.ORDER_ONLY, There.ABSENT, There.PRESENT);
    }

    @Test
    void whoComesOrGoesWhileTheVoteIsOpen() {
        var scenario = open().arrive("d").depart("c");
        says(ask(scenario, "d"), Relation.DURING, Basis.RECORDED, There.ABSENT, There.UNKNOWN);
        says(ask(scenario, "c"), Relation.LEFT_DURING, Basis.RECORDED, There.PRESENT, There.UNKNOWN);
        says(ask(scenario, "a"), Relation.BEFORE_OPENING, Basis.RECORDED, There.PRESENT, There.UNKNOWN);
        assertThat(ask(scenario, "a").sentence().it()).contains("ancora aperta");
        scenario.closeVote("v");
        says(ask(scenario, "d"), Relation.DURING, Basis.RECORDED, There.ABSENT, There.PRESENT);
        says(ask(scenario, "c"), Relation.LEFT_DURING, Basis.RECORDED, There.PRESENT, There.ABSENT);
        scenario.arrive("c");
        says(ask(scenario, "c"), Relation.LEFT_DURING, Basis.RECORDED, There.PRESENT, There.ABSENT);
    }

    @Test
    void whoLeftAndCameBackBeforeTheEnd() {
        var scenario = open().depart("c").arrive("c").closeVote("v");
        says(ask(scenario, "c"), Relation.LEFT_DURING, Basis.RECORDED, There.PRESENT, There.PRESENT);
        assertThat(ask(scenario, "c").sentence().it()).contains("con un'assenza durante la votazione");
    }

    @Test
    void whoLeftBeforeAndCameBackAfter() {
        var scenario = SessionScenario.live(4)
                .openWith("a", "b", "c")
                .arrive("d")
                .depart("d")
                .openVote("v")
                .closeVote("v")
                .arrive("d");
        var answer = ask(scenario, "d");
        says(answer, Relation.LEFT_BEFORE_OPENING, Basis.RECORDED, There.ABSENT, There.ABSENT);
        assertThat(answer.intervals()).hasSize(2);
        assertThat(answer.departure()).isNotNull();
        assertThat(answer.sentence().en()).contains("before it opened", "came back at");
    }

    @Test
    void aDepartureAfterwardsIsTold() {
        var answer = ask(closed().depart("a"), "a");
        says(answer, Relation.BEFORE_OPENING, Basis.RECORDED, There.PRESENT, There.PRESENT);
        assertThat(answer.sentence().it()).contains("; uscita alle ore", "dopo la chiusura.");
        var late = closed().accepted(new RegisterDeparture(SESSION, seat("b"), null), When.NOT_STATED);
        assertThat(ask(late, "b").lateRecorded()).isFalse();
    }

    @Test
    void whoIsRepresentedIsAbsent() {
        var scenario = SessionScenario.live(4, rules -> rules.proxiesPerHolder(1))
                .openWith("a", "b", "c")
                .accepted(new GiveProxy(SESSION, seat("d"), seat("a")))
                .openVote("v")
                .cast("v", "d+")
                .closeVote("v");
        var answer = ask(scenario, "d");
        says(answer, Relation.NEVER_PRESENT, Basis.RECORDED, There.REPRESENTED, There.REPRESENTED);
        assertThat(answer.sentence().it()).contains("il voto era delegato a Seat a");
    }

    @Test
    void aCorrectionChangesTheAnswerAndSaysSo() {
        var scenario = closed().arrive("d");
        var arrival = scenario.state().position();
        scenario.accepted(new CorrectAttendance(SESSION, arrival, false, null, When.at("18:02"), null, null, REASON));
        var answer = ask(scenario, "d");
        says(answer, Relation.BEFORE_OPENING, Basis.STATED, There.PRESENT, There.PRESENT);
        assertThat(answer.lateRecorded()).isTrue();
        assertThat(answer.sentence().it()).contains("rettificata (posizione " + (arrival + 1) + ")");
        assertThat(answer.findings())
                .extracting(finding -> finding.finding().code())
                .containsExactly(FindingCode.CORRECTED);
        var before = ask(SessionHistory.of(scenario.history()).asKnownAt(arrival), "v", "d");
        assertThat(before.relation()).isEqualTo(Relation.AFTER_CLOSING);
    }

    @Test
    void anAnnulledVoteSaysSo() {
        var scenario =
                open().accepted(new AnnulVote(SESSION, vote("v"), REASON)).arrive("d");
        var answer = ask(scenario, "d");
        says(answer, Relation.AFTER_CLOSING, Basis.RECORDED, There.ABSENT, There.UNKNOWN);
        assertThat(answer.closed()).isNull();
        assertThat(answer.sentence().it()).contains("La votazione è stata annullata.");
    }

    @Test
    void peopleWithoutNamesMakeItUncertain() {
        var history = Minutes.council("""
                { "do": "open" }, { "do": "rollcall", "present": ["a", "b", "c", "d"] },
                { "do": "unnamed", "departed": 1 },
                { "do": "vote", "id": "v", "item": "1", "subject": "Budget", "declared": { "for": 3 } }""");
        var answer = ask(history, "v", "a");
        says(answer, Relation.UNCERTAIN, Basis.ORDER_ONLY, There.UNKNOWN, There.UNKNOWN);
        assertThat(answer.findings())
                .extracting(finding -> finding.finding().code())
                .containsExactly(FindingCode.UNNAMED_COUNT);
        assertThat(ask(history, "v", "e").relation()).isEqualTo(Relation.NEVER_PRESENT);
    }

    @Test
    void minutesMayLetAnAbsentSeatVote() {
        var history = Minutes.council("""
                { "do": "open" }, { "do": "rollcall", "present": ["a", "b", "c"] },
                { "do": "vote", "id": "v", "item": "1", "subject": "Budget", "for": ["a", "b", "c", "d"] },
                { "do": "arrive", "seat": "d", "at": "18:00" }""");
        var answer = ask(history, "v", "d");
        says(answer, Relation.AFTER_CLOSING, Basis.ORDER_ONLY, There.ABSENT, There.ABSENT);
        assertThat(answer.findings())
                .extracting(finding -> finding.finding().code())
                .containsExactly(FindingCode.VOTER_ABSENT);
        assertThat(answer.sentence().it()).contains("È tuttavia registrato un voto: favorevole.");
    }

    @ParameterizedTest
    @EnumSource
    void everySeatOfEveryRandomSessionGetsAnAnswerThatHoldsTogether(Provenance provenance) {
        LongStream.range(0, 80).forEach(seed -> {
            var report = SessionFold.of(SessionHistory.of(
                            new RandomSession(seed, provenance).run(120).history()))
                    .view();
            for (var vote : report.results().votes()) {
                for (var seat : report.attendance().seats()) {
                    var answer = PresenceAtVote.of(
                                    report, vote.id(), seat.seat().id())
                            .orElseThrow();
                    holdsTogether(answer);
                }
            }
        });
    }

    private static void holdsTogether(PresenceAtVote answer) {
        switch (answer.relation()) {
            case BEFORE_OPENING, LEFT_DURING -> assertThat(answer.atOpening()).isEqualTo(There.PRESENT);
            case DURING, AFTER_CLOSING, LEFT_BEFORE_OPENING, NEVER_PRESENT ->
                assertThat(answer.atOpening()).isNotEqualTo(There.UNKNOWN);
            case UNCERTAIN -> assertThat(answer.arrival()).isNull();
        }
        // A gap is from an arrival, and is negative exactly where that came after the opening.
        var gap = answer.gap();
        if (gap != null) {
            assertThat(answer.arrival()).isNotNull();
            assertThat(gap.isNegative())
                    .isEqualTo(answer.relation() == Relation.DURING || answer.relation() == Relation.AFTER_CLOSING);
        }
        assertThat(answer.sentence().it()).endsWith(".").doesNotContainPattern("\\bnull\\b|%|\\{");
        assertThat(answer.sentence().en()).endsWith(".").doesNotContainPattern("\\bnull\\b|%|\\{");
    }
}
