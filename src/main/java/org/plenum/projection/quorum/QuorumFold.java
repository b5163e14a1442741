package org.plenum.projection.quorum;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.Quorums;
import org.plenum.decision.SessionState;
import org.plenum.decision.counting.Quorum;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.*;
import org.plenum.projection.RollCallRun;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.SeatId;

/**
 * The quorum timeline in the making, event by event. One thread at a time may use it; its views never change. Where
 * presence is known by name, an arrival or departure costs the same however large the assembly is.
 */
public final class QuorumFold {
    private final List<QuorumStep> timeline = new ArrayList<>();
    private final RollCallRun rollCall = new RollCallRun();
    private @Nullable Quorum quorum;
    private @Nullable CountedPresence counted;
    private int stepsBeforeRollCall;
    private @Nullable QuorumView view;

    /** Takes in the next event, when the state has already taken it in. */
    public void apply(SessionState state, Recorded<SessionEvent> recorded) {
        var oneAct = rollCall.goesOn(state, recorded);
        switch (recorded.event()) {
            case SeatsEnrolled _, RulesFrozen _ -> {
                quorum = null;
                counted = null;
                view = null;
            }
            case SeatArrived e -> one(state, recorded, e.seat(), oneAct);
            case AttendanceModeChanged e -> one(state, recorded, e.seat(), oneAct);
            case ProxyGiven e -> one(state, recorded, e.from(), oneAct);
            case ProxyRevoked e -> one(state, recorded, e.from(), oneAct);
            case SeatDeparted e -> {
                if (state.rules().quorumCounts().proxied()) {
                    // With the holder the proxies lapse, of whoever gave them.
                    all(state, recorded, oneAct);
                } else {
                    one(state, recorded, e.seat(), oneAct);
                }
            }
            case RollCalled _ -> {
                stepsBeforeRollCall = timeline.size();
                all(state, recorded, oneAct);
            }
            case RollCounted _, UnnamedMoved _, AttendanceCorrected _ -> all(state, recorded, oneAct);
            case OfVote _,
                    OfConvening _,
                    OfSitting _,
                    OfPresence _,
                    OfOffice _,
                    OfAgenda _,
                    OfStatement _,
                    SeatRecused _,
                    OfProposal _,
                    MinutesApproved _ -> {}
        }
    }

    /** The quorum and its timeline as they stand. The session must be convened. */
    public QuorumView view(SessionState state) {
        var known = view;
        if (known == null) {
            var rule = quorum(state).rule();
            var measures = rule.measures();
            known = new QuorumView(
                    rule, measures.size() == 1 ? measures.iterator().next() : Measure.HEADS, timeline);
            view = known;
        }
        return known;
    }

    private void one(SessionState state, Recorded<SessionEvent> recorded, SeatId seat, boolean oneAct) {
        var kept = counted;
        if (kept == null) {
            all(state, recorded, oneAct);
            return;
        }
        kept.update(state, seat);
        step(state, recorded.position(), oneAct);
    }

    private void all(SessionState state, Recorded<SessionEvent> recorded, boolean oneAct) {
        var kept = counted == null ? new CountedPresence(quorum(state)) : counted;
        kept.recount(state);
        counted = kept;
        step(state, recorded.position(), oneAct);
    }

    private void step(SessionState state, long position, boolean oneAct) {
        var kept = counted;
        var found =
                kept != null && state.attendance().isCertain() ? Quorums.asFound(kept.found()) : Quorums.found(state);
        var step = new QuorumStep(position, found.present(), found.required(), found.met());
        if (oneAct) {
            // Whoever answers one roll call was there together: what lies between is no presence of anybody.
            timeline.subList(stepsBeforeRollCall, timeline.size()).clear();
        }
        if (timeline.isEmpty() || !timeline.getLast().saysTheSameAs(step)) {
            timeline.add(step);
        }
        view = null;
    }

    private Quorum quorum(SessionState state) {
        var known = quorum;
        if (known == null) {
            known = Quorum.of(
                    state.rules(), state.countingRoll(), state.convened().call(), null);
            quorum = known;
        }
        return known;
    }
}
