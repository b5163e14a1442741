package org.plenum.projection;

import java.util.List;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.SessionConvened;
import org.plenum.vocabulary.LocalPoint;

/**
 * What is known of a session: its events in their order, from the first, without gaps. Both readings of the past start
 * here: <em>as known at</em> a position, and <em>as at</em> a time; one after the other they combine.
 */
public final class SessionHistory {
    private final List<Recorded<SessionEvent>> events;
    private final boolean gaps;

    private SessionHistory(List<Recorded<SessionEvent>> events, boolean gaps) {
        this.events = events;
        this.gaps = gaps;
    }

    /**
     * The history that these events make.
     *
     * @throws ReplayMismatch if the first is not the session's convening, or positions have a gap
     */
    public static SessionHistory of(List<Recorded<SessionEvent>> events) {
        var own = List.copyOf(events);
        for (var i = 0; i < own.size(); i++) {
            if (own.get(i).position() != i + 1) {
                throw new ReplayMismatch(
                        own.get(i).position(), "its position", own.get(i).position(), i + 1);
            }
        }
        return of(own, false);
    }

    /**
     * A history of which parts are withheld from whoever looks at it: every event has the place that it has in the whole
     * one, and what is withheld leaves a gap.
     */
    public static SessionHistory withGaps(List<Recorded<SessionEvent>> events) {
        return of(List.copyOf(events), true);
    }

    private static SessionHistory of(List<Recorded<SessionEvent>> own, boolean gaps) {
        if (!own.isEmpty() && !(own.getFirst().event() instanceof SessionConvened)) {
            throw new ReplayMismatch(1, "the first event", own.getFirst().event(), "a convening");
        }
        return new SessionHistory(own, gaps);
    }

    /** Whether parts of it are withheld. */
    public boolean hasGaps() {
        return gaps;
    }

    /** The events, in the order of their positions. */
    public List<Recorded<SessionEvent>> events() {
        return events;
    }

    /** Whether nothing is known yet. */
    public boolean isEmpty() {
        return events.isEmpty();
    }

    /** The position of the last event known; 0 where nothing is. */
    public long head() {
        return events.isEmpty() ? 0 : events.getLast().position();
    }

    /** How the session was convened; something must be known of it. */
    public SessionConvened convened() {
        if (events.isEmpty() || !(events.getFirst().event() instanceof SessionConvened convened)) {
            throw new IllegalStateException("nothing is known of the session");
        }
        return convened;
    }

    /** How its times are read. */
    public SessionTime time() {
        return SessionTime.of(convened());
    }

    /** What was known when the event at a position had just been recorded; everything, for a position not reached yet. */
    public SessionHistory asKnownAt(long position) {
        if (position >= head()) {
            return this;
        }
        var known = gaps ? countUntil(position) : (int) Math.max(position, 0);
        return new SessionHistory(events.subList(0, known), gaps);
    }

    private int countUntil(long position) {
        return (int) events.stream()
                .takeWhile(recorded -> recorded.position() <= position)
                .count();
    }

    /** What is known of the moment at which the session's clocks showed this time. */
    public AsAt asAt(LocalPoint time) {
        return AsAt.of(this, time);
    }
}
