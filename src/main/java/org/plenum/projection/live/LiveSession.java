package org.plenum.projection.live;

import java.util.ArrayList;
import java.util.List;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.projection.SessionHistory;
import org.plenum.projection.report.SessionFold;
import org.plenum.projection.report.SessionReport;
import org.plenum.vocabulary.SessionId;

/** One session kept folded: its events so far and what they amount to. For any number of threads. */
final class LiveSession {
    private final SessionId session;
    private final EventSource source;
    private final List<Recorded<SessionEvent>> events = new ArrayList<>();
    private final SessionFold fold = new SessionFold();

    LiveSession(SessionId session, EventSource source) {
        this.session = session;
        this.source = source;
    }

    /** Takes in what was recorded since; returns how many events are known. */
    synchronized int catchUp() {
        source.read(session, fold.position(), recorded -> {
            fold.apply(recorded);
            events.add(recorded);
        });
        return events.size();
    }

    /** Everything as it stands. */
    synchronized SessionReport view() {
        return fold.view();
    }

    /** What is known of it, for questions about the past. */
    synchronized SessionHistory history() {
        return SessionHistory.of(events);
    }
}
