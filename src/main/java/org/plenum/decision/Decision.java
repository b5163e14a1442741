package org.plenum.decision;

import java.util.List;
import org.plenum.command.Refusal;
import org.plenum.event.Event;

/** The answer to a command. */
public sealed interface Decision<E extends Event> {
    /** What happens; empty where the command is right and there is nothing to record. */
    record Accepted<E extends Event>(List<Fact<E>> facts) implements Decision<E> {
        /** Keeps its own copy of the facts. */
        public Accepted {
            facts = List.copyOf(facts);
        }
    }

    /** Why nothing happens. */
    record Refused<E extends Event>(Refusal refusal) implements Decision<E> {}
}
