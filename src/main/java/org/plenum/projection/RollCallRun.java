package org.plenum.projection;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.SessionState;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.*;

/**
 * A roll call and the arrivals and departures that it brought to light: several events, one act. They follow the call at
 * once, with its times. Where nobody was taken for present before, they end with as many as answered; else nothing tells
 * them from an arrival that follows at once without a time of its own.
 */
public final class RollCallRun {
    private @Nullable Recorded<SessionEvent> called;
    private int answered;
    private boolean someWereThere;

    /**
     * Whether an event is a roll call or belongs to the one before it. To be asked of every event, in order, when the
     * state has taken it in.
     */
    public boolean goesOn(SessionState state, Recorded<SessionEvent> recorded) {
        var there = state.attendance().named().size();
        if (recorded.event() instanceof RollCalled(var present)) {
            called = recorded;
            answered = present;
            someWereThere = there > 0;
            return true;
        }
        var belongs = isOneActWith(recorded) && follows(recorded.event(), there);
        called = belongs ? called : null;
        return belongs;
    }

    private boolean follows(SessionEvent event, int there) {
        if (event instanceof SeatArrived) {
            return someWereThere || there <= answered;
        }
        if (event instanceof SeatDeparted departed) {
            return someWereThere && departed.inferred() && there >= answered;
        }
        return someWereThere && (event instanceof AttendanceModeChanged || event instanceof DelegateReplaced);
    }

    private boolean isOneActWith(Recorded<SessionEvent> recorded) {
        return called != null
                && called.recordedAt().equals(recorded.recordedAt())
                && called.actor().equals(recorded.actor())
                && Objects.equals(called.stated(), recorded.stated());
    }
}
