package org.plenum.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.*;
import org.plenum.vocabulary.FindingCode;
import org.plenum.vocabulary.Provenance;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.VoteId;

/** What must hold of every session, whatever is asked of it and in whatever order. */
class RandomSessionsTest {
    private static final int SESSIONS = 600;
    private static final int COMMANDS = 150;

    /** Change it to try others; a failure names the session's own seed. */
    private static final long SEED = Long.getLong("plenum.seed", 20260310L);

    @ParameterizedTest
    @EnumSource
    void invariantsHold(Provenance provenance) {
        System.out.println(
                "seed " + SEED + ": " + SESSIONS + " " + provenance + " sessions of " + COMMANDS + " commands");
        LongStream.range(0, SESSIONS).map(i -> SEED + i).forEach(seed -> {
            var session = new RandomSession(seed, provenance).run(COMMANDS);
            try {
                check(session, provenance);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        });
    }

    private static void check(RandomSession session, Provenance provenance) {
        var replay = new SessionState();
        var counted = new HashMap<VoteId, Map<SeatId, Integer>>();
        Recorded<SessionEvent> before = null;
        for (var recorded : session.history()) {
            assertThat(recorded.position()).isEqualTo(before == null ? 1 : before.position() + 1);
            if (before != null) {
                assertThat(recorded.recordedAt()).isAfterOrEqualTo(before.recordedAt());
            }
            if (provenance == Provenance.LIVE) {
                ballotsBelong(recorded.event(), replay, counted);
                assertThat(recorded.findings())
                        .noneMatch(finding -> finding.code() != FindingCode.CORRECTED
                                && finding.code() != FindingCode.OUTCOME_MISMATCH);
            }
            if (recorded.event() instanceof VoteClosed closed) {
                addsUp(replay, closed, provenance);
            }
            replay.evolve(recorded);
            before = recorded;
        }
        same(replay, session.state());
    }

    /** Nothing is counted twice, and no ballot lies outside its electorate. */
    private static void ballotsBelong(
            SessionEvent event, SessionState state, Map<VoteId, Map<SeatId, Integer>> counted) {
        if (event instanceof BallotCast(var vote, var seat, var choice)) {
            assertThat(state.vote(vote).orElseThrow().isOpen()).isTrue();
            assertThat(state.vote(vote).orElseThrow().electorate().seats()).contains(seat);
            assertThat(counted.computeIfAbsent(vote, v -> new HashMap<>()).merge(seat, 1, Integer::sum))
                    .as("ballots of %s: %s", seat, choice)
                    .isEqualTo(1);
        }
    }

    /** electorate = for + against + abstain + blank + void + declined + did not vote, in a live session always. */
    private static void addsUp(SessionState state, VoteClosed closed, Provenance provenance) {
        var vote = state.vote(closed.vote()).orElseThrow();
        var counts = closed.counts();
        if (counts == null) {
            assertThat(provenance).isEqualTo(Provenance.TRANSCRIBED);
            return;
        }
        var outsiders = new HashSet<>(vote.ballots().keySet());
        outsiders.addAll(vote.declined());
        outsiders.removeIf(vote::admits);
        if (provenance == Provenance.LIVE) {
            assertThat(outsiders).isEmpty();
        }
        var size = vote.electorate().size();
        if (size != null) {
            var counted = counts.electorate().intValueExact();
            var certain = vote.electorate().unnamed().atMost() == 0;
            assertThat(counted)
                    .as("%s %s", vote.electorate(), vote.ballots())
                    .isBetween(size + outsiders.size(), certain ? size + outsiders.size() : Integer.MAX_VALUE);
        }
    }

    private static void same(SessionState replay, SessionState live) {
        assertThat(replay.position()).isEqualTo(live.position());
        assertThat(replay.stage()).isEqualTo(live.stage());
        assertThat(replay.attendance().named())
                .containsExactlyElementsOf(live.attendance().named());
        assertThat(replay.attendance().count()).isEqualTo(live.attendance().count());
        assertThat(replay.proxies()).isEqualTo(live.proxies());
        assertThat(replay.votes().keySet())
                .containsExactlyElementsOf(live.votes().keySet());
        live.votes().forEach((id, vote) -> {
            var again = replay.vote(id).orElseThrow();
            assertThat(again.ballots()).isEqualTo(vote.ballots());
            assertThat(again.electorate()).isEqualTo(vote.electorate());
            var one = VoteCount.of(replay, again);
            var other = VoteCount.of(live, vote);
            assertThat(one.outcome()).isEqualTo(other.outcome());
            assertThat(one.found().heads()).isEqualTo(other.found().heads());
            assertThat(one.found().weight()).isEqualTo(other.found().weight());
            assertThat(one.quorum().present()).isEqualTo(other.quorum().present());
        });
    }
}
