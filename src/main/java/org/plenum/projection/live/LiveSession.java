package org.plenum.projection.live;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.SittingClosedToPublic;
import org.plenum.projection.SessionHistory;
import org.plenum.projection.report.SessionFold;
import org.plenum.projection.report.SessionInfo;
import org.plenum.projection.sight.Seen;
import org.plenum.projection.sight.Sight;
import org.plenum.vocabulary.SessionId;

/** One session kept folded: its events so far and what they amount to. For any number of threads. */
final class LiveSession {
    private final SessionId session;
    private final EventSource source;
    private final List<Recorded<SessionEvent>> events = new ArrayList<>();
    private final SessionFold fold = new SessionFold();
    private @Nullable SessionHistory history;
    private Seen.@Nullable InPublic inPublic;
    private boolean publicWasOut;
    private long upTo = -1;

    LiveSession(SessionId session, EventSource source) {
        this.session = session;
        this.source = source;
    }

    /** Takes in what was recorded since; returns how many events are known. */
    synchronized int catchUp() {
        var last = source.last();
        if (last == upTo) {
            return events.size();
        }
        source.read(session, fold.position(), recorded -> {
            fold.apply(recorded);
            events.add(recorded);
            publicWasOut |= recorded.event() instanceof SittingClosedToPublic;
            history = null;
            inPublic = null;
        });
        upTo = last;
        return events.size();
    }

    /** The session as somebody may see it, by what its report tells of it. */
    synchronized Seen seen(Function<SessionInfo, Sight> sight) {
        var report = fold.view();
        return new Seen(report, this::history, publicWasOut ? inPublic() : null, sight.apply(report.session()));
    }

    private synchronized SessionHistory history() {
        var known = history;
        if (known == null) {
            known = SessionHistory.of(events);
            history = known;
        }
        return known;
    }

    private Seen.InPublic inPublic() {
        var known = inPublic;
        if (known == null) {
            known = Seen.InPublic.of(history());
            inPublic = known;
        }
        return known;
    }
}
