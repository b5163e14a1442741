package org.plenum.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.decision.SessionScenario.REASON;
import static org.plenum.decision.SessionScenario.SESSION;
import static org.plenum.decision.SessionScenario.live;
import static org.plenum.decision.SessionScenario.seat;
import static org.plenum.decision.SessionScenario.transcribed;
import static org.plenum.decision.SessionScenario.vote;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plenum.command.SessionCommand.AnnulVote;
import org.plenum.command.SessionCommand.CastBallot;
import org.plenum.command.SessionCommand.CloseVote;
import org.plenum.command.SessionCommand.DeclareVotes;
import org.plenum.command.SessionCommand.OpenElection;
import org.plenum.command.SessionCommand.OpenRound;
import org.plenum.command.SessionCommand.RecordLot;
import org.plenum.decision.counting.ElectionFound;
import org.plenum.decision.counting.ElectionFound.How;
import org.plenum.event.SessionEvent.CandidatesNamed;
import org.plenum.event.SessionEvent.VoteOpened;
import org.plenum.vocabulary.Candidate;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.ElectionRule;
import org.plenum.vocabulary.ElectionRule.Round;
import org.plenum.vocabulary.FindingCode;
import org.plenum.vocabulary.Fraction;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.Method;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.Rule;

/** Elections as a session holds them: rounds, run-offs, ties, lots, annulments, and what minutes state. */
class ElectionsTest {
    private static final Rule TWO_THIRDS =
            new Rule.Share(Rule.Base.SEATS, new Fraction(2, 3), Rule.Test.REACHED, Measure.HEADS);
    private static final Rule MAJORITY =
            new Rule.Share(Rule.Base.SEATS, Fraction.HALF, Rule.Test.EXCEEDED, Measure.HEADS);

    /** Two thirds of the seats, then half of them exceeded, then the two best: as many statutes elect a council's chair. */
    private static final ElectionRule CHAIR = new ElectionRule(
            1,
            1,
            List.of(new Round(TWO_THIRDS, null), new Round(MAJORITY, null), new Round(null, 2)),
            ElectionRule.Ties.SENIORITY,
            Measure.HEADS);

    private static Candidate candidate(String id, @Nullable LocalDate since) {
        return new Candidate(new CandidateId(id), id.toUpperCase(java.util.Locale.ROOT), since);
    }

    private static final List<Candidate> THREE = List.of(
            candidate("rossi", LocalDate.of(1960, 1, 1)),
            candidate("verdi", LocalDate.of(1950, 1, 1)),
            candidate("bianchi", null));

    private static OpenElection open(String id, @Nullable ElectionRule rule) {
        return new OpenElection(SESSION, vote(id), List.of(), "Chair", Method.SHOW_OF_HANDS, rule, THREE, null);
    }

    private static List<CandidateId> ids(String... candidates) {
        return Stream.of(candidates).map(CandidateId::new).toList();
    }

    /** Ballots as "a:rossi", "b:rossi,verdi", "c:" (blank). */
    private static void cast(SessionScenario s, String id, String... ballots) {
        for (var ballot : ballots) {
            var parts = ballot.split(":", 2);
            Choice choice = parts[1].isEmpty() ? Choice.Stance.BLANK : new Choice.Preferences(ids(parts[1].split(",")));
            s.accepted(new CastBallot(SESSION, vote(id), seat(parts[0]), choice));
        }
    }

    private static ElectionFound found(SessionScenario s, String id) {
        return (ElectionFound) VoteCount.found(s.state(), s.voteState(id));
    }

    private static List<String> elected(SessionScenario s, String id) {
        return found(s, id).elected().stream()
                .map(each -> each.poll().candidate().id().value())
                .toList();
    }

    private static SessionScenario ofSix() {
        return live(6).openWith("a", "b", "c", "d", "e", "f");
    }

    @Test
    void candidatesAreNamedAndThenTheVoteOpens() {
        var s = ofSix().accepted(open("e", CHAIR));
        assertThat(s.events()).hasSize(2);
        assertThat(s.events().getFirst()).isEqualTo(new CandidatesNamed(vote("e"), CHAIR, 1, null, 1, THREE));
        assertThat(((VoteOpened) s.events().getLast()).majority()).isEqualTo(TWO_THIRDS);
        assertThat(((VoteOpened) s.events().getLast()).majorityAssumed()).isFalse();
    }

