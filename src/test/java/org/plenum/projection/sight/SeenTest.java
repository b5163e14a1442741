package org.plenum.projection.sight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.decision.SessionScenario.SESSION;
import static org.plenum.decision.SessionScenario.seat;
import static org.plenum.decision.SessionScenario.vote;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plenum.command.SessionCommand.CloseToPublic;
import org.plenum.command.SessionCommand.RecordStatement;
import org.plenum.command.SessionCommand.ReopenToPublic;
import org.plenum.decision.RandomSession;
import org.plenum.decision.SessionScenario;
import org.plenum.decision.StandingBallots;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.*;
import org.plenum.projection.SessionHistory;
import org.plenum.projection.report.SessionFold;
import org.plenum.projection.report.SessionReport;
import org.plenum.projection.results.VoteResult;
import org.plenum.vocabulary.FreeText;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.Provenance;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionStage;
import org.plenum.vocabulary.VoteId;

class SeenTest {
    private static final Sight INSIDE = new Sight(true, true, true, Set.of());
    private static final Sight OUTSIDE = new Sight(false, false, false, Set.of());
    private static final long SEED = Long.getLong("plenum.seed", 20260311L);

    private static Seen seen(List<Recorded<SessionEvent>> events, Sight sight) {
        var history = SessionHistory.of(events);
        return new Seen(SessionFold.of(history).view(), () -> history, Seen.InPublic.of(history), sight);
    }

    /** Opened in public, two in the hall; then behind doors somebody comes, somebody speaks, and a vote is taken. */
    private static SessionScenario behindDoors() {
        return SessionScenario.live(4)
                .openWith("a", "b", "c")
                .accepted(new CloseToPublic(SESSION, null))
                .arrive("d")
                .accepted(new RecordStatement(SESSION, new Participant.OfSeat(seat("a")), new FreeText("hush")))
                .openVote("v")
                .cast("v", "a+", "b-", "c+")
                .closeVote("v")
                .depart("c");
    }

    @Test
    void whileTheDoorsAreShutThePublicKnowsWhatItKnewWhenItLeft() {
        var history = behindDoors().history();
        var outside = seen(history, OUTSIDE).now();
        assertThat(outside.position()).isLessThan(history.size());
        assertThat(outside.session().closedToPublic()).isTrue();
        assertThat(outside.results().votes()).isEmpty();
        assertThat(there(outside)).containsExactly(seat("a"), seat("b"), seat("c"));
        var inside = seen(history, INSIDE).now();
        assertThat(inside.results().votes()).hasSize(1);
        assertThat(there(inside)).containsExactly(seat("a"), seat("b"), seat("d"));
    }

    @Test
    void whenTheyOpenItSeesTheHallAndNeverLearnsWhatWasSaidAndDecided() {
        var scenario = behindDoors().accepted(new ReopenToPublic(SESSION));
        scenario.openVote("w").cast("w", "a+", "b+", "d-").closeVote("w");
        var history = scenario.history();
        var outside = seen(history, OUTSIDE);
        assertThat(there(outside.now())).containsExactly(seat("a"), seat("b"), seat("d"));
        assertThat(outside.now().results().byVote()).containsOnlyKeys(vote("w"));
        var whole = seen(history, INSIDE).now().results().of(vote("w")).orElseThrow();
        assertThat(outside.now().results().of(vote("w"))).contains(whole);
        var came = outside.now()
                .attendance()
                .of(seat("d"))
                .orElseThrow()
                .intervals()
                .getFirst();
        assertThat(came.from().stated()).as("only that it came in between").satisfies(stated -> {
            assertThat(stated.at()).isNull();
            assertThat(stated.notBefore()).isNotNull();
            assertThat(stated.notAfter()).isNotNull();
        });
        assertThat(outside.isWhole()).isFalse();
        assertThat(seen(history, INSIDE).isWhole()).isTrue();
    }

    @Test
    void noEarlierMomentIsAWayRoundIt() {
        var history = behindDoors().accepted(new ReopenToPublic(SESSION)).history();
        var outside = seen(history, OUTSIDE);
        for (var position = 1L; position <= history.size(); position++) {
            assertThat(outside.at(position, null).results().votes()).isEmpty();
        }
        assertThat(outside.journal(0, 1000)).hasSize(history.size());
        assertThat(outside.journal(0, 1000))
                .filteredOn(event -> event.recorded() != null)
                .noneMatch(event -> event.recorded().event() instanceof StatementRecorded
                        || event.recorded().event() instanceof VoteOpened
                        || event.recorded().event() instanceof BallotCast);
    }

