package org.plenum.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.plenum.decision.SessionScenario.REASON;
import static org.plenum.decision.SessionScenario.SESSION;
import static org.plenum.decision.SessionScenario.convene;
import static org.plenum.decision.SessionScenario.live;
import static org.plenum.decision.SessionScenario.question;
import static org.plenum.decision.SessionScenario.roll;
import static org.plenum.decision.SessionScenario.seat;
import static org.plenum.decision.SessionScenario.transcribed;
import static org.plenum.decision.SessionScenario.vote;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plenum.command.Refusal.NoQuorum;
import org.plenum.command.SessionCommand.*;
import org.plenum.event.SessionEvent.*;
import org.plenum.vocabulary.*;
import org.plenum.vocabulary.Choice.Stance;

/** What sessions decide where the answer is yes. */
class SessionDecisionTest {
    private static final Part FOR = new Part.Cast(Stance.FOR);

    @Test
    void convenesWithTheFrozenRollAndSaysWhenRulesAreAssumed() {
        var s = transcribed(3);
        assertThat(s.events()).hasExactlyElementsOfTypes(SessionConvened.class, SeatsEnrolled.class, RulesFrozen.class);
        assertThat(s.findings()).containsExactly(FindingCode.RULE_ASSUMED);
        assertThat(live(3).findings()).isEmpty();
    }

    @Test
    void enrolsALargeRollInEventsThatFitAnEntry() {
        var thousands = IntStream.range(0, 5000)
                .mapToObj(i -> Seat.of("seat-" + i, "Seat number " + i))
                .toList();
        var s = SessionScenario.convened(convene(Provenance.LIVE, thousands, null, null));
        assertThat(s.state().roll()).hasSize(5000);
        assertThat(s.events()).hasSizeGreaterThan(10).hasSizeLessThan(60);
    }

    @Test
    void aRollCallRecordsWhoCameWhoLeftUnseenAndWhoIsNowElsewhere() {
        var s = live(4).openWith("a", "b");
        s.accepted(new CallRoll(
                SESSION,
                List.of(new RollEntry(seat("a"), Mode.REMOTE, null), new RollEntry(seat("c"), Mode.IN_PERSON, null)),
                List.of(seat("d"))));
        assertThat(s.events())
                .containsExactly(
                        new RollCalled(2),
                        new AttendanceModeChanged(seat("a"), Mode.REMOTE),
                        new SeatArrived(seat("c"), Mode.IN_PERSON, null),
                        new SeatDeparted(seat("b"), null, true));
    }

    @Test
    void theElectorateIsWhoIsPresentOrRepresentedLessTheRecused() {
        var s = live(5, rules -> rules.proxiesPerHolder(1)).openWith("a", "b", "c", "d");
        s.accepted(new GiveProxy(SESSION, seat("e"), seat("a")));
        s.accepted(new TakeUpItem(SESSION, new ItemNumber("1")));
        s.accepted(new Recuse(SESSION, seat("b"), new ItemNumber("1"), null, REASON));
        s.openVote("v");
        assertThat(s.voteState("v").electorate().seats()).containsExactly(seat("a"), seat("c"), seat("d"), seat("e"));
        assertThat(s.event()).isInstanceOfSatisfying(VoteOpened.class, opened -> {
            assertThat(opened.items()).containsExactly(new ItemNumber("1"));
            assertThat(opened.electorate()).isEqualTo(4);
            // The recused does not count for the quorum: 3 of 5 is just enough.
            assertThat(opened.quorum().present()).isEqualByComparingTo("3");
        });
    }

    @Test
    void aConflictOfInterestCanCostTheQuorumOfItsItemAlone() {
        var half = new Rule.Share(Rule.Base.SEATS, new Fraction(1, 2), Rule.Test.REACHED, Measure.HEADS);
        var s = live(12, rules -> rules.quorum(half)).openWith("a", "b", "c", "d", "e", "f");
        s.accepted(new Recuse(SESSION, seat("a"), new ItemNumber("2"), null, REASON));
        s.accepted(new TakeUpItem(SESSION, new ItemNumber("2")));
        s.refused(question("v"), new NoQuorum(BigDecimal.valueOf(5), BigDecimal.valueOf(6)));
        s.accepted(new TakeUpItem(SESSION, new ItemNumber("1"))).openVote("v");
    }

