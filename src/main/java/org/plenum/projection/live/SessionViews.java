package org.plenum.projection.live;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Function;
import org.plenum.projection.report.SessionInfo;
import org.plenum.projection.sight.Seen;
import org.plenum.projection.sight.Sight;
import org.plenum.vocabulary.SessionId;

/**
 * The sessions that are being asked about, kept folded. Each answer is as new as the source: what was recorded since the
 * last question is read first. The least recently asked are forgotten when more events are kept than allowed, and read
 * again when asked about. For any number of threads.
 */
public final class SessionViews {
    /** Events kept in memory where nobody says otherwise; about 100 MB. */
    public static final int USUAL_MOST_EVENTS = 250_000;

    private final EventSource source;
    private final int mostEvents;
    private final Map<SessionId, LiveSession> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<SessionId, Integer> sizes = new ConcurrentHashMap<>();
    private final Map<SessionId, Set<Runnable>> watchers = new ConcurrentHashMap<>();

    /**
     * Views of the sessions of a source.
     *
     * @param mostEvents how many events to keep in memory; the session asked about last is kept whatever its size
     */
    public SessionViews(EventSource source, int mostEvents) {
        this.source = source;
        this.mostEvents = mostEvents;
    }

    /**
     * A session as somebody may see it, empty where there is none. There is no other way to look into one.
     *
     * @param sight how much of it that is
     */
    public Optional<Seen> seen(SessionId session, Function<SessionInfo, Sight> sight) {
        return ask(session, live -> live.seen(sight));
    }

    /** Folds a session, so that the next question to it is answered at once. */
    public void ready(SessionId session) {
        ask(session, live -> live);
    }

    private <T> Optional<T> ask(SessionId session, Function<LiveSession, T> question) {
        LiveSession live;
        synchronized (kept) {
            live = kept.computeIfAbsent(session, id -> new LiveSession(id, source));
        }
        int size;
        try {
            size = live.catchUp();
        } catch (RuntimeException e) {
            // What could not be folded is not kept half folded.
            forget(session, live);
            throw e;
        }
        if (size == 0) {
            forget(session, live);
            return Optional.empty();
        }
        sizes.put(session, size);
        makeRoom(session);
        return Optional.of(question.apply(live));
    }

    private void forget(SessionId session, LiveSession live) {
        synchronized (kept) {
            if (kept.remove(session, live)) {
                sizes.remove(session);
            }
        }
    }

    private void makeRoom(SessionId asked) {
        synchronized (kept) {
            var total = sizes.values().stream().mapToLong(Integer::longValue).sum();
            var oldest = kept.keySet().iterator();
            while (total > mostEvents && oldest.hasNext()) {
                var session = oldest.next();
                if (!session.equals(asked)) {
                    var size = sizes.remove(session);
                    total -= size == null ? 0 : size;
                    oldest.remove();
                }
            }
        }
    }

    /** How many sessions are kept. */
    public int kept() {
        synchronized (kept) {
            return kept.size();
        }
    }

    /** Forgets everything that is kept, so that every session is folded anew from its events when next asked about. */
    public void clear() {
        synchronized (kept) {
            kept.clear();
            sizes.clear();
        }
    }

    /**
     * Has a watcher told when a session has changed. It is called on the thread that brings the news and must be quick:
     * it sees what changed by asking.
     */
    public Watch watch(SessionId session, Runnable changed) {
        // A wrapper of its own for each watch, so that one watcher may watch twice.
        Runnable own = () -> changed.run();
        watchers.computeIfAbsent(session, id -> new CopyOnWriteArraySet<>()).add(own);
        return () -> watchers.computeIfPresent(session, (id, all) -> {
            all.remove(own);
            return all.isEmpty() ? null : all;
        });
    }

    /** A watch that can be ended. */
    public interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /** Tells the watchers of a session that it has changed. */
    public void changed(SessionId session) {
        watchers.getOrDefault(session, Set.of()).forEach(Runnable::run);
    }
}