    @Test
    void thresholdsChangeByRoundAndTheLastIsARunOffBetweenTheFirstTwo() {
        var s = ofSix().accepted(open("one", CHAIR));
        cast(s, "one", "a:rossi", "b:rossi", "c:rossi", "d:verdi", "e:verdi", "f:bianchi");
        s.closeVote("one");
        assertThat(s.outcome("one")).isEqualTo(Outcome.REJECTED);
        s.accepted(new OpenRound(SESSION, vote("two"), vote("one"), null, null));
        assertThat(((VoteOpened) s.events().getLast()).subject())
                .isEqualTo(s.state().vote(vote("one")).orElseThrow().opened().subject());
        assertThat(((VoteOpened) s.events().getLast()).majority()).isEqualTo(MAJORITY);
        cast(s, "two", "a:rossi", "b:rossi", "c:rossi", "d:verdi", "e:verdi", "f:bianchi");
        s.closeVote("two");
        assertThat(s.outcome("two")).isEqualTo(Outcome.REJECTED);
        s.accepted(new OpenRound(SESSION, vote("three"), vote("two"), "Run-off", Method.ROLL_CALL));
        assertThat(((VoteOpened) s.events().getLast()).subject()).isEqualTo("Run-off");
        var named = (CandidatesNamed) s.events().getFirst();
        assertThat(named.standing()).extracting(Candidate::id).containsExactlyElementsOf(ids("rossi", "verdi"));
        assertThat(named.round()).isEqualTo(3);
        cast(s, "three", "a:rossi", "b:rossi", "c:verdi", "d:verdi", "e:verdi", "f:");
        s.closeVote("three");
        assertThat(s.outcome("three")).isEqualTo(Outcome.CARRIED);
        assertThat(elected(s, "three")).containsExactly("verdi");
    }

    @Test
    void aTieGoesToTheSeniorAndWhereThatIsUnknownToALotThatIsRecorded() {
        var s = ofSix().accepted(open(
                "e", new ElectionRule(1, 1, List.of(Round.MOST_VOTES), ElectionRule.Ties.SENIORITY, Measure.HEADS)));
        cast(s, "e", "a:rossi", "b:rossi", "c:verdi", "d:verdi");
        s.closeVote("e");
        assertThat(elected(s, "e")).containsExactly("verdi");
        assertThat(found(s, "e").elected().getFirst().how()).isEqualTo(How.SENIORITY);
        s.accepted(open("f", null));
        cast(s, "f", "a:rossi", "b:rossi", "c:bianchi", "d:bianchi");
        s.closeVote("f");
        assertThat(s.outcome("f")).isEqualTo(Outcome.UNDETERMINED);
        s.accepted(new RecordLot(SESSION, vote("f"), ids("bianchi", "rossi"), new Participant.OfSeat(seat("e"))));
        assertThat(s.outcome("f")).isEqualTo(Outcome.CARRIED);
        assertThat(elected(s, "f")).containsExactly("bianchi");
        assertThat(found(s, "f").elected().getFirst().how()).isEqualTo(How.LOT);
    }

    @Test
    void aLotForTheRunOffLeadsToTheNextRound() {
        var s = ofSix().accepted(open(
                "e",
                new ElectionRule(
                        1,
                        1,
                        List.of(new Round(MAJORITY, null), new Round(null, 2)),
                        ElectionRule.Ties.LOT,
                        Measure.HEADS)));
        cast(s, "e", "a:rossi", "b:rossi", "c:verdi", "d:bianchi");
        s.closeVote("e");
        assertThat(s.outcome("e")).isEqualTo(Outcome.UNDETERMINED);
        s.accepted(new RecordLot(SESSION, vote("e"), ids("bianchi", "verdi"), null));
        assertThat(s.outcome("e")).isEqualTo(Outcome.REJECTED);
        s.accepted(new OpenRound(SESSION, vote("r"), vote("e"), null, null));
        assertThat(((CandidatesNamed) s.events().getFirst()).standing())
                .extracting(Candidate::id)
                .containsExactlyInAnyOrderElementsOf(ids("rossi", "bianchi"));
    }

