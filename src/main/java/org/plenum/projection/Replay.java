package org.plenum.projection;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.Quorums;
import org.plenum.decision.SessionState;
import org.plenum.decision.VoteCount;
import org.plenum.decision.VoteState;
import org.plenum.event.QuorumAsFound;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.*;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.VoteId;

/**
 * A session's state run along its events, one by one without a gap. Every size and count that an event states is found
 * again or the replay stops. One thread at a time may use it.
 */
public final class Replay {
    private final SessionState state = new SessionState();
    private final RollCallCheck rollCall = new RollCallCheck();
    private final boolean gaps;
    private @Nullable VoteCount counted;

    /** A replay of a whole history. */
    public Replay() {
        this(false);
    }

    /** A replay of a history, of which parts may be withheld: then positions may be left out. */
    public Replay(boolean gaps) {
        this.gaps = gaps;
    }

    /** What the events so far amount to. Not to be changed or kept. */
    public SessionState state() {
        return state;
    }

    /** How the vote closed by the last event was counted again; null where the last event closed none. */
    public @Nullable VoteCount counted() {
        return counted;
    }

    /**
     * Takes in the next event.
     *
     * @throws ReplayMismatch if it does not follow the one before, cannot be taken in, or states a number that is not
     *     found again
     */
    public void apply(Recorded<SessionEvent> recorded) {
        var next = state.position() + 1;
        if (gaps ? recorded.position() < next : recorded.position() != next) {
            throw new ReplayMismatch(recorded.position(), "its position", recorded.position(), next);
        }
        try {
            // A vote is counted as it was when it was to be closed.
            counted = recorded.event() instanceof VoteClosed e ? VoteCount.of(state, vote(e.vote())) : null;
            var before = recorded.event() instanceof LotDrawn e ? vote(e.vote()).outcome() : null;
            state.evolve(recorded);
            verify(recorded.position(), recorded.event(), before);
            rollCall.check(recorded, state);
        } catch (ReplayMismatch mismatch) {
            throw mismatch;
        } catch (IllegalStateException | IllegalArgumentException impossible) {
            throw new ReplayMismatch(recorded.position(), impossible);
        }
    }

    private void verify(long position, SessionEvent event, @Nullable Outcome before) {
        switch (event) {
            case VoteOpened e -> opened(position, e, vote(e.vote()));
            case VoteClosed e -> closed(position, e, Objects.requireNonNull(counted));
            case LotDrawn e -> same(position, "the outcome after the lot", e.outcome(), drawn(vote(e.vote()), before));
            case QuorumVerified e -> same(position, "the quorum", e.quorum(), Quorums.found(state));
            case SessionDeserted e -> same(position, "the number present", e.present(), Quorums.voting(state));
            case OfVote _,
                    OfConvening _,
                    OfSitting _,
                    OfPresence _,
                    OfOffice _,
                    OfProxy _,
                    OfAgenda _,
                    OfStatement _,
                    SeatRecused _,
                    OfProposal _,
                    MinutesApproved _ -> {}
        }
    }

    private VoteState vote(VoteId vote) {
        return state.vote(vote).orElseThrow(() -> new IllegalStateException("no vote " + vote));
    }

    private void opened(long position, VoteOpened e, VoteState vote) {
        same(position, "the electorate", e.electorate(), vote.electorate().size());
        var staging = vote.ties().staging();
        if (staging != null) {
            same(position, "the majority of the stage", e.majority(), staging.majority());
        }
        same(
                position,
                "the electorate's weight",
                e.electorateWeight(),
                vote.electorate().weight(state.countingRoll()));
        var quorum = Quorums.detail(state, e.items(), vote.presenceAtOpening());
        same(position, "the quorum", e.quorum(), Quorums.asFound(quorum));
    }

    /** What a lot leads to: where none was called for, things stay as they were. */
    private @Nullable Outcome drawn(VoteState vote, @Nullable Outcome before) {
        return before == Outcome.UNDETERMINED ? VoteCount.found(state, vote).outcome() : before;
    }

    private static void closed(long position, VoteClosed e, VoteCount count) {
        same(position, "the count", e.counts(), count.found().heads());
        same(position, "the count by weight", e.weightCounts(), count.found().weight());
        same(
                position,
                "the count by population",
                e.populationCounts(),
                count.found().population());
        same(position, "the outcome", e.outcome(), count.outcome());
        same(position, "the quorum", e.quorum(), Quorums.asFound(count.quorum()));
    }

    private static void same(long position, String what, QuorumAsFound stored, QuorumAsFound found) {
        same(position, what, stored.present(), found.present());
        same(position, what, stored.required(), found.required());
        same(position, what, stored.met(), found.met());
    }

    private static void same(long position, String what, @Nullable BigDecimal stored, @Nullable BigDecimal found) {
        // The same number may come back from storage with another number of zeros behind the point.
        var differ =
                (stored == null || found == null) ? (stored != null || found != null) : (stored.compareTo(found) != 0);
        if (differ) {
            throw new ReplayMismatch(position, what, stored, found);
        }
    }

    private static void same(long position, String what, @Nullable Object stored, @Nullable Object found) {
        if (!Objects.equals(stored, found)) {
            throw new ReplayMismatch(position, what, stored, found);
        }
    }
}
