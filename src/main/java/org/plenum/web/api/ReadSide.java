package org.plenum.web.api;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.plenum.event.SessionEvent;
import org.plenum.ledger.DurableFeed;
import org.plenum.ledger.Entry;
import org.plenum.ledger.Ledger;
import org.plenum.projection.directory.Directory;
import org.plenum.projection.live.SessionViews;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.SessionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What questions are answered from: the directory, kept up from the ledger's feed, and the views of sessions. Both are made
 * from events alone and can be made anew while questions go on being answered.
 */
final class ReadSide implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReadSide.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Ledger ledger;
    private final SessionViews views;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private Directory directory = new Directory();
    private long index;
    private @Nullable Following rebuilding;
    private Following following;

    /** A directory being followed, with how far it has come. */
    private final class Following implements DurableFeed.Subscriber {
        private final Directory own = new Directory();
        private final DurableFeed.Subscription subscription;
        private volatile long at;

        Following() {
            subscription = ledger.feed().subscribe("directory", 0, this);
        }

        @Override
        public void on(long next, Entry entry) {
            switch (entry.stream().kind()) {
                case ASSEMBLY -> own.apply(new AssemblyId(entry.stream().id()), entry.ofAssembly());
                case SESSION -> {
                    var session = new SessionId(entry.stream().id());
                    own.apply(session, (SessionEvent) entry.recorded().event());
                    views.changed(session);
                }
            }
            at = next;
            reached(this, next);
        }

        @Override
        public void failed(RuntimeException cause) {
            LOG.error("the directory follows the ledger no longer", cause);
        }
    }

    /** How far a rebuild has come. */
    record Progress(boolean running, long done, long total) {}

    ReadSide(Ledger ledger, SessionViews views) {
        this.ledger = ledger;
        this.views = views;
        lock.lock();
        try {
            following = new Following();
            directory = following.own;
        } finally {
            lock.unlock();
        }
    }

    private void reached(Following who, long next) {
        lock.lock();
        try {
            if (who == rebuilding && next >= index) {
                following.subscription.close();
                following = who;
                directory = who.own;
                rebuilding = null;
            }
            if (who == following) {
                index = next;
                moved.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The directory, with everything in it that was durable before the call. */
    Directory directory() {
        var wanted = ledger.reader().lastIndex();
        lock.lock();
        try {
            var left = PATIENCE.toNanos();
            while (index < wanted && left > 0) {
                left = moved.awaitNanos(left);
            }
            if (index < wanted) {
                throw new IllegalStateException("the directory is behind the ledger: " + index + " of " + wanted);
            }
            return directory;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the directory", e);
        } finally {
            lock.unlock();
        }
    }

    /** Makes everything anew from events, while questions go on being answered. */
    Progress rebuild() {
        views.clear();
        lock.lock();
        try {
            if (rebuilding == null) {
                rebuilding = new Following();
            }
        } finally {
            lock.unlock();
        }
        return progress();
    }

    /** How far the last rebuild has come. */
    Progress progress() {
        lock.lock();
        try {
            var total = ledger.reader().lastIndex();
            return rebuilding == null ? new Progress(false, index, total) : new Progress(true, rebuilding.at, total);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        following.subscription.close();
        lock.lock();
        try {
            if (rebuilding != null) {
                rebuilding.subscription.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
