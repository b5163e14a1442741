package org.plenum.ledger;

import java.util.List;
import org.plenum.command.Refusal;

/** What an aggregate made of a command: entries, perhaps none, or a refusal. */
sealed interface Verdict {
    record Accepted(List<Entry> entries) implements Verdict {
        public Accepted {
            entries = List.copyOf(entries);
        }
    }

    record Refused(Refusal refusal) implements Verdict {}
}
