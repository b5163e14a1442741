package org.plenum.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.Fact;
import org.plenum.event.Event;
import org.plenum.event.Recorded;
import org.plenum.vocabulary.Actor;

/** Makes the entries of a stream: gives each fact its place, its time and its salt, and chains it to the one before. */
final class Sealer {
    private final SaltSource salts;

    Sealer(SaltSource salts) {
        this.salts = salts;
    }

    /**
     * Makes the entries for the facts of one command.
     *
     * @param last the position of the stream's last entry, 0 where it has none
     * @param head the hash of that entry, null where it has none
     * @throws EntryTooLarge if one of them does not fit a line
     */
    List<Entry> seal(
            StreamId stream,
            long last,
            @Nullable EntryHash head,
            Instant recordedAt,
            Actor actor,
            List<? extends Fact<? extends Event>> facts) {
        var entries = new ArrayList<Entry>(facts.size());
        var position = last;
        var previous = head;
        for (var fact : facts) {
            position++;
            var recorded =
                    new Recorded<Event>(position, recordedAt, fact.stated(), actor, fact.findings(), fact.event());
            var entry = EntryJson.write(stream, recorded, previous, salts);
            entries.add(entry);
            previous = entry.hash();
        }
        return entries;
    }
}
