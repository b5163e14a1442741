package org.plenum.web.live;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenum.event.SessionEvent;
import org.plenum.ledger.DurableFeed;
import org.plenum.ledger.Entry;
import org.plenum.ledger.Ledger;
import org.plenum.ledger.StreamId;
import org.plenum.vocabulary.SessionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets any number of threads wait until a session has moved on. Whoever waits learns the latest position only, so a slow
 * reader misses what lies between and holds nobody up.
 */
@Component
public final class SessionPulse implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SessionPulse.class);

    /** What a page listens to. */
    public enum Ears {
        /** Everything. */
        ALL,
        /** Everything but the ballots of others: what a delegate's page shows does not depend on them. */
        PROCEEDINGS
    }

    /**
     * How far a page has been told.
     *
     * @param position of the session's record
     * @param calls how often somebody in the session has asked for the clerk
     */
    public record Mark(long position, long calls) {
        private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18})\\.(\\d{1,18})");

        /** Reads a mark as {@link #toString} writes it; what is none has been told nothing. */
        public static Mark read(@Nullable String written) {
            var matcher = WRITTEN.matcher(written == null ? "" : written);
            return matcher.matches()
                    ? new Mark(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)))
                    : new Mark(0, 0);
        }

        @Override
        public String toString() {
            return position + "." + calls;
        }
    }

    private static final class Beat {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition moved = lock.newCondition();
        private long position;
        private long proceedings;
        private long calls;

        private Mark mark(Ears ears) {
            return new Mark(ears == Ears.ALL ? position : proceedings, calls);
        }
    }

    private final Ledger ledger;
    private final Map<SessionId, Beat> beats = new ConcurrentHashMap<>();
    private volatile DurableFeed.@Nullable Subscription following;

    SessionPulse(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Waits until a session has gone beyond a position.
     *
     * @return its latest position; one that is not beyond where the time ran out or the server stops
     */
    public long await(SessionId session, long after, long millis) throws InterruptedException {
        var beat = beats.computeIfAbsent(session, this::first);
        var left = TimeUnit.MILLISECONDS.toNanos(millis);
        beat.lock.lockInterruptibly();
        try {
            while (beat.position <= after && left > 0 && isRunning()) {
                left = beat.moved.awaitNanos(left);
            }
            return beat.position;
        } finally {
            beat.lock.unlock();
        }
    }

    /**
     * Waits until there is something to hear beyond what was told.
     *
     * @return the latest there is to hear; nothing new where the time ran out or the server stops
     */
    public Mark await(SessionId session, Mark told, Ears ears, long millis) throws InterruptedException {
        var beat = beats.computeIfAbsent(session, this::first);
        var left = TimeUnit.MILLISECONDS.toNanos(millis);
        beat.lock.lockInterruptibly();
        try {
            while (!isNews(beat.mark(ears), told) && left > 0 && isRunning()) {
                left = beat.moved.awaitNanos(left);
            }
            return beat.mark(ears);
        } finally {
            beat.lock.unlock();
        }
    }

    /** Whether a mark tells of something that was not told. Calls begin anew with the server. */
    public static boolean isNews(Mark mark, Mark told) {
        return mark.position() > told.position() || mark.calls() != told.calls();
    }

    /** How often somebody has asked for the clerk. */
    public long calls(SessionId session) {
        var beat = beats.computeIfAbsent(session, this::first);
        beat.lock.lock();
        try {
            return beat.calls;
        } finally {
            beat.lock.unlock();
        }
    }

    /** Lets pages know that somebody has asked for the clerk. */
    public void call(SessionId session) {
        var beat = beats.computeIfAbsent(session, this::first);
        beat.lock.lock();
        try {
            beat.calls++;
            beat.moved.signalAll();
        } finally {
            beat.lock.unlock();
        }
    }

    private Beat first(SessionId session) {
        var beat = new Beat();
        beat.position = ledger.reader().head(StreamId.of(session));
        beat.proceedings = beat.position;
        return beat;
    }

    private void beat(Entry entry) {
        if (entry.stream().kind() != StreamId.Kind.SESSION) {
            return;
        }
        var beat = beats.get(new SessionId(entry.stream().id()));
        if (beat != null) {
            var position = entry.position();
            move(beat, position, entry.ofSession().event() instanceof SessionEvent.Ballot ? 0 : position);
        }
    }

    private static void move(Beat beat, long position, long proceedings) {
        beat.lock.lock();
        try {
            beat.position = Math.max(beat.position, position);
            beat.proceedings = Math.max(beat.proceedings, proceedings);
            beat.moved.signalAll();
        } finally {
            beat.lock.unlock();
        }
    }

    @Override
    public void start() {
        following = ledger.feed().subscribe("pages", ledger.reader().lastIndex(), new DurableFeed.Subscriber() {
            @Override
            public void on(long index, Entry entry) {
                beat(entry);
            }

            @Override
            public void failed(RuntimeException cause) {
                LOG.error("Pages are no longer told what happens; restart the server.", cause);
            }
        });
    }

    @Override
    public void stop() {
        var subscription = following;
        following = null;
        if (subscription != null) {
            subscription.close();
        }
        // Whoever waits is let go, so that the server need not wait for them.
        beats.values().forEach(beat -> move(beat, 0, 0));
    }

    @Override
    public boolean isRunning() {
        return following != null;
    }
}
