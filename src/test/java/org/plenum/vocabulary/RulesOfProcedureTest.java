package org.plenum.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RulesOfProcedureTest {
    private static final Rule HALF = new Rule.Share(Rule.Base.SEATS, Fraction.HALF, Rule.Test.REACHED, Measure.HEADS);
    private static final Rule THIRD =
            new Rule.Share(Rule.Base.SEATS, new Fraction(1, 3), Rule.Test.REACHED, Measure.HEADS);

    @Test
    void aCallWithoutARuleTakesTheNearestLowerOne() {
        var rules = new RulesOfProcedure.Draft()
                .quorum(Map.of(1, HALF, 3, THIRD))
                .quorumByKind(Map.of("budget", Map.of(2, new Rule.Fixed(12))))
                .build();
        assertThat(rules.quorumFor(1, null)).isEqualTo(HALF);
        assertThat(rules.quorumFor(2, null)).isEqualTo(HALF);
        assertThat(rules.quorumFor(4, null)).isEqualTo(THIRD);
        assertThat(rules.quorumFor(1, "budget")).isEqualTo(HALF);
        assertThat(rules.quorumFor(3, "budget")).isEqualTo(new Rule.Fixed(12));
        assertThat(rules.quorumFor(2, "hunting")).isEqualTo(HALF);
    }

    @Test
    void theFirstCallAlwaysHasAQuorum() {
        var rules = new RulesOfProcedure.Draft().quorum(Map.of(2, THIRD)).build();
        assertThat(rules.quorum()).containsEntry(1, RulesOfProcedure.USUAL_QUORUM);
        assertThat(rules.quorumFor(2, null)).isEqualTo(THIRD);
    }

    @Test
    void aQuorumSpeaksOfPresenceAlone() {
        var ofBallots = new Rule.Share(Rule.Base.EXPRESSED, Fraction.HALF, Rule.Test.REACHED, Measure.HEADS);
        assertThatThrownBy(() -> new RulesOfProcedure.Draft()
                        .quorum(new Rule.AllOf(List.of(HALF, ofBallots)))
                        .build())
                .isInstanceOfSatisfying(
                        Malformed.class, refused -> assertThat(refused.what()).isEqualTo("/quorum/1/all/1/base"));
        assertThatThrownBy(() -> new RulesOfProcedure.Draft()
                        .quorumByKind(Map.of("budget", Map.of(1, new Rule.MoreForThanAgainst())))
                        .build())
                .isInstanceOfSatisfying(
                        Malformed.class,
                        refused -> assertThat(refused.what()).isEqualTo("/quorumByKind/budget/1/moreForThanAgainst"));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new Rule.Share(Rule.Base.SEATS, new Fraction(3, 2), Rule.Test.REACHED, Measure.HEADS))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Rule.Share(Rule.Base.SEATS, new Fraction(1, 1), Rule.Test.EXCEEDED, Measure.HEADS))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Rule.Fixed(-1)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Rule.FewerNotFor(0)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new Rule.AllOf(List.of())).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> nested(9)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() ->
                        new RulesOfProcedure.Draft().majority(new Rule.Fixed(0)).build())
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() ->
                        new RulesOfProcedure.Draft().quorum(Map.of(0, HALF)).build())
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new RulesOfProcedure.Draft()
                        .grace(Duration.ofMinutes(-1))
                        .build())
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(
                        () -> new RulesOfProcedure.Draft().proxiesPerHolder(-1).build())
                .isInstanceOf(Malformed.class);
    }

    @Test
    void changingNothingGivesTheSameRules() {
        var rules = new RulesOfProcedure.Draft()
                .quorum(THIRD)
                .castingVote(true)
                .grace(Duration.ofMinutes(60))
                .build();
        assertThat(rules.change().build()).isEqualTo(rules);
        assertThat(RulesOfProcedure.defaults().change().build()).isEqualTo(RulesOfProcedure.defaults());
    }

    private static Rule nested(int levels) {
        Rule rule = HALF;
        for (var i = 0; i < levels; i++) {
            rule = new Rule.AllOf(List.of(rule));
        }
        return rule;
    }
}
