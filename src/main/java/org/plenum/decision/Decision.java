package org.plenum.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.command.Refusal;
import org.plenum.event.Event;

/** The answer to a command. */
public sealed interface Decision<E extends Event> {
    /**
     * What happens; empty where the command is right and there is nothing to record.
     *
     * @param deposit a secret choice that goes into its urn with these facts, or null
     */
    record Accepted<E extends Event>(
            List<Fact<E>> facts, @Nullable Deposit deposit) implements Decision<E> {
        /** Keeps its own copy of the facts. */
        public Accepted {
            facts = List.copyOf(facts);
        }

        /** Facts, and nothing for an urn. */
        public Accepted(List<Fact<E>> facts) {
            this(facts, null);
        }
    }

    /** Why nothing happens. */
    record Refused<E extends Event>(Refusal refusal) implements Decision<E> {}
}
