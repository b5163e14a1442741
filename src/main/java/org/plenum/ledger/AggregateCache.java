package org.plenum.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.jspecify.annotations.Nullable;

/** Aggregates in memory, the least recently used given up first. Bounded by the events they stand for, not by number. */
final class AggregateCache<T> {
    private static final long MOST_EVENTS = 400_000;

    /** What an aggregate takes besides its events, told in events. */
    private static final long OWN = 200;

    private record Held<T>(EventSourcedAggregate<T> aggregate, long weight) {}

    private final Map<String, Held<T>> held = new LinkedHashMap<>(64, 0.75f, true);
    private long weight;

    synchronized @Nullable EventSourcedAggregate<T> get(String stream) {
        var found = held.get(stream);
        return found == null ? null : found.aggregate();
    }

    synchronized void put(String stream, EventSourcedAggregate<T> aggregate) {
        remove(stream);
        var version = aggregate.version();
        var added = new Held<>(aggregate, OWN + (version == null ? 0 : version));
        held.put(stream, added);
        weight += added.weight();
        var oldest = held.entrySet().iterator();
        while (weight > MOST_EVENTS && held.size() > 1) {
            weight -= oldest.next().getValue().weight();
            oldest.remove();
        }
    }

    synchronized void remove(String stream) {
        var removed = held.remove(stream);
        if (removed != null) {
            weight -= removed.weight();
        }
    }

    synchronized int size() {
        return held.size();
    }
}
