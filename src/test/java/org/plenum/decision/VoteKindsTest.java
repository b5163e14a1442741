package org.plenum.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.decision.SessionScenario.REASON;
import static org.plenum.decision.SessionScenario.SESSION;
import static org.plenum.decision.SessionScenario.convene;
import static org.plenum.decision.SessionScenario.convened;
import static org.plenum.decision.SessionScenario.live;
import static org.plenum.decision.SessionScenario.question;
import static org.plenum.decision.SessionScenario.roll;
import static org.plenum.decision.SessionScenario.seat;
import static org.plenum.decision.SessionScenario.vote;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plenum.command.Refusal.GraceNotOver;
import org.plenum.command.Refusal.NoQuorum;
import org.plenum.command.Refusal.NotInElectorate;
import org.plenum.command.Refusal.QuorumIsMet;
import org.plenum.command.Refusal.SeatNamedTwice;
import org.plenum.command.Refusal.VoteNotOpen;
import org.plenum.command.SessionCommand.CallRoll;
import org.plenum.command.SessionCommand.ConveneSession;
import org.plenum.command.SessionCommand.DeclareDeserted;
import org.plenum.command.SessionCommand.OpenVote;
import org.plenum.command.SessionCommand.OrderRollCall;
import org.plenum.command.SessionCommand.Part;
import org.plenum.command.SessionCommand.RecordBallots;
import org.plenum.command.SessionCommand.RollEntry;
import org.plenum.command.SessionCommand.VerifyQuorum;
import org.plenum.event.SessionEvent.QuorumVerified;
import org.plenum.event.SessionEvent.SessionDeserted;
import org.plenum.event.SessionEvent.VoteOpened;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.Fraction;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.Method;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.Provenance;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.When;

/** Votes and quorums as statutes know them: linked, in two stages, by acclamation, and lost on the way. */
class VoteKindsTest {
    private static final Rule OF_ALL =
            new Rule.Share(Rule.Base.SEATS, Fraction.HALF, Rule.Test.EXCEEDED, Measure.HEADS);

    private static OpenVote asked(String id, Method method, @Nullable Rule majority, @Nullable String follows) {
        return new OpenVote(
                SESSION,
                vote(id),
                List.of(),
                "Question " + id,
                method,
                majority,
                false,
                follows == null ? null : vote(follows),
                null,
                null,
                null);
    }

    /** D.Lgs. 267/2000 art. 134 c. 4: a separate vote, by a majority of all members. */
    @Test
    void immediateExecutabilityIsALinkedVoteOnTheWholeRoll() {
        var s = live(9).openWith("a", "b", "c", "d", "e");
        s.openVote("act").cast("act", "a+", "b+", "c+", "d+", "e-").closeVote("act");
        assertThat(s.outcome("act")).isEqualTo(Outcome.CARRIED);
        s.accepted(asked("now", Method.SHOW_OF_HANDS, OF_ALL, "act"));
        assertThat(((VoteOpened) s.event()).follows()).isEqualTo(vote("act"));
        s.cast("now", "a+", "b+", "c+", "d+", "e-").closeVote("now");
        assertThat(s.outcome("now")).isEqualTo(Outcome.REJECTED);
    }

