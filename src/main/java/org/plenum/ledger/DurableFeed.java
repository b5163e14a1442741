package org.plenum.ledger;

/**
 * Follows the ledger. Entries come in the order of the ledger, each once, without a gap, and only when they would survive
 * a power cut.
 */
public interface DurableFeed {
    /** Who follows. It is called by one thread of its own; while it works, others are not held up. */
    interface Subscriber {
        /**
         * The next entry.
         *
         * @param index its place in the order of the whole ledger
         */
        void on(long index, Entry entry);

        /**
         * The next entry, where it comes from storage. Whoever has no use for it may leave it unread; it counts as handed
         * over.
         */
        default void on(StoredLine stored) {
            on(stored.index(), Entries.read(stored));
        }

        /**
         * Everything there is has been handed over; more may come.
         *
         * @param index up to where that is
         */
        default void caughtUp(long index) {}

        /** Following has ended because of this: an entry could not be read, or the subscriber threw it. */
        void failed(RuntimeException cause);
    }

    /** Ends the following. */
    interface Subscription extends AutoCloseable {
        /** No entry is handed over once this has returned, except where the subscriber itself calls it. */
        @Override
        void close();
    }

    /**
     * Begins to follow, from after an index: 0 for the whole ledger, {@link EventReader#lastIndex()} for what comes.
     *
     * @param name names the following in thread dumps and logs
     */
    Subscription subscribe(String name, long after, Subscriber subscriber);

    /** The same, for whoever has no use for ballots: they are passed over, and those in storage are not even read. */
    Subscription subscribeToOthers(String name, long after, Subscriber subscriber);
}
