package org.plenum.ledger;

import java.time.Instant;
import org.plenum.command.Refusal;
import org.plenum.event.Event;

/** What the ledger answers to a command. It is given only when what it tells would survive a power cut. */
public sealed interface Answer {
    /**
     * Accepted and recorded. A repetition of the same command is answered the same.
     *
     * @param first its first entry
     * @param entries how many entries it made, one after another
     */
    record Accepted(Entry first, int entries) implements Answer {
        /** The position of its first entry. */
        public long position() {
            return first.position();
        }

        /** The position of its last entry. */
        public long lastPosition() {
            return first.position() + entries - 1;
        }

        /** When it was recorded. */
        public Instant recordedAt() {
            return first.recorded().recordedAt();
        }

        /** The hash of its first entry. */
        public EntryHash entryHash() {
            return first.hash();
        }

        /** The event of its first entry. */
        public Event event() {
            return first.recorded().event();
        }
    }

    /** Right, and there is nothing to record. */
    record NothingToRecord() implements Answer {}

    /** Refused; nothing was recorded. */
    record Refused(Refusal refusal) implements Answer {}

    /** Could not be recorded, for a reason that lies in the ledger; nothing was. It may be given again. */
    record NotRecorded(Reason reason, String detail) implements Answer {}

    /** It may or may not be recorded: storage failed at the last step. Given again with its key, it is never doubled. */
    record Uncertain(String detail) implements Answer {}

    /** Why a command could not be recorded. */
    enum Reason {
        /** The ledger takes no commands any more: it could not make sure that what it recorded lasts. */
        HALTED,
        /** The ledger is closed or closing. */
        CLOSED,
        /** Too many commands wait for this stream. */
        BUSY,
        /** Something failed while it was decided or stored. */
        FAILED
    }
}
