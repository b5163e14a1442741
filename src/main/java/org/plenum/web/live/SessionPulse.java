package org.plenum.web.live;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
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

    private static final class Beat {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition moved = lock.newCondition();
        private long position;
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

    private Beat first(SessionId session) {
        var beat = new Beat();
        beat.position = ledger.reader().head(StreamId.of(session));
        return beat;
    }

    private void beat(Entry entry) {
        if (entry.stream().kind() != StreamId.Kind.SESSION) {
            return;
        }
        var beat = beats.get(new SessionId(entry.stream().id()));
        if (beat != null) {
            move(beat, entry.position());
        }
    }

    private static void move(Beat beat, long position) {
        beat.lock.lock();
        try {
            beat.position = Math.max(beat.position, position);
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
        beats.values().forEach(beat -> move(beat, 0));
    }

    @Override
    public boolean isRunning() {
        return following != null;
    }
}
