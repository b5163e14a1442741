package org.plenum.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.plenum.decision.StandingBallots.Ballot;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.Choice.Stance;
import org.plenum.vocabulary.SeatId;

class StandingBallotsTest {
    private record Kept(StandingBallots snapshot, LinkedHashMap<SeatId, Ballot> expected) {}

    @Test
    void holdNothingAtFirst() {
        var ballots = new StandingBallots();
        assertThat(ballots).isEmpty();
        assertThat(ballots.inOrder()).isEmpty();
        assertThat(ballots.get(seat(1))).isNull();
        assertThat(ballots.containsKey("seat-1")).isFalse();
    }

    @Test
    void aBallotPutRightKeepsItsPlace() {
        var ballots = new StandingBallots();
        ballots.put(ballot(1, Stance.FOR, 1));
        ballots.put(ballot(2, Stance.FOR, 2));
        ballots.put(ballot(1, Stance.AGAINST, 3));
        assertThat(ballots.inOrder()).containsExactly(ballot(1, Stance.AGAINST, 3), ballot(2, Stance.FOR, 2));
    }

    @Test
    void nobodyButTheVoteChangesThem() {
        var ballots = new StandingBallots();
        ballots.put(ballot(1, Stance.FOR, 1));
        assertThatThrownBy(ballots::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ballots.remove(seat(1))).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ballots.inOrder().removeFirst()).isInstanceOf(UnsupportedOperationException.class);
    }

    @RepeatedTest(200)
    void areWhatAnOrderedMapWouldBeAndSnapshotsStayAsTheyWere() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var seats = 1 + random.nextInt(60);
        var ballots = new StandingBallots();
        var expected = new LinkedHashMap<SeatId, Ballot>();
        var kept = new ArrayList<Kept>();
        for (var position = 1; position <= 300; position++) {
            var ballot =
                    ballot(random.nextInt(seats), Stance.values()[random.nextInt(Stance.values().length)], position);
            switch (random.nextInt(10)) {
                case 0 -> {
                    ballots = ballots.without(ballot.seat());
                    expected.remove(ballot.seat());
                }
                case 1 -> ballots.trim();
                case 2 -> kept.add(new Kept(ballots.snapshot(), new LinkedHashMap<>(expected)));
                default -> {
                    ballots.put(ballot);
                    expected.put(ballot.seat(), ballot);
                }
            }
            same(seed, ballots, expected, seats);
        }
        kept.forEach(each -> same(seed, each.snapshot(), each.expected(), seats));
    }

    private static void same(long seed, StandingBallots ballots, LinkedHashMap<SeatId, Ballot> expected, int seats) {
        assertThat(ballots.inOrder()).as("seed %s", seed).isEqualTo(List.copyOf(expected.values()));
        assertThat(new ArrayList<>(ballots.keySet())).as("seed %s", seed).isEqualTo(List.copyOf(expected.keySet()));
        for (var number = 0; number < seats; number++) {
            var there = expected.get(seat(number));
            assertThat(ballots.get(seat(number))).as("seed %s", seed).isEqualTo(there == null ? null : there.choice());
        }
    }

    private static Ballot ballot(int seat, Stance stance, long position) {
        return new Ballot(seat(seat), stance, position, Actor.LOCAL);
    }

    private static SeatId seat(int number) {
        return new SeatId("seat-" + number);
    }
}
