package org.plenum.projection.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.SessionState;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.projection.PlacedFinding;
import org.plenum.projection.Replay;
import org.plenum.projection.SessionHistory;
import org.plenum.projection.attendance.AttendanceFold;
import org.plenum.projection.quorum.QuorumFold;
import org.plenum.projection.results.ResultsFold;

/**
 * The one fold behind every view of a session: live, as known at a position, offline and in tests alike. Events go in one
 * by one; a view may be taken after any of them and costs what has changed since the last. One thread at a time may use
 * it; views never change.
 */
public final class SessionFold {
    private final Replay replay;
    private final SessionFacts facts = new SessionFacts();
    private final AttendanceFold attendance = new AttendanceFold();
    private final QuorumFold quorum = new QuorumFold();
    private final ResultsFold results = new ResultsFold();
    private final NamesFold names = new NamesFold();
    private final List<PlacedFinding> findings = new ArrayList<>();
    private @Nullable SessionReport view;

    /** Nothing folded yet, of a whole history. */
    public SessionFold() {
        this(new Replay());
    }

    private SessionFold(Replay replay) {
        this.replay = replay;
    }

    /**
     * Folds a history.
     *
     * @throws org.plenum.projection.ReplayMismatch where the history contradicts itself
     */
    public static SessionFold of(SessionHistory history) {
        var fold = new SessionFold(new Replay(history.hasGaps()));
        history.events().forEach(fold::apply);
        return fold;
    }

    /**
     * Takes in the next event.
     *
     * @throws org.plenum.projection.ReplayMismatch if it cannot follow, or states a number that is not found again
     */
    public void apply(Recorded<SessionEvent> recorded) {
        replay.apply(recorded);
        names.apply(recorded);
        facts.apply(recorded);
        attendance.apply(recorded);
        quorum.apply(replay.state(), recorded);
        results.apply(replay, recorded);
        recorded.findings().forEach(finding -> findings.add(new PlacedFinding(recorded.position(), finding)));
        view = null;
    }

    /** The position of the last event; 0 before the first. */
    public long position() {
        return replay.state().position();
    }

    /** The state behind the views. Not to be changed or kept. */
    public SessionState state() {
        return replay.state();
    }

    /** Everything as it stands. The session must be convened. */
    public SessionReport view() {
        var known = view;
        if (known == null) {
            var state = replay.state();
            known = new SessionReport(
                    position(),
                    null,
                    facts.view(state),
                    names.view(),
                    attendance.view(),
                    quorum.view(state),
                    results.view(state),
                    findings);
            view = known;
        }
        return known;
    }
}
