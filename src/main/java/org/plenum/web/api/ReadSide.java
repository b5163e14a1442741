package org.plenum.web.api;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.ledger.DurableFeed;
import org.plenum.ledger.Entry;
import org.plenum.ledger.EventReader;
import org.plenum.ledger.Ledger;
import org.plenum.ledger.StreamId;
import org.plenum.projection.directory.Directory;
import org.plenum.projection.live.EventSource;
import org.plenum.projection.live.SessionViews;
import org.plenum.projection.sight.Seen;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.SessionId;
import org.plenum.web.security.Person;
import org.plenum.web.security.SeenSessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * What there is to read: sessions kept folded, and the list of what there is. Whoever was answered a command finds it
 * here. It can be rebuilt from the events while it goes on answering.
 */
final class ReadSide implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ReadSide.class);
    private static final long MOST_WAIT_SECONDS = 10;

    /** How far a rebuilding has come. */
    record Progress(long done, long of, boolean running) {}

    /** A directory, and the index up to which it has read the ledger. */
    private static final class Reading {
        private final Directory directory = new Directory();
        private final long wanted;
        private volatile long index;
        private volatile DurableFeed.@Nullable Subscription following;
        private volatile @Nullable RuntimeException failure;

        Reading(long wanted) {
            this.wanted = wanted;
        }
    }

    private final Ledger ledger;
    private final SessionViews views;
    private final SeenSessions sessions;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile Reading current = new Reading(0);
    private volatile @Nullable Reading next;

    ReadSide(Ledger ledger) {
        this.ledger = ledger;
        this.views = new SessionViews(source(ledger.reader()), SessionViews.USUAL_MOST_EVENTS);
        this.sessions = new SeenSessions(views);
    }

    private static EventSource source(EventReader reader) {
        return new EventSource() {
            @Override
            public long last() {
                return reader.lastIndex();
            }

            @Override
            public void read(SessionId session, long after, Consumer<Recorded<SessionEvent>> consumer) {
                reader.read(
                        StreamId.of(session), after + 1, Long.MAX_VALUE, entry -> consumer.accept(entry.ofSession()));
            }
        };
    }

    /** The sessions as people may see them. */
    SeenSessions sessions() {
        return sessions;
    }

    /** A session as whoever asks may see it, empty where there is none. */
    Optional<Seen> seen(SessionId session, Person person) {
        return sessions.by(person, session);
    }

    /**
     * Has a session ready for commands and questions, unless it is larger than what is kept between questions.
     *
     * @throws java.util.concurrent.CompletionException if it cannot be read
     */
    void ready(SessionId session) {
        if (ledger.reader().head(StreamId.of(session)) <= SessionViews.USUAL_MOST_EVENTS) {
            ledger.ready(session).join();
            views.ready(session);
        }
    }

    /** How many sessions are kept folded. */
    int kept() {
        return views.kept();
    }

    Ledger ledger() {
        return ledger;
    }

    /** What there is, as new as the ledger is now. */
    Directory directory() {
        var reading = current;
        var wanted = ledger.reader().lastIndex();
        lock.lock();
        try {
            var left = TimeUnit.SECONDS.toNanos(MOST_WAIT_SECONDS);
            while (reading.index < wanted && left > 0 && reading.failure == null) {
                left = moved.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        if (reading.index < wanted) {
            throw new IllegalStateException(
                    "the list of what there is stands at " + reading.index + " of " + wanted, reading.failure);
        }
        return reading.directory;
    }

    /** Begins to build everything anew from the events, ballots and all; what is there answers until that is done. */
    Progress rebuild() {
        lock.lock();
        try {
            if (next == null) {
                var reading = new Reading(ledger.reader().lastIndex());
                next = reading;
                follow(reading, ledger.feed()::subscribe);
            }
        } finally {
            lock.unlock();
        }
        return progress();
    }

    /** How far the rebuilding has come, or that everything is built. */
    Progress progress() {
        var building = next;
        var reading = building == null ? current : building;
        return new Progress(reading.index, Math.max(reading.wanted, reading.index), building != null);
    }

    private interface Following {
        DurableFeed.Subscription begin(String name, long after, DurableFeed.Subscriber subscriber);
    }

    private void follow(Reading reading, Following following) {
        reading.following = following.begin("directory", 0, new DurableFeed.Subscriber() {
            @Override
            public void on(long index, Entry entry) {
                take(reading, entry);
                reading.index = index;
                moved(reading);
            }

            @Override
            public void caughtUp(long index) {
                reading.index = index;
                moved(reading);
            }

            @Override
            public void failed(RuntimeException cause) {
                LOG.error("the list of what there is cannot be kept", cause);
                reading.failure = cause;
                moved(reading);
            }
        });
    }

    private void moved(Reading reading) {
        DurableFeed.Subscription over = null;
        lock.lock();
        try {
            if (reading == next && (reading.index >= reading.wanted || reading.failure != null)) {
                next = null;
                if (reading.failure == null) {
                    over = current.following;
                    current = reading;
                    views.clear();
                }
            }
            moved.signalAll();
        } finally {
            lock.unlock();
        }
        if (over != null) {
            over.close();
        }
    }

    private static void take(Reading reading, Entry entry) {
        var id = entry.stream().id();
        switch (entry.stream().kind()) {
            case ASSEMBLY -> reading.directory.apply(new AssemblyId(id), entry.ofAssembly());
            case SESSION ->
                reading.directory.apply(new SessionId(id), entry.ofSession().event());
        }
    }

    @Override
    public void start() {
        follow(current, ledger.feed()::subscribeToOthers);
    }

    @Override
    public void stop() {
        for (var reading : new Reading[] {current, next}) {
            var following = reading == null ? null : reading.following;
            if (following != null) {
                following.close();
                reading.following = null;
            }
        }
    }

    @Override
    public boolean isRunning() {
        return current.following != null;
    }
}
