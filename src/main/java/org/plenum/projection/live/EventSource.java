package org.plenum.projection.live;

import java.util.function.Consumer;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.vocabulary.SessionId;

/** Where a session's events come from: only those that would survive a power cut. */
public interface EventSource {
    /** A number that is greater whenever anything was recorded, in any session. */
    long last();

    /** Hands over the session's events after a position, in order, as far as there are any. */
    void read(SessionId session, long after, Consumer<Recorded<SessionEvent>> consumer);
}
