package org.plenum.decision.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plenum.vocabulary.Fraction;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.RulesOfProcedure.QuorumCounts;
import org.plenum.vocabulary.SeatId;

class QuorumTest {
    private static final RulesOfProcedure USUAL = RulesOfProcedure.defaults();

    @Test
    void usuallyMoreThanHalfOfTheVotingSeats() {
        var quorum = Quorum.of(USUAL, MajorityTest.roll(20), 1, null);
        var met = quorum.found(Presence.of(seats(1, 11)));
        assertThat(met.met()).isTrue();
        assertThat(met.present()).isEqualTo(BigDecimal.valueOf(11));
        assertThat(met.required()).isEqualTo(BigDecimal.valueOf(11));
        assertThat(quorum.found(Presence.of(seats(1, 10))).met()).isFalse();
    }

    @Test
    void theMayorMayBeLeftOutOfTheBaseAndOfThePresence() {
        // A third of the councillors assigned, the mayor not among them: 7 of 20.
        var third = new Rule.Share(Rule.Base.SEATS, new Fraction(1, 3), Rule.Test.REACHED, Measure.HEADS);
        var rules = USUAL.change()
                .quorum(third)
                .outOfBase(Set.of("mayor"))
                .outOfPresence(Set.of("mayor"))
                .build();
        var rights = new ArrayList<VotingRight>();
        rights.add(new VotingRight(new SeatId("m"), BigDecimal.ONE, null, "mayor", true));
        for (var i = 1; i <= 20; i++) {
            rights.add(new VotingRight(new SeatId("s" + i), BigDecimal.ONE, null, null, true));
        }
        var present = new LinkedHashSet<>(seats(1, 6));
        present.add(new SeatId("m"));
        var found = Quorum.of(rules, new Roll(rights), 1, null).found(Presence.of(present));
        assertThat(found.required()).isEqualTo(BigDecimal.valueOf(7));
        assertThat(found.present()).isEqualTo(BigDecimal.valueOf(6));
        assertThat(found.met()).isFalse();
        assertThat(found.explain().en())
                .isEqualTo("present 6, needed 7: at least one third of 20 voting seats (left out: mayor)");
    }

    @Test
    void whoCountsAsPresentIsASetting() {
        var presence = new Presence(seats(1, 5), seats(6, 7), seats(8, 8), seats(1, 1), seats(2, 2), Unnamed.NONE);
        assertThat(present(QuorumCounts.USUAL, presence)).isEqualTo(6);
        assertThat(present(new QuorumCounts(false, false, false, true), presence))
                .isEqualTo(4);
        assertThat(present(new QuorumCounts(true, true, false, true), presence)).isEqualTo(7);
        assertThat(present(new QuorumCounts(true, false, true, true), presence)).isEqualTo(7);
        assertThat(present(new QuorumCounts(true, false, false, false), presence))
                .isEqualTo(5);
        assertThat(present(new QuorumCounts(true, true, true, true), presence)).isEqualTo(8);
    }

    private static int present(QuorumCounts counts, Presence presence) {
        var rules = USUAL.change().quorumCounts(counts).build();
        var present =
                Quorum.of(rules, MajorityTest.roll(10), 1, null).found(presence).present();
        return present == null ? -1 : present.intValueExact();
    }

    @Test
    void presenceWithoutNamesIsBounded() {
        var quorum = Quorum.of(USUAL, MajorityTest.roll(20), 1, null);
        assertThat(unnamed(quorum, 11, 12)).isTrue();
        assertThat(unnamed(quorum, 10, 12)).isNull();
        assertThat(unnamed(quorum, 8, 10)).isFalse();
        var bounds = quorum.found(
                new Presence(seats(1, 5), Set.of(), Set.of(), Set.of(), Set.of(), new Unnamed(seats(6, 15), 5, 7)));
        assertThat(bounds.present()).isNull();
        assertThat(bounds.explain().en())
                .isEqualTo("present between 10 and 12, needed 11: more than half of 20 voting seats");
    }

    private static Boolean unnamed(Quorum quorum, int atLeast, int atMost) {
        return quorum.found(new Presence(
                        seats(1, 5),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        new Unnamed(seats(6, 15), atLeast - 5, atMost - 5)))
                .met();
    }

    @Test
    void twoMeasuresHaveNoSingleNumber() {
        // First call of a condominium: most of the participants and two thirds of the value (art. 1136 c.c.).
        var rules = USUAL.change()
                .quorum(new Rule.AllOf(List.of(
                        RulesOfProcedure.USUAL_QUORUM,
                        new Rule.Share(Rule.Base.SEATS, new Fraction(2, 3), Rule.Test.REACHED, Measure.WEIGHT))))
                .build();
        var roll = new Roll(List.of(
                new VotingRight(new SeatId("s1"), BigDecimal.valueOf(700), null, null, true),
                new VotingRight(new SeatId("s2"), BigDecimal.valueOf(200), null, null, true),
                new VotingRight(new SeatId("s3"), BigDecimal.valueOf(100), null, null, true)));
        var found = Quorum.of(rules, roll, 1, null).found(Presence.of(seats(1, 2)));
        assertThat(found.met()).isTrue();
        assertThat(found.required()).isNull();
        assertThat(found.present()).isEqualTo(BigDecimal.valueOf(2));
        assertThat(Quorum.of(rules, roll, 1, null)
                        .found(Presence.of(seats(2, 3)))
                        .met())
                .isFalse();
        assertThat(Quorum.of(rules, roll, 1, null)
                        .found(Presence.of(seats(1, 1)))
                        .met())
                .isFalse();
    }

    @Test
    void protectedKindsOfItemsNeedMoreAtASecondCall() {
        var third = new Rule.Share(Rule.Base.SEATS, new Fraction(1, 3), Rule.Test.REACHED, Measure.HEADS);
        var half = new Rule.Share(Rule.Base.SEATS, Fraction.HALF, Rule.Test.REACHED, Measure.HEADS);
        var rules = USUAL.change()
                .quorum(Map.of(1, half, 2, third))
                .quorumByKind(Map.of("budget", Map.of(2, half)))
                .build();
        var nine = Presence.of(seats(1, 9));
        var roll = MajorityTest.roll(24);
        assertThat(Quorum.of(rules, roll, 2, null).found(nine).met()).isTrue();
        assertThat(Quorum.of(rules, roll, 2, "budget").found(nine).met()).isFalse();
    }

    private static Set<SeatId> seats(int first, int last) {
        var seats = new LinkedHashSet<SeatId>();
        for (var i = first; i <= last; i++) {
            seats.add(new SeatId("s" + i));
        }
        return seats;
    }
}
