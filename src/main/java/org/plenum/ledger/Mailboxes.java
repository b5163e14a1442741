package org.plenum.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;

/**
 * One mailbox for each stream that anything waits for, and one writer at a time for each mailbox: it takes what waits, up
 * to a bound, and hands it over as a batch. A mailbox is gone when nothing waits.
 *
 * @param <L> what stands in mailboxes
 */
final class Mailboxes<L> implements AutoCloseable {
    /** Most letters in a batch. */
    static final int BATCH = 256;

    /** Most letters that may wait in a mailbox. */
    static final int MOST_WAITING = 20_000;

    /** Each may use three of the ledger's connections while it folds a stream, and must not wait for another's. */
    private static final int MOST_WRITERS = 6;

    private static final class Mailbox<L> {
        private final ArrayDeque<L> letters = new ArrayDeque<>();
    }

    private final ConcurrentHashMap<String, Mailbox<L>> mailboxes = new ConcurrentHashMap<>();
    private final BiConsumer<String, List<L>> handler;
    private final BiPredicate<List<L>, L> mayJoin;
    private final ExecutorService writers;
    private volatile boolean closed;

    /**
     * Makes mailboxes.
     *
     * @param handler handles a batch of a stream; never called for the same stream by two threads at once
     * @param mayJoin whether a letter may be in the same batch as those before it
     */
    Mailboxes(BiConsumer<String, List<L>> handler, BiPredicate<List<L>, L> mayJoin) {
        this.handler = handler;
        this.mayJoin = mayJoin;
        var names = new AtomicInteger();
        var count = Math.clamp(Runtime.getRuntime().availableProcessors(), 4, MOST_WRITERS);
        // Threads of the system's own: callers, who are many and virtual, do not keep the writers waiting for a
        // processor.
        this.writers = Executors.newFixedThreadPool(
                count,
                task -> Thread.ofPlatform()
                        .name("ledger-writer-" + names.incrementAndGet())
                        .daemon()
                        .unstarted(task));
    }

    /** What became of a letter that was put in. */
    enum Put {
        /** It will be handled. */
        WAITS,
        /** Too many wait already. */
        FULL,
        /** Nothing is taken any more. */
        CLOSED
    }

    /** Puts a letter into a stream's mailbox. */
    Put put(String stream, L letter) {
        var put = new Put[] {Put.CLOSED};
        var isNew = new boolean[1];
        mailboxes.compute(stream, (_, mailbox) -> {
            if (closed) {
                return mailbox;
            }
            if (mailbox != null && mailbox.letters.size() >= MOST_WAITING) {
                put[0] = Put.FULL;
                return mailbox;
            }
            var box = mailbox;
            if (box == null) {
                box = new Mailbox<>();
                isNew[0] = true;
            }
            box.letters.add(letter);
            put[0] = Put.WAITS;
            return box;
        });
        if (isNew[0]) {
            writers.execute(() -> write(stream));
        }
        return put[0];
    }

    private void write(String stream) {
        var batch = take(stream);
        if (!batch.isEmpty()) {
            try {
                handler.accept(stream, batch);
            } finally {
                // To the end of the line: other streams' mailboxes have their turn.
                writers.execute(() -> write(stream));
            }
        }
    }

    /** Takes the next batch, or removes the mailbox where nothing waits. */
    private List<L> take(String stream) {
        var batch = new ArrayList<L>();
        mailboxes.computeIfPresent(stream, (_, mailbox) -> {
            while (batch.size() < BATCH
                    && !mailbox.letters.isEmpty()
                    && (batch.isEmpty() || mayJoin.test(batch, mailbox.letters.peek()))) {
                batch.add(mailbox.letters.remove());
            }
            return batch.isEmpty() ? null : mailbox;
        });
        return batch;
    }

    /** How many mailboxes there are. */
    int size() {
        return mailboxes.size();
    }

    /** Takes no more letters, and returns when all that were in have been handled. */
    @Override
    public void close() {
        closed = true;
        try {
            // A writer puts itself in line again until its mailbox is empty, so only then may the threads go.
            while (!mailboxes.isEmpty()) {
                Thread.sleep(1);
            }
            writers.shutdown();
            writers.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