    @Test
    void everySeatOfTheElectorateIsAccountedFor() {
        var s = live(8).openWith("a", "b", "c", "d", "e", "f", "g").openVote("v");
        s.cast("v", "a+", "b+", "c-", "d=", "e=");
        s.accepted(new DeclineToParticipate(SESSION, vote("v"), seat("f")));
        s.closeVote("v");
        assertThat(s.event()).isInstanceOfSatisfying(VoteClosed.class, closed -> {
            assertThat(closed.counts()).isEqualTo(Tally.ofHeads(2, 1, 2, 0, 0, 1, 1));
            assertThat(closed.outcome()).isEqualTo(Outcome.CARRIED);
        });
    }

    @Test
    void nothingIsCarriedWithoutAVoteForNorByATie() {
        var s = live(4).openWith("a", "b", "c", "d");
        assertThat(s.openVote("none").closeVote("none").outcome("none")).isEqualTo(Outcome.REJECTED);
        s.openVote("tie").cast("tie", "a+", "b-").closeVote("tie");
        assertThat(s.outcome("tie")).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void theChairBreaksATieWhereTheRulesSaySo() {
        var s = live(4, rules -> rules.castingVote(true)).openWith("a", "b", "c", "d");
        s.accepted(new HandOverChair(SESSION, new Participant.OfSeat(seat("a"))));
        s.openVote("v").cast("v", "a+", "b-").closeVote("v");
        assertThat(s.outcome("v")).isEqualTo(Outcome.CARRIED);
        s.accepted(new HandOverChair(SESSION, new Participant.OfSeat(seat("b"))));
        s.openVote("w").cast("w", "a+", "b-").closeVote("w");
        assertThat(s.outcome("w")).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void whoLeavesDuringAVoteKeepsTheBallotAndItsShareOfTheQuorum() {
        var s = live(3).openWith("a", "b").openVote("v").cast("v", "a+", "b+");
        s.depart("b").closeVote("v");
        assertThat(s.outcome("v")).isEqualTo(Outcome.CARRIED);
        s.refused(question("w"), new NoQuorum(BigDecimal.ONE, BigDecimal.valueOf(2)));
    }

    @Test
    void aQuorumLostByWhoLeavesWithoutVotingUndoesTheVote() {
        var s = live(3).openWith("a", "b").openVote("v").cast("v", "a+");
        s.depart("b").closeVote("v");
        assertThat(s.outcome("v")).isEqualTo(Outcome.NO_QUORUM);
    }

    @Test
    void whereTheQuorumIsPresumedOnlyAVerificationStopsTheAssembly() {
        var s = live(3, rules -> rules.quorumMeasured(RulesOfProcedure.QuorumMeasured.WHEN_VERIFIED))
                .openWith("a");
        s.openVote("v").cast("v", "a+").closeVote("v");
        assertThat(s.outcome("v")).isEqualTo(Outcome.CARRIED);
        s.accepted(new VerifyQuorum(SESSION, seat("a")));
        s.refused(question("w"), new NoQuorum(BigDecimal.ONE, BigDecimal.valueOf(2)));
    }

    @Test
    void newcomersVoteOnlyWhereTheRulesAdmitThem() {
        var s = live(3, rules -> rules.newcomersVote(true)).openWith("a", "b").openVote("v");
        s.arrive("c").cast("v", "c+").closeVote("v");
        assertThat(((VoteClosed) s.event()).counts()).isEqualTo(Tally.ofHeads(1, 0, 0, 0, 0, 0, 2));
    }

    @Test
    void recordsByExceptionForTheRestOfTheElectorate() {
        var s = live(5).openWith("a", "b", "c", "d").openVote("v").cast("v", "b-");
        s.accepted(new DeclineToParticipate(SESSION, vote("v"), seat("c")));
        s.accepted(new RecordBallots(
                SESSION, vote("v"), List.of(new NamedPart(seat("a"), new Part.Cast(Stance.ABSTAIN))), FOR));
        assertThat(s.events())
                .containsExactly(
                        new BallotCast(vote("v"), seat("a"), Stance.ABSTAIN),
                        new BallotCast(vote("v"), seat("d"), Stance.FOR));
    }

    @Test
    void aChangedBallotCountsOnceAndBothStayInTheRecord() {
        var s = live(2, rules -> rules.ballotChange(true)).openWith("a", "b").openVote("v");
        s.cast("v", "a+");
        s.accepted(new CastBallot(SESSION, vote("v"), seat("a"), Stance.AGAINST));
        assertThat(s.event()).isEqualTo(new BallotChanged(vote("v"), seat("a"), Stance.AGAINST));
        s.closeVote("v");
        assertThat(((VoteClosed) s.event()).counts()).isEqualTo(Tally.ofHeads(0, 1, 0, 0, 0, 0, 1));
    }

    @Test
    void anAnnulledVoteIsRepeatedByTheSameElectorateOnly() {
        var s = live(4).openWith("a", "b", "c").openVote("v").cast("v", "a+");
        s.accepted(new AnnulVote(SESSION, vote("v"), REASON));
        s.arrive("d").depart("c");
        s.accepted(new OpenVote(
                SESSION,
                vote("again"),
                List.of(),
                "Again",
                Method.SHOW_OF_HANDS,
                null,
                false,
                null,
                vote("v"),
                null,
                null));
        assertThat(s.voteState("again").electorate().seats()).containsExactly(seat("a"), seat("b"));
        assertThat(s.voteState("v").ballots()).containsKey(seat("a"));
    }

    @Test
    void aProxyLapsesWhenTheGiverComesOrTheHolderGoes() {
        var s = live(5, rules -> rules.proxiesPerHolder(2)).openWith("a", "b", "c");
        s.accepted(new GiveProxy(SESSION, seat("d"), seat("a")));
        s.accepted(new GiveProxy(SESSION, seat("e"), seat("a")));
        s.arrive("d");
        assertThat(s.state().proxies()).isEqualTo(Map.of(seat("e"), seat("a")));
        s.depart("a");
        assertThat(s.state().proxies()).isEmpty();
    }

    @Test
    void aRecusedSeatLeavesTheRoomWhereTheRulesSaySo() {
        var s = live(3, rules -> rules.recusedLeave(true)).openWith("a", "b", "c");
        s.accepted(new Recuse(SESSION, seat("a"), new ItemNumber("1"), null, REASON));
        assertThat(s.events())
                .containsExactly(
                        new SeatRecused(seat("a"), new ItemNumber("1"), null, REASON),
                        new SeatDeparted(seat("a"), REASON, false));
    }

    @Test
    void theRecordedTimeNeverStepsBack() {
        var s = live(3).openWith("a");
        var last = s.history().getLast().recordedAt();
        s.pass(Duration.ofMinutes(-10)).arrive("b");
        assertThat(s.history().getLast().recordedAt()).isEqualTo(last);
    }

    @Test
    void aCorrectionStrikesAnArrivalAndTheSeatIsNotThere() {
        var s = live(3).openWith("a", "b");
        var arrival = s.history().stream()
                .filter(r -> r.event() instanceof SeatArrived a && a.seat().equals(seat("b")))
                .findFirst()
                .orElseThrow()
                .position();
        s.accepted(new CorrectAttendance(SESSION, arrival, true, null, When.NOT_STATED, null, null, REASON));
        assertThat(s.findings()).containsExactly(FindingCode.CORRECTED);
        assertThat(s.state().attendance().isNamed(seat("b"))).isFalse();
    }

    @Test
    void aCorrectedBallotIsCountedAnewAndWhatWasClosedStands() {
        var s = live(3).openWith("a", "b", "c")
                .openVote("v")
                .cast("v", "a+", "b+", "c-")
                .closeVote("v");
        s.accepted(new CorrectBallot(SESSION, vote("v"), seat("a"), Stance.AGAINST, REASON));
        assertThat(s.outcome("v")).isEqualTo(Outcome.CARRIED);
        assertThat(VoteCount.of(s.state(), s.voteState("v")).outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void aSecretVoteTellsWhoTookPartAndAtTheEndHowManyChoseWhat() {
        var s = live(5).openWith("a", "b", "c", "d");
        s.accepted(new OpenVote(
                SESSION, vote("v"), List.of(), "Who?", Method.SECRET, null, false, null, null, null, null));
        s.accepted(new CastBallot(SESSION, vote("v"), seat("a"), Stance.AGAINST));
        assertThat(s.event()).isEqualTo(new SecretBallotCast(vote("v"), seat("a")));
        s.cast("v", "b+", "c+");
        var urn = List.of(new ChoiceCount(Stance.FOR, 2), new ChoiceCount(Stance.AGAINST, 1));
        s.accepted(new CloseSecretVote(SESSION, vote("v"), urn));
        assertThat(s.events().getFirst()).isEqualTo(new UrnOpened(vote("v"), urn.reversed()));
        assertThat(((VoteClosed) s.events().getLast()).counts()).isEqualTo(Tally.ofHeads(2, 1, 0, 0, 0, 0, 1));
        assertThat(s.outcome("v")).isEqualTo(Outcome.CARRIED);
        assertThat(VoteCount.of(s.state(), s.voteState("v")).outcome()).isEqualTo(Outcome.CARRIED);
    }

    // ---- transcribed sessions

    @Test
    void minutesAreRecordedAsTheyStandWithTheirBreachesAsFindings() {
        var s = transcribed(3);
        s.accepted(new RegisterDeparture(SESSION, seat("a"), null));
        // Before any word about presence nobody knows who is there, so nothing contradicts this.
        assertThat(s.findings()).isEmpty();
        s.arrive("a").arrive("a");
        assertThat(s.findings()).containsExactly(FindingCode.ALREADY_PRESENT);
        s.openVote("v");
        assertThat(s.findings()).containsExactly(FindingCode.WRONG_STATE, FindingCode.NO_QUORUM);
        s.cast("v", "a+", "a-");
        assertThat(s.findings()).containsExactly(FindingCode.DOUBLE_BALLOT);
        s.cast("v", "b+");
        assertThat(s.findings()).containsExactly(FindingCode.VOTER_ABSENT);
        s.closeVote("v");
        assertThat(((VoteClosed) s.event()).counts()).isEqualTo(Tally.ofHeads(2, 0, 0, 0, 0, 0, 0));
        assertThat(s.outcome("v")).isEqualTo(Outcome.NO_QUORUM);
    }

    @Test
    void declaredNumbersAreComparedAndNeverTrusted() {
        var s = transcribed(5).openWith("a", "b", "c").openVote("v");
        s.accepted(new RecordBallots(SESSION, vote("v"), List.of(), FOR));
        s.accepted(new DeclareCounts(
                SESSION,
                vote("v"),
                new DeclaredCounts(4, null, 2, null, 1, null, null, null, 2, DeclaredOutcome.REJECTED)));
        s.closeVote("v");
        assertThat(s.wholeFindings())
                .extracting(Finding::code, Finding::topic, Finding::expected, Finding::found)
                .containsExactly(
                        tuple(FindingCode.COUNT_MISMATCH, "for", "3", "2"),
                        tuple(FindingCode.COUNT_MISMATCH, "abstain", "0", "1"),
                        tuple(FindingCode.PRESENT_MISMATCH, "present", "3", "4"),
                        tuple(FindingCode.OUTCOME_MISMATCH, "outcome", "carried", "rejected"));
    }

    @Test
    void numbersWithoutNamesAreCountedWithinTheirBounds() {
        var s = transcribed(9).openWith("a", "b", "c", "d", "e", "f").openVote("v");
        s.accepted(new DeclareCounts(
                SESSION, vote("v"), new DeclaredCounts(null, null, 4, 2, 0, null, null, null, null, null)));
        s.closeVote("v");
        assertThat(s.findings()).isEmpty();
        assertThat(((VoteClosed) s.event()).counts()).isEqualTo(Tally.ofHeads(4, 2, 0, 0, 0, 0, 0));
        assertThat(s.outcome("v")).isEqualTo(Outcome.CARRIED);
    }

    @Test
    void peopleWithoutNamesKeepTheNumberAndLoseTheNames() {
        var s = transcribed(9).openWith("a", "b", "c", "d", "e", "f");
        s.accepted(new NoteUnnamed(SESSION, Movement.DEPARTED, 1));
        assertThat(s.findings()).containsExactly(FindingCode.UNNAMED_COUNT);
        s.openVote("v");
        assertThat(((VoteOpened) s.event()).electorate()).isEqualTo(5);
        s.accepted(new RecordBallots(SESSION, vote("v"), List.of(), FOR));
        assertThat(s.events()).containsExactly(new UnnamedBallotsRecorded(vote("v"), Stance.FOR));
        s.closeVote("v");
        assertThat(((VoteClosed) s.event()).counts()).isEqualTo(Tally.ofHeads(5, 0, 0, 0, 0, 0, 0));
        s.accepted(new NoteUnnamed(SESSION, Movement.RETURNED, 1));
        assertThat(s.state().attendance().isCertain()).isTrue();
        assertThat(s.state().attendance().count()).isEqualTo(6);
    }

    @Test
    void aRollOfANumberAloneLeavesEveryNameOpen() {
        var s = transcribed(9).accepted(new CountRoll(SESSION, 6));
        s.accepted(new OpenSession(SESSION)).openVote("v");
        s.accepted(new RecordBallots(
                SESSION, vote("v"), List.of(new NamedPart(seat("a"), new Part.Cast(Stance.AGAINST))), FOR));
        assertThat(s.findings()).isEmpty();
        s.closeVote("v");
        assertThat(((VoteClosed) s.event()).counts()).isEqualTo(Tally.ofHeads(5, 1, 0, 0, 0, 0, 0));
        assertThat(s.outcome("v")).isEqualTo(Outcome.CARRIED);
    }

    @Test
    void aSeatCalledAbsentAtAVoteMustHaveLeftUnseen() {
        var s = transcribed(4).openWith("a", "b", "c");
        s.accepted(new NoteAbsent(SESSION, List.of(seat("b"), seat("d"))));
        assertThat(s.findings()).containsExactly(FindingCode.ABSENT_STATED);
        assertThat(s.events()).containsExactly(new SeatDeparted(seat("b"), null, true));
        s.accepted(new NoteAbsentAllBut(SESSION, List.of(seat("a"))));
        assertThat(s.events()).containsExactly(new SeatDeparted(seat("c"), null, true));
    }

    @Test
    void timesThatRunAgainstTheOrderAreNoticed() {
        var s = transcribed(4);
        s.accepted(new OpenSession(SESSION), When.at("18:30"));
        s.accepted(new RegisterArrival(SESSION, seat("a"), Mode.NOT_STATED, null), When.at("18:00"));
        assertThat(s.findings()).containsExactly(FindingCode.TIME_DISORDER);
    }

    @Test
    void aBareTimeLongBeforeTheLastOneIsPastMidnight() {
        var s = transcribed(4);
        s.pass(Duration.ofDays(3));
        s.accepted(new OpenSession(SESSION), When.at("21:00"));
        s.accepted(new RegisterArrival(SESSION, seat("a"), Mode.NOT_STATED, null), When.at("0:40"));
        assertThat(s.findings()).isEmpty();
        assertThat(s.history().getLast().stated())
                .isEqualTo(
                        StatedTime.at(new LocalPoint(LocalDate.of(2026, 3, 11).atTime(0, 40), false, null)));
    }

    @Test
    void theSheetIsHeldAgainstTheAttendanceAtTheEnd() {
        var base = convene(Provenance.TRANSCRIBED, roll(3), null, null);
        var withSheet = new ConveneSession(
                base.session(),
                base.assembly(),
                base.assemblyName(),
                base.title(),
                base.date(),
                base.zone(),
                base.provenance(),
                1,
                null,
                null,
                null,
                null,
                null,
                null,
                base.agenda(),
                base.roll(),
                null,
                Map.of(seat("a"), SheetMark.YES, seat("b"), SheetMark.REMOTE, seat("c"), SheetMark.NO));
        var s = SessionScenario.convened(withSheet).openWith("a", "c").accepted(new CloseSession(SESSION));
        assertThat(s.wholeFindings())
                .extracting(Finding::code, Finding::seats, Finding::found)
                .containsExactly(
                        tuple(FindingCode.PRESENT_MISMATCH, List.of(seat("b")), "present"),
                        tuple(FindingCode.PRESENT_MISMATCH, List.of(seat("c")), "absent"));
    }
}