    @Test
    void aVoteThatWasOpenWhenTheDoorsShutIsTakenBehindThem() {
        var history = SessionScenario.live(3)
                .openWith("a", "b", "c")
                .openVote("v")
                .cast("v", "a+")
                .accepted(new CloseToPublic(SESSION, null))
                .cast("v", "b-", "c-")
                .accepted(new ReopenToPublic(SESSION))
                .closeVote("v")
                .history();
        assertThat(seen(history, OUTSIDE).now().results().votes()).isEmpty();
    }

    @Test
    void runningChoicesAreHiddenAtEveryMomentUntilTheVoteCloses() {
        var scenario =
                SessionScenario.live(3).openWith("a", "b", "c").openVote("v").cast("v", "a+", "b-");
        var history = scenario.history();
        var head = (long) history.size();
        var nobody = new Sight(true, false, true, Set.of());
        for (var position : new Long[] {null, head, head - 1}) {
            var vote = result(seen(history, nobody).at(position, null), "v");
            assertThat(vote.ballots()).isNull();
            assertThat(vote.counted().heads()).isNull();
            assertThat(vote.votedCount()).isPositive();
        }
        assertThat(seen(history, nobody).isWhole()).isFalse();
        var own = new Sight(true, false, true, Set.of(seat("b")));
        assertThat(result(seen(history, own).now(), "v").ballots())
                .extracting(StandingBallots.Ballot::seat)
                .containsExactly(seat("b"));
        assertThat(result(seen(history, INSIDE).now(), "v").ballots()).hasSize(2);
        var closed = scenario.closeVote("v").history();
        assertThat(result(seen(closed, nobody).at(head, null), "v").ballots())
                .as("closed since, so what ran then may be told")
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void thePublicsRecordHoldsTogetherAtEveryPosition(Provenance provenance) {
        var withDoors = new HashSet<Long>();
        LongStream.range(SEED, SEED + 80).forEach(seed -> {
            var events = new RandomSession(seed, provenance).run(150).history();
            if (events.stream().noneMatch(recorded -> recorded.event() instanceof SittingClosedToPublic)) {
                return;
            }
            withDoors.add(seed);
            try {
                holdsTogether(events);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        });
        assertThat(withDoors).hasSizeGreaterThan(25);
    }

    private static void holdsTogether(List<Recorded<SessionEvent>> events) {
        var whole = SessionHistory.of(events);
        var behind = PublicRecord.votesBehindDoors(events);
        for (var position = 1L; position <= events.size(); position += 9) {
            var known = PublicRecord.of(whole.asKnownAt(position), behind);
            var outside = SessionFold.of(known).view();
            var inside = SessionFold.of(whole.asKnownAt(position)).view();
            var shut = inside.session().closedToPublic()
                    && inside.session().stage() != SessionStage.CLOSED
                    && inside.session().stage() != SessionStage.DESERTED
                    && inside.session().stage() != SessionStage.ADJOURNED;
            if (!shut) {
                assertThat(there(outside)).isEqualTo(there(inside));
                assertThat(outside.session().chair()).isEqualTo(inside.session().chair());
                assertThat(outside.session().itemAtHand())
                        .isEqualTo(inside.session().itemAtHand());
            }
            assertThat(outside.session().stage()).isEqualTo(inside.session().stage());
            assertThat(outside.results().byVote().keySet()).noneMatch(behind::contains);
            inside.results().byVote().forEach((id, vote) -> {
                if (!behind.contains(id) && !shut) {
                    assertThat(outside.results().of(id).orElseThrow().counted()).isEqualTo(vote.counted());
                }
            });
        }
    }

    private static List<SeatId> there(SessionReport report) {
        return report.attendance().seats().stream()
                .filter(seat -> seat.current() != null)
                .map(seat -> seat.seat().id())
                .toList();
    }

    private static VoteResult result(SessionReport report, String id) {
        return report.results().of(new VoteId(id)).orElseThrow();
    }
}
