package org.plenum.projection;

import org.jspecify.annotations.Nullable;
import org.plenum.decision.SessionState;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.RollCalled;

/** Holds the number that answered a roll call against those whom the events that belong to it leave there. */
final class RollCallCheck {
    private final RollCallRun run = new RollCallRun();
    private @Nullable Recorded<SessionEvent> called;
    private boolean found;

    void check(Recorded<SessionEvent> recorded, SessionState state) {
        var there = state.attendance().named().size();
        if (run.goesOn(state, recorded)) {
            if (recorded.event() instanceof RollCalled) {
                called = recorded;
                found = false;
            }
            found |= there == answered();
            return;
        }
        if (called != null && !found) {
            throw new ReplayMismatch(called.position(), "the number that answered", answered(), "never reached");
        }
        called = null;
    }

    private int answered() {
        return called != null && called.event() instanceof RollCalled(var present) ? present : -1;
    }
}