    @Test
    void severalPlacesAndPreferences() {
        var s = ofSix().accepted(open(
                "e", new ElectionRule(2, 2, List.of(Round.MOST_VOTES), ElectionRule.Ties.LOT, Measure.HEADS)));
        cast(s, "e", "a:rossi,verdi", "b:rossi,bianchi", "c:verdi", "d:rossi", "e:verdi,rossi", "f:");
        s.closeVote("e");
        assertThat(elected(s, "e")).containsExactly("rossi", "verdi");
        assertThat(s.voteState("e").outcome()).isEqualTo(Outcome.CARRIED);
    }

    @Test
    void anAnnulledElectionIsRepeatedByTheSameElectorateAlone() {
        var s = live(6).openWith("a", "b", "c", "d").accepted(open("e", CHAIR));
        s.accepted(new AnnulVote(SESSION, vote("e"), REASON)).arrive("e");
        s.accepted(
                new OpenElection(SESSION, vote("again"), List.of(), "Chair", Method.SECRET, CHAIR, THREE, vote("e")));
        assertThat(s.voteState("again").electorate().size()).isEqualTo(4);
        assertThat(s.voteState("again").admits(seat("e"))).isFalse();
    }

    @Test
    void aRoundThatWasAnnulledMayBeOpenedAgain() {
        var s = ofSix().accepted(open("e", CHAIR)).closeVote("e");
        s.accepted(new OpenRound(SESSION, vote("x"), vote("e"), null, null));
        s.accepted(new AnnulVote(SESSION, vote("x"), REASON));
        s.accepted(new OpenRound(SESSION, vote("y"), vote("e"), null, null));
        assertThat(s.voteState("y").contest()).isNotNull();
    }

    @Test
    void minutesGiveNumbersWithoutNames() {
        var s = transcribed(6).openWith("a", "b", "c", "d", "e", "f");
        s.accepted(new OpenElection(SESSION, vote("e"), List.of(), "Chair", Method.SECRET, CHAIR, THREE, null));
        s.accepted(new DeclareVotes(
                SESSION, vote("e"), Map.of(new CandidateId("rossi"), 4, new CandidateId("verdi"), 1), ids("rossi")));
        s.accepted(new CloseVote(SESSION, vote("e")));
        assertThat(s.findings()).isEmpty();
        assertThat(s.outcome("e")).isEqualTo(Outcome.CARRIED);
        assertThat(elected(s, "e")).containsExactly("rossi");
    }

    @Test
    void minutesThatDeclareAnotherElectedAreContradicted() {
        var s = transcribed(6).openWith("a", "b", "c", "d", "e", "f");
        s.accepted(new OpenElection(SESSION, vote("e"), List.of(), "Chair", Method.SECRET, CHAIR, THREE, null));
        s.accepted(new DeclareVotes(
                SESSION, vote("e"), Map.of(new CandidateId("rossi"), 3, new CandidateId("verdi"), 3), ids("rossi")));
        s.accepted(new CloseVote(SESSION, vote("e")));
        assertThat(s.findings()).containsExactly(FindingCode.OUTCOME_MISMATCH);
        assertThat(s.outcome("e")).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void whereMinutesLeaveItOpenHowManyVotedOnlyWhatIsCertainIsSaid() {
        var rule = new ElectionRule(
                1,
                2,
                List.of(new Round(
                        new Rule.Share(Rule.Base.EXPRESSED, Fraction.HALF, Rule.Test.EXCEEDED, Measure.HEADS), null)),
                ElectionRule.Ties.LOT,
                Measure.HEADS);
        var s = transcribed(6).openWith("a", "b", "c", "d", "e", "f");
        s.accepted(new OpenElection(SESSION, vote("e"), List.of(), "Chair", Method.SECRET, rule, THREE, null));
        s.accepted(new DeclareVotes(
                SESSION, vote("e"), Map.of(new CandidateId("rossi"), 3, new CandidateId("verdi"), 2), List.of()));
        s.accepted(new CloseVote(SESSION, vote("e")));
        // Of five votes, rossi has three: more than half of five ballots, and of three. But verdi has two of three too.
        assertThat(s.outcome("e")).isEqualTo(Outcome.CARRIED);
        assertThat(elected(s, "e")).containsExactly("rossi");
        assertThat(Arrays.asList(found(s, "e").heads())).containsOnlyNulls();
    }
}
