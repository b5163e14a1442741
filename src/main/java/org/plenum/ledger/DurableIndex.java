package org.plenum.ledger;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Up to which index the ledger lasts, and the latest entries up to there, so that followers need not read them again. */
final class DurableIndex {
    private static final int KEPT = 4_096;

    private record Kept(long index, Entry entry) {}

    private final AtomicReferenceArray<@Nullable Kept> latest = new AtomicReferenceArray<>(KEPT);
    private volatile long index;

    /** The last index that lasts. */
    long get() {
        return index;
    }

    /** The entry at an index, if it is among the latest. */
    @Nullable Entry latest(long at) {
        var kept = latest.get((int) (at % KEPT));
        return kept != null && kept.index() == at ? kept.entry() : null;
    }

    /** These entries, the first of which has this index, last. */
    void advance(long first, List<Entry> entries) {
        for (var i = Math.max(0, entries.size() - KEPT); i < entries.size(); i++) {
            latest.set((int) ((first + i) % KEPT), new Kept(first + i, entries.get(i)));
        }
        advanceTo(first + entries.size() - 1);
    }

    /** Everything up to an index lasts. */
    synchronized void advanceTo(long lasting) {
        if (lasting > index) {
            index = lasting;
            notifyAll();
        }
    }

    /**
     * Waits until something after an index lasts, the one who waits gives up, or the time is over.
     *
     * @param millis how long at most; 0 without a bound
     */
    synchronized void awaitAfter(long known, BooleanSupplier givenUp, long millis) throws InterruptedException {
        while (index <= known && !givenUp.getAsBoolean()) {
            wait(millis);
            if (millis > 0) {
                return;
            }
        }
    }

    /** Waits some milliseconds, or until the one who waits gives up. */
    synchronized void pause(long millis, BooleanSupplier givenUp) throws InterruptedException {
        var end = System.nanoTime() + millis * 1_000_000;
        for (var left = millis; left > 0 && !givenUp.getAsBoolean(); left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }

    /** Has everyone who waits look whether to give up. */
    synchronized void wake() {
        notifyAll();
    }
}
