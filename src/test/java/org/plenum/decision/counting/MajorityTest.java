package org.plenum.decision.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plenum.vocabulary.Choice.Stance;
import org.plenum.vocabulary.Fraction;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.Rule.Base;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.Tally;

class MajorityTest {
    private static final RulesOfProcedure USUAL = RulesOfProcedure.defaults();
    private static final RulesOfProcedure CASTING =
            USUAL.change().castingVote(true).build();
    private static final Rule MORE = new Rule.MoreForThanAgainst();

    @Test
    void saysWhatWasRequiredAndWhatWasReached() {
        var found = vote(USUAL, share(Base.PARTICIPATING, "1/2", Rule.Test.EXCEEDED), 15, 15, 7, 6, 0, 1, 1);
        assertThat(found.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(found.reached()).isEqualTo(BigDecimal.valueOf(7));
        assertThat(found.required()).isEqualTo(BigDecimal.valueOf(8));
        assertThat(found.explain().en())
                .isEqualTo("for 7, needed 8: more than half of 15 ballots, blank and void included");
        assertThat(found.explain().it())
                .isEqualTo("favorevoli 7, necessari 8: più della metà di 15 votanti, bianche e nulle comprese");
    }

    @Test
    void blankAndVoidMayBeLeftOut() {
        var without = USUAL.change().blankAndVoidCount(false).build();
        var found = vote(without, share(Base.PARTICIPATING, "1/2", Rule.Test.EXCEEDED), 15, 15, 7, 6, 0, 1, 1);
        assertThat(found.outcome()).isEqualTo(Outcome.CARRIED);
        assertThat(found.explain().en())
                .isEqualTo("for 7, needed 7: more than half of 13 ballots, blank and void left out");
    }

    @Test
    void eachBaseIsItsOwn() {
        // 20 seats, 17 present, 7 for, 2 against, 5 abstaining, 3 not voting.
        assertThat(required(Base.EXPRESSED)).isEqualTo(BigDecimal.valueOf(5));
        assertThat(required(Base.PARTICIPATING)).isEqualTo(BigDecimal.valueOf(8));
        assertThat(required(Base.PRESENT)).isEqualTo(BigDecimal.valueOf(9));
        assertThat(required(Base.SEATS)).isEqualTo(BigDecimal.valueOf(11));
    }

    private static BigDecimal required(Base base) {
        var required = vote(USUAL, share(base, "1/2", Rule.Test.EXCEEDED), 20, 17, 7, 2, 5, 0, 0)
                .required();
        return required == null ? BigDecimal.ZERO : required;
    }

    @Test
    void nothingIsCarriedWithoutAVoteFor() {
        assertThat(vote(USUAL, new Rule.FewerNotFor(10), 5, 5, 0, 0, 5, 0, 0).outcome())
                .isEqualTo(Outcome.REJECTED);
        assertThat(vote(USUAL, share(Base.EXPRESSED, "1/2", Rule.Test.REACHED), 5, 5, 0, 0, 5, 0, 0)
                        .outcome())
                .isEqualTo(Outcome.REJECTED);
    }

    @Test
    void aTieIsNotCarriedUnlessTheChairDecidesIt() {
        for (var rule : List.of(
                MORE,
                share(Base.EXPRESSED, "1/2", Rule.Test.EXCEEDED),
                share(Base.EXPRESSED, "1/2", Rule.Test.REACHED))) {
            assertThat(vote(USUAL, rule, 10, 10, 5, 5, 0, 0, 0).outcome()).isEqualTo(Outcome.REJECTED);
            assertThat(vote(CASTING, rule, 10, 10, 5, 5, 0, 0, 0).outcome()).isEqualTo(Outcome.REJECTED);
            assertThat(withChair(CASTING, rule, "s1").outcome()).isEqualTo(Outcome.CARRIED);
            assertThat(withChair(CASTING, rule, "s6").outcome()).isEqualTo(Outcome.REJECTED);
            assertThat(withChair(USUAL, rule, "s1").outcome()).isEqualTo(Outcome.REJECTED);
        }
    }

    @Test
    void aTieIsOfNoConcernWhereLessThanHalfIsEnough() {
        assertThat(vote(USUAL, share(Base.SEATS, "1/3", Rule.Test.REACHED), 12, 10, 5, 5, 0, 0, 0)
                        .outcome())
                .isEqualTo(Outcome.CARRIED);
    }

    @Test
    void theChairCannotStandInForAbsentMembers() {
        var ofSeats = share(Base.SEATS, "1/2", Rule.Test.EXCEEDED);
        assertThat(withChair(CASTING, ofSeats, "s1", 13).outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(withChair(CASTING, ofSeats, "s1", 10).outcome()).isEqualTo(Outcome.CARRIED);
        assertThat(withChair(CASTING, share(Base.EXPRESSED, "2/3", Rule.Test.REACHED), "s1")
                        .outcome())
                .isEqualTo(Outcome.REJECTED);
    }

    @Test
    void composedRulesCountByTheirOwnMeasures() {
        // A condominium: most of those present, and at least half of the value (art. 1136 c.c.).
        var rule = new Rule.AllOf(List.of(
                share(Base.PRESENT, "1/2", Rule.Test.EXCEEDED),
                new Rule.Share(Base.SEATS, Fraction.HALF, Rule.Test.REACHED, Measure.WEIGHT)));
        var roll = new Roll(List.of(right("a", "250.5"), right("b", "249.5"), right("c", "300"), right("d", "200")));
        var majority = new Majority(rule, USUAL, roll);
        var present = seats("a", "b", "c");
        var carried = majority.found(
                present, Map.of(id("a"), Stance.FOR, id("b"), Stance.FOR, id("c"), Stance.AGAINST), Set.of(), null);
        assertThat(carried.outcome()).isEqualTo(Outcome.CARRIED);
        assertThat(carried.required()).isNull();
        assertThat(carried.weight())
                .isEqualTo(new Tally(
                        new BigDecimal("500"), new BigDecimal("300"), big(0), big(0), big(0), big(0), big(0)));
        assertThat(carried.explain().en())
                .isEqualTo(
                        "every condition must hold: for 2, needed 2: more than half of 3 present and entitled to vote"
                                + " (met); for 500 by weight, needed 500: at least half of 1000, the weight of all voting seats"
                                + " (met)");
        var tooFewHeads = majority.found(
                seats("a", "b", "c", "d"),
                Map.of(id("a"), Stance.FOR, id("c"), Stance.FOR, id("b"), Stance.AGAINST, id("d"), Stance.AGAINST),
                Set.of(),
                null);
        assertThat(tooFewHeads.outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void anUnknownPopulationMattersOnlyWhereItDecides() {
        var rule = new Rule.AllOf(List.of(
                share(Base.EXPRESSED, "1/2", Rule.Test.EXCEEDED),
                new Rule.Share(Base.EXPRESSED, Fraction.HALF, Rule.Test.EXCEEDED, Measure.POPULATION)));
        assertThat(vote(USUAL, rule, 5, 5, 3, 2, 0, 0, 0).outcome()).isEqualTo(Outcome.UNDETERMINED);
        assertThat(vote(USUAL, rule, 5, 5, 2, 3, 0, 0, 0).outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void aBallotOutsideTheElectorateIsAMistakeOfTheCaller() {
        var majority = new Majority(MORE, USUAL, roll(3));
        assertThatThrownBy(() -> majority.found(seats("s1"), Map.of(id("s2"), Stance.FOR), Set.of(), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anUncertainElectorateDecidesWhereEveryPossibilityAgrees() {
        // Ten named, and two to six of eight others, of whom nobody knows which: all of them for.
        var among = seats("s11", "s12", "s13", "s14", "s15", "s16", "s17", "s18");
        var named = seats("s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9", "s10");
        var electorate = new Electorate(named, new Unnamed(among, 2, 6));
        var against = new LinkedHashMap<SeatId, Stance>();
        named.forEach(seat -> against.put(seat, Stance.AGAINST));
        against.keySet().removeIf(seat -> Set.of(id("s1"), id("s2"), id("s3")).contains(seat));
        var certain = new Majority(MORE, USUAL, roll(20))
                .found(electorate, Map.of(id("s1"), Stance.AGAINST), Set.of(), Stance.FOR, null);
        assertThat(certain.outcome()).isEqualTo(Outcome.CARRIED);
        assertThat(certain.heads()).isNull();
        var open = new Majority(MORE, USUAL, roll(20)).found(electorate, against, Set.of(), Stance.FOR, null);
        assertThat(open.outcome()).isEqualTo(Outcome.UNDETERMINED);
        assertThat(open.explain().en()).startsWith("cannot be determined: rejected if for 5");
    }

    @Test
    void whoVotedWasThere() {
        var electorate = new Electorate(seats("s1"), new Unnamed(seats("s2", "s3", "s4"), 2, 2));
        var found = new Majority(share(Base.PRESENT, "1/2", Rule.Test.EXCEEDED), USUAL, roll(5))
                .found(
                        electorate,
                        Map.of(id("s1"), Stance.FOR, id("s2"), Stance.FOR, id("s3"), Stance.AGAINST),
                        Set.of(),
                        null,
                        null);
        assertThat(found.outcome()).isEqualTo(Outcome.CARRIED);
        assertThat(found.heads()).isEqualTo(Tally.ofHeads(2, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void numbersAloneDecideWhereWhatIsMissingCannotMatter() {
        var majority = new Majority(MORE, USUAL, roll(20));
        var electorate = Electorate.of(roll(15).seats());
        var twelveToOne = majority.found(electorate, new StatedNumbers(null, 12, 1, null, null, null, null));
        assertThat(twelveToOne.outcome()).isEqualTo(Outcome.CARRIED);
        var twelveFor = majority.found(electorate, new StatedNumbers(null, 12, null, null, null, null, null));
        assertThat(twelveFor.outcome()).isEqualTo(Outcome.CARRIED);
        var sevenFor = majority.found(electorate, new StatedNumbers(null, 7, null, null, null, null, null));
        assertThat(sevenFor.outcome()).isEqualTo(Outcome.UNDETERMINED);
        var sevenOfThirteen = majority.found(electorate, new StatedNumbers(13, 7, null, null, null, null, null));
        assertThat(sevenOfThirteen.outcome()).isEqualTo(Outcome.CARRIED);
        var nothing = majority.found(electorate, new StatedNumbers(null, null, null, null, null, null, null));
        assertThat(nothing.outcome()).isEqualTo(Outcome.UNDETERMINED);
    }

    @Test
    void choicesWithoutSeatsCountAsWell() {
        var found = new Majority(share(Base.PARTICIPATING, "1/2", Rule.Test.EXCEEDED), USUAL, roll(20))
                .found(Tally.ofHeads(8, 5, 1, 1, 0, 1, 1));
        assertThat(found.outcome()).isEqualTo(Outcome.CARRIED);
        assertThat(found.weight()).isEqualTo(found.heads());
        assertThat(found.population()).isNull();
    }

    @Test
    void unanimitySaysOfWhomAndOfHowMany() {
        assertThat(vote(USUAL, MORE, 20, 15, 15, 0, 0, 0, 0).unanimity())
                .isEqualTo(new Unanimity(true, Unanimity.Of.PRESENT, 15));
        assertThat(vote(USUAL, MORE, 20, 15, 13, 0, 2, 0, 0).unanimity())
                .isEqualTo(new Unanimity(true, Unanimity.Of.VOTERS, 13));
        assertThat(vote(USUAL, MORE, 20, 15, 14, 1, 0, 0, 0).unanimity().unanimous())
                .isFalse();
        assertThat(vote(USUAL, MORE, 20, 15, 14, 0, 0, 1, 0).unanimity().unanimous())
                .isFalse();
    }

    @Test
    void aMissingQuorumDecidesBeforeTheBallots() {
        var found = vote(USUAL, MORE, 20, 9, 9, 0, 0, 0, 0);
        assertThat(found.outcome(false)).isEqualTo(Outcome.NO_QUORUM);
        assertThat(found.outcome(null)).isEqualTo(Outcome.UNDETERMINED);
        assertThat(found.outcome(true)).isEqualTo(Outcome.CARRIED);
        var quorum = Quorum.of(USUAL, roll(20), 1, null).found(Presence.of(roll(9).seats()));
        assertThat(found.explain(quorum).en())
                .isEqualTo("no quorum: present 9, needed 11: more than half of 20 voting seats");
        assertThat(found.explain(quorum).it())
                .isEqualTo(
                        "manca il numero legale: presenti 9, necessari 11: più della metà di 20 componenti con diritto"
                                + " di voto");
    }

    private static MajorityFound vote(
            RulesOfProcedure rules,
            Rule rule,
            int seats,
            int electorate,
            int inFavour,
            int against,
            int abstain,
            int blank,
            int invalid) {
        var stances = new ArrayList<Stance>();
        add(stances, Stance.FOR, inFavour);
        add(stances, Stance.AGAINST, against);
        add(stances, Stance.ABSTAIN, abstain);
        add(stances, Stance.BLANK, blank);
        add(stances, Stance.VOID, invalid);
        var ballots = new LinkedHashMap<SeatId, Stance>();
        for (var i = 0; i < stances.size(); i++) {
            ballots.put(id("s" + (i + 1)), stances.get(i));
        }
        return new Majority(rule, rules, roll(seats)).found(roll(electorate).seats(), ballots, Set.of(), null);
    }

    private static MajorityFound withChair(RulesOfProcedure rules, Rule rule, String chair) {
        return withChair(rules, rule, chair, 10);
    }

    /** Five for (s1 to s5), five against. */
    private static MajorityFound withChair(RulesOfProcedure rules, Rule rule, String chair, int seats) {
        var ballots = new LinkedHashMap<SeatId, Stance>();
        for (var i = 1; i <= 10; i++) {
            ballots.put(id("s" + i), i <= 5 ? Stance.FOR : Stance.AGAINST);
        }
        return new Majority(rule, rules, roll(seats)).found(roll(10).seats(), ballots, Set.of(), id(chair));
    }

    private static void add(List<Stance> stances, Stance stance, int count) {
        for (var i = 0; i < count; i++) {
            stances.add(stance);
        }
    }

    static Roll roll(int seats) {
        var rights = new ArrayList<VotingRight>();
        for (var i = 1; i <= seats; i++) {
            rights.add(right("s" + i, "1"));
        }
        return new Roll(rights);
    }

    private static Rule share(Base base, String threshold, Rule.Test test) {
        return new Rule.Share(base, Fraction.parse(threshold), test, Measure.HEADS);
    }

    private static VotingRight right(String seat, String weight) {
        return new VotingRight(id(seat), new BigDecimal(weight), null, null, true);
    }

    private static Set<SeatId> seats(String... ids) {
        var seats = new LinkedHashSet<SeatId>();
        List.of(ids).forEach(each -> seats.add(id(each)));
        return seats;
    }

    private static SeatId id(String id) {
        return new SeatId(id);
    }

    private static BigDecimal big(long number) {
        return BigDecimal.valueOf(number);
    }
}
