package org.plenum.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds back what may be told only once it lasts. Whoever has committed hands over what waits for that; one thread syncs
 * for all that wait, again and again while anybody does, and a second one tells, so that the next sync need not wait for
 * the telling. A sync serves only what was handed over before it began.
 */
final class DurabilityBarrier implements AutoCloseable {
    /** Something that waits until everything committed before it was handed over lasts. */
    interface Waiting {
        /** It lasts. */
        void lasts();

        /** Nobody can say whether it does. */
        void uncertain(String why);
    }

    private static final Logger LOG = LoggerFactory.getLogger(DurabilityBarrier.class);

    private final Durability durability;
    private final Consumer<SQLException> onFailure;
    private final List<HandedOver> waiting = new ArrayList<>();
    private final LinkedBlockingQueue<List<HandedOver>> lasting = new LinkedBlockingQueue<>();
    private final Thread syncing;
    private final Thread telling;
    private boolean dirty;
    private boolean closing;
    private @Nullable String broken;
    private volatile @Nullable DatabaseLife life;

    /** What waits, and the life of the database in which it was committed; null where it has committed nothing. */
    private record HandedOver(Waiting one, @Nullable DatabaseLife committedIn) {}

    DurabilityBarrier(Durability durability, Consumer<SQLException> onFailure) {
        this.durability = durability;
        this.onFailure = onFailure;
        this.syncing = Thread.ofPlatform().name("ledger-sync").daemon().unstarted(this::syncAgainAndAgain);
        this.telling = Thread.ofPlatform().name("ledger-tell").daemon().unstarted(this::tellInOrder);
    }

    /** Begins to sync. */
    void start() {
        syncing.start();
        telling.start();
    }

    /** Hands over something that waits for a commit made before, in this life of the database. */
    void afterSync(Waiting one, DatabaseLife committedIn) {
        handOver(new HandedOver(one, committedIn), true);
    }

    /** Hands over something that has committed nothing itself, and waits for whatever was handed over before it. */
    void inOrder(Waiting one) {
        handOver(new HandedOver(one, null), false);
    }

    /**
     * Completes when everything committed before the call lasts that was committed in the life of the database which it
     * returns. What was committed in an earlier life may be gone.
     */
    CompletableFuture<DatabaseLife> synced() {
        var synced = new CompletableFuture<DatabaseLife>();
        var waits = new Waiting() {
            @Override
            public void lasts() {
                synced.complete(Objects.requireNonNull(life));
            }

            @Override
            public void uncertain(String why) {
                synced.completeExceptionally(new StorageFailed("the ledger cannot be synced", new SQLException(why)));
            }
        };
        handOver(new HandedOver(waits, null), true);
        return synced;
    }

    /**
     * Waits for {@link #synced}.
     *
     * @throws StorageFailed if nobody can say whether it lasts
     */
    DatabaseLife awaitSynced() {
        try {
            return synced().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof StorageFailed cause ? cause : failed;
        }
    }

    private void handOver(HandedOver one, boolean needsSync) {
        String why;
        synchronized (waiting) {
            why = broken;
            if (why == null && !closing) {
                waiting.add(one);
                dirty |= needsSync;
                waiting.notifyAll();
                return;
            }
        }
        one.one().uncertain(why == null ? "the ledger is closed" : why);
    }

    private void syncAgainAndAgain() {
        while (true) {
            List<HandedOver> served;
            boolean needed;
            synchronized (waiting) {
                while (waiting.isEmpty() && !closing) {
                    try {
                        waiting.wait();
                    } catch (InterruptedException e) {
                        closing = true;
                    }
                }
                if (waiting.isEmpty()) {
                    lasting.add(List.of());
                    return;
                }
                served = List.copyOf(waiting);
                waiting.clear();
                needed = dirty;
                dirty = false;
            }
            try {
                if (needed) {
                    checkLives(served, durability.sync());
                }
                lasting.add(served);
            } catch (SQLException | RuntimeException e) {
                fail(served, e instanceof SQLException sql ? sql : new SQLException(e));
                return;
            }
        }
    }

    private void checkLives(List<HandedOver> served, DatabaseLife now) throws SQLException {
        life = now;
        for (var each : served) {
            if (each.committedIn() != null && !now.equals(each.committedIn())) {
                throw new SQLException("the database has started again since something was committed");
            }
        }
    }

    private void fail(List<HandedOver> served, SQLException cause) {
        var why = "what was recorded may not last: " + cause.getMessage();
        // First, so that nobody is told of it by a ledger that still takes commands.
        onFailure.accept(cause);
        List<HandedOver> all = new ArrayList<>(served);
        synchronized (waiting) {
            broken = why;
            all.addAll(waiting);
            waiting.clear();
        }
        all.forEach(each -> each.one().uncertain(why));
        lasting.add(List.of());
    }

    private void tellInOrder() {
        try {
            // An empty list marks the end.
            for (var served = lasting.take(); !served.isEmpty(); served = lasting.take()) {
                served.forEach(DurabilityBarrier::tell);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tell(HandedOver each) {
        try {
            each.one().lasts();
        } catch (RuntimeException e) {
            LOG.error("somebody could not be told what was recorded", e);
        }
    }

    /** Serves all that wait, and stops. */
    @Override
    public void close() {
        synchronized (waiting) {
            closing = true;
            waiting.notifyAll();
        }
        join(syncing);
        join(telling);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
