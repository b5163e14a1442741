package org.plenum.web.security;

import java.util.Optional;
import org.plenum.projection.live.SessionViews;
import org.plenum.projection.sight.Seen;
import org.plenum.vocabulary.SessionId;

/** The sessions as people may see them: pages and interface alike read sessions here and nowhere else. */
public final class SeenSessions {
    private final SessionViews views;

    /** What people may see of these. */
    public SeenSessions(SessionViews views) {
        this.views = views;
    }

    /** A session as somebody may see it, empty where there is none. */
    public Optional<Seen> by(Person person, SessionId session) {
        return views.seen(
                session,
                info -> Visibility.sight(
                        person, info.convened().assembly(), info.rules().runningChoices()));
    }
}
