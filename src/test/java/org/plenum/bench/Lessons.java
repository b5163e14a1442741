package org.plenum.bench;

/** What was learnt by measuring and still holds, as the document tells it; numbers in it are of the trials it names. */
final class Lessons {
    static final String TEXT = """
            **What stands behind the numbers.** A session has one writer. It takes what waits, at most 256 commands,
            decides each by itself, and commits them together; a sync that begins after the commit serves all who wait for
            it, on a thread of its own, while the writer goes on with the next. Nothing is answered, shown or followed
            before.

            While the design was chosen, these were tried on two processors with leaner events and an empty program around
            them; ratios matter, not numbers:

            | Tried | 32 clients, ballots/s | 256 clients, ballots/s |
            |---|---|---|
            | one command, one transaction, answers wait for a shared sync | 7,068 | 6,513 |
            | the same behind one writer for each session | 7,642 | 8,637 |
            | the writer takes all that waits into one transaction | 8,659 | 16,162 |
            | the sync on its own thread | | 18,914 |
            | without the framework's work for each command | 17,278 | 40,110 |

            **Random keys are what an append-only ledger must not index row by row.** The notary's index of entry hashes
            took more of the machine than the ballots themselves: every hash falls on another page of the index, and every
            sync writes every page that was touched. Hashes are now kept in runs of 65,536, each written once, and those
            after the last run are found in the tree's own tiles. A key that a caller gives with a command is random too,
            and must be found at once and by every node: its index stays, and the row "each with its key" above shows what
            it costs.

            **What follows the ledger must not follow it entry by entry.** The notary stores its tree twice a second and
            where a checkpoint is due, not whenever it has caught up: a fast follower catches up after every commit, and
            would commit as often. A watcher of the live stream is told at most ten times a second, a page at most
            every 80 ms; what lies between is passed over, never queued.

            **Reading is most of a replay, so what is nearly always the same is read by its bytes.** The general reader of
            JSON took two thirds of the time of a fold. Lines of open ballots, and the beginning of every line, have one
            form, written once; they are read along their bytes, and whatever is not exactly so is left to the general
            reader. A page of rows is read and understood on one core while the other folds the page before it.

            **A page must not look up what is no asset.** A resource handler for every address had each link of each page
            searched for in every jar: a third of the time of a page. The scene of a session was made anew, under one lock,
            for everybody who looked; it is made once for all who see the same. What renews itself is sent without its
            frame, and where all see it alike, it is written once.

            **A start is mostly loading classes.** The build holds a small meeting over HTTP and keeps what the virtual
            machine learns there (JDK 25's AOT cache): a start takes about half the processor time.

            **What must not grow with the session.** Whether a delegate may vote is asked of the session's first entry, not
            of a fold of all. Lists show no ballots, and read none: which entries are others is noted as they are recorded,
            so a start is ready when those are read, a hundredth of a large ledger.

            **What repeats is held once.** Most of what a million ballots say is said before: the same seats, votes, people
            and choices. Reading gives the same objects again, and votes share who was there where nobody came or went
            in between.

            **Memory is time.** A heap that is held small collects often, and a thousand screens then wait for it. The
            server's begins with 96 MB, may grow to 1 GB, and does so where collecting would take more than a fifth of the
            time: what it takes at most is therefore more than it needs. Of what it took beyond the heap, much was the
            compiler's: it needed 200 MB at once for one method of the database, and the system's allocator kept them.
            No method may have that much now, and what is free is given back.

            **After a start, nobody should be the first to ask.** A process just started folds slowly, since its code is
            not compiled yet. What is under way is therefore folded as soon as the server answers.

            **Rejected.** *Snapshots*: see the decision; a fold is fast enough, and there is nothing to keep in step.
            *Other collectors*: the serial and the parallel one let the heap grow to its bound under the same load.
            *Threads that fight for the session's lock*: as fast as one writer when few, but with a slowest hundredth several
            times as slow. *An answer before the sync, or a sync now and then*: what is acknowledged must survive a power
            cut. *H2's own delayed writing*: it loses acknowledged commits when the process is killed.
            """;

    private Lessons() {}
}
