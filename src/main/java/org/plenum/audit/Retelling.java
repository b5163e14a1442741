package org.plenum.audit;

import java.io.OutputStream;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.proof.checkpoint.Checkpoint;

/** A session told anew from its events, by the fold that tells it everywhere. */
public interface Retelling {
    /**
     * Takes in the next event.
     *
     * @throws IllegalStateException if it cannot follow, or states a number that is not found again
     */
    void apply(Recorded<SessionEvent> recorded);

    /** Writes the session's report against this head of the log, as UTF-8; the stream stays open. */
    void report(Checkpoint head, OutputStream to);
}