    /** Statute 096/004 art. 31: a majority of the members first, of the voters in a later session. */
    @Test
    void aMajorityInTwoStagesAcrossSessions() {
        var present = new String[] {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"};
        var ballots = new String[] {"a+", "b+", "c+", "d+", "e+", "f+", "g-", "h-", "i-", "j-"};
        var first = live(13).openWith(present).accepted(question("budget", OF_ALL));
        first.cast("budget", ballots).closeVote("budget");
        assertThat(first.outcome("budget")).isEqualTo(Outcome.REJECTED);
        var second = live(13).openWith(present).accepted(question("budget"));
        second.cast("budget", ballots).closeVote("budget");
        assertThat(second.outcome("budget")).isEqualTo(Outcome.CARRIED);
    }

    @Test
    void theRollIsCalledInTheOrderThatIsRecorded() {
        var s = live(5).openWith("a", "b", "c", "d").accepted(asked("v", Method.ROLL_CALL, null, null));
        assertThat(s.voteState("v").callingOrder()).containsExactly(seat("a"), seat("b"), seat("c"), seat("d"));
        s.accepted(new OrderRollCall(SESSION, vote("v"), List.of(seat("c"), seat("a"))));
        assertThat(s.voteState("v").callingOrder()).containsExactly(seat("c"), seat("a"), seat("b"), seat("d"));
        s.refused(new OrderRollCall(SESSION, vote("v"), List.of(seat("e"))), new NotInElectorate(vote("v"), seat("e")));
        s.refused(new OrderRollCall(SESSION, vote("v"), List.of(seat("a"), seat("a"))), new SeatNamedTwice(seat("a")));
        s.closeVote("v");
        s.refused(new OrderRollCall(SESSION, vote("v"), List.of(seat("a"))), new VoteNotOpen(vote("v")));
    }

    @Test
    void acclamationIsRecordedForTheWholeElectorate() {
        var s = live(4).openWith("a", "b", "c").accepted(asked("v", Method.ACCLAMATION, null, null));
        s.accepted(new RecordBallots(SESSION, vote("v"), List.of(), new Part.Cast(Choice.Stance.FOR)));
        s.closeVote("v");
        assertThat(s.outcome("v")).isEqualTo(Outcome.CARRIED);
        assertThat(s.voteState("v").ballots()).containsOnlyKeys(seat("a"), seat("b"), seat("c"));
    }

    @Test
    void aQuorumThatAMemberHasVerifiedAndThatIsMissingStopsTheAssembly() {
        var rules = RulesOfProcedure.defaults()
                .change()
                .quorumMeasured(RulesOfProcedure.QuorumMeasured.WHEN_VERIFIED)
                .build();
        var s = convened(convene(Provenance.LIVE, roll(4), rules, null)).openWith("a", "b", "c");
        s.depart("c").openVote("v").cast("v", "a+", "b+").closeVote("v");
        assertThat(s.outcome("v")).as("presumed as long as nobody asks").isEqualTo(Outcome.CARRIED);
        s.accepted(new VerifyQuorum(SESSION, seat("b")));
        assertThat(((QuorumVerified) s.event()).requestedBy()).isEqualTo(seat("b"));
        assertThat(((QuorumVerified) s.event()).quorum().met()).isFalse();
        s.refused(question("w"), new NoQuorum(new BigDecimal("2"), new BigDecimal("3")));
        s.arrive("c").accepted(new VerifyQuorum(SESSION, null)).openVote("w");
    }

    @Test
    void aSessionIsDesertedOnlyAfterTheGraceAndWithoutItsQuorum() {
        var s = convened(convene(Provenance.LIVE, roll(4), null, LocalTime.of(23, 0)));
        s.arrive("a");
        assertThat(SessionDecision.decide(s.state(), new DeclareDeserted(SESSION, REASON), When.NOT_STATED, s.now()))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.refusal()).isInstanceOf(GraceNotOver.class));
        s.pass(Duration.ofDays(1)).accepted(new DeclareDeserted(SESSION, REASON));
        assertThat(((SessionDeserted) s.event()).present()).isEqualTo(1);
        assertThat(s.state().attendance().named()).containsExactly(seat("a"));
        var met = convened(convene(Provenance.LIVE, roll(4), null, null)).openWith("a", "b", "c");
        met.refused(new DeclareDeserted(SESSION, null), new QuorumIsMet(new BigDecimal("3"), new BigDecimal("3")));
    }

    @Test
    void inASecondCallFewerAreEnough() {
        var rules = RulesOfProcedure.defaults()
                .change()
                .quorum(Map.of(1, OF_ALL, 2, new Rule.Fixed(2)))
                .build();
        var called = convene(Provenance.LIVE, roll(9), rules, null);
        var first = convened(called).arrive("a").arrive("b");
        assertThat(Quorums.found(first.state()).met()).isFalse();
        var second = convened(again(called)).arrive("a").arrive("b");
        assertThat(second.state().agenda()).isEqualTo(first.state().agenda());
        assertThat(Quorums.found(second.state()).met()).isTrue();
    }

    private static ConveneSession again(ConveneSession c) {
        return new ConveneSession(
                c.session(),
                c.assembly(),
                c.assemblyName(),
                c.title(),
                c.date(),
                c.zone(),
                c.provenance(),
                2,
                new SessionId("first-call"),
                c.place(),
                c.scheduled(),
                c.president(),
                c.clerk(),
                c.source(),
                c.agenda(),
                c.roll(),
                c.rules(),
                c.sheet());
    }

    @Test
    void whoIsCalledAbsentHasLeftUnseenAndTheQuorumGoesWithThem() {
        var s = live(4).openWith("a", "b", "c");
        s.accepted(new CallRoll(
                SESSION,
                List.of(new RollEntry(seat("a"), Mode.IN_PERSON, null), new RollEntry(seat("b"), Mode.IN_PERSON, null)),
                List.of()));
        assertThat(Quorums.found(s.state()).met()).isFalse();
        assertThat(Set.copyOf(s.state().attendance().named())).isEqualTo(Set.of(seat("a"), seat("b")));
    }
}
