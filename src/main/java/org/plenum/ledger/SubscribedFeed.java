package org.plenum.ledger;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.plenum.event.SessionEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands durable entries to those who follow, each at its own pace: the latest from memory, older ones from storage. */
final class SubscribedFeed implements DurableFeed, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SubscribedFeed.class);

    /** How long the entries of other nodes may go unnoticed. */
    private static final long LOOK_AGAIN_MILLIS = 200;

    /** How long a database that does not answer is left alone before it is asked again. */
    private static final long AWAY_MILLIS = 500;

    private final DurableIndex durable;
    private final EventReader reader;
    private final long lookAgain;
    private final Set<Following> followings = ConcurrentHashMap.newKeySet();

    /**
     * Makes a feed.
     *
     * @param shared whether other nodes write too, so that what is new has to be looked for now and then
     */
    SubscribedFeed(DurableIndex durable, EventReader reader, boolean shared) {
        this.durable = durable;
        this.reader = reader;
        this.lookAgain = shared ? LOOK_AGAIN_MILLIS : 0;
    }

    @Override
    public Subscription subscribe(String name, long after, Subscriber subscriber) {
        return begin(new Following(name, after, true, subscriber));
    }

    @Override
    public Subscription subscribeToOthers(String name, long after, Subscriber subscriber) {
        return begin(new Following(name, after, false, subscriber));
    }

    private Subscription begin(Following following) {
        followings.add(following);
        following.thread.start();
        return following;
    }

    /** Ends every following. */
    @Override
    public void close() {
        followings.forEach(Following::close);
    }

    private final class Following implements Subscription {
        private final String name;
        private final boolean ballots;
        private final Subscriber subscriber;
        private final Thread thread;
        private long index;
        private volatile boolean closed;

        Following(String name, long after, boolean ballots, Subscriber subscriber) {
            this.name = name;
            this.ballots = ballots;
            this.subscriber = subscriber;
            this.index = after;
            this.thread = Thread.ofVirtual().name("ledger-feed-" + name).unstarted(this::follow);
        }

        private void follow() {
            try {
                while (!closed) {
                    try {
                        handOver(reader.lastIndex());
                    } catch (StorageFailed e) {
                        // A database may go away and come back; what it holds is read then.
                        LOG.warn("{} cannot read on from index {}, and tries again", name, index, e);
                        durable.pause(AWAY_MILLIS, () -> closed);
                        continue;
                    }
                    if (!closed) {
                        subscriber.caughtUp(index);
                        durable.awaitAfter(index, () -> closed, lookAgain);
                    }
                }
            } catch (InterruptedException | RuntimeException e) {
                if (!closed) {
                    LOG.error("{} follows no longer", name, e);
                    subscriber.failed(e instanceof RuntimeException failure ? failure : new IllegalStateException(e));
                }
            } finally {
                followings.remove(this);
            }
        }

        private void handOver(long to) {
            while (index < to && !closed) {
                var entry = durable.latest(index + 1);
                if (entry == null && !ballots) {
                    reader.readOthers(index, to, this::onOther);
                    index = closed ? index : to;
                } else if (entry == null) {
                    var end = Math.min(to, index + EntryTable.PAGE);
                    reader.readLines(index, end, this::on);
                    if (index < end && !closed) {
                        throw missing(index + 1);
                    }
                } else {
                    on(entry);
                }
            }
        }

        private void on(StoredLine line) {
            if (closed) {
                return;
            }
            if (line.index() != index + 1) {
                throw missing(index + 1);
            }
            subscriber.on(line);
            index++;
        }

        private void onOther(StoredLine line) {
            if (!closed) {
                subscriber.on(line);
                index = line.index();
            }
        }

        private static IllegalStateException missing(long index) {
            return new IllegalStateException("the entry with index " + index + " is missing from the ledger");
        }

        private void on(Entry entry) {
            if (!closed) {
                if (ballots || !(entry.recorded().event() instanceof SessionEvent.Ballot)) {
                    subscriber.on(index + 1, entry);
                }
                index++;
            }
        }

        @Override
        public void close() {
            // Never by an interrupt: one that meets the database while it reads closes its file.
            closed = true;
            durable.wake();
            if (Thread.currentThread() != thread) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
