package org.plenum.ledger;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.plenum.command.Command;
import org.plenum.command.Refusal;
import org.plenum.decision.Decision;
import org.plenum.decision.Fact;
import org.plenum.event.Event;
import org.plenum.vocabulary.Malformed;

/** An aggregate that only loads, decides and appends: its state and its decisions are plain Java of {@code decision}. */
abstract class StreamAggregate<E extends Event> {
    @AggregateIdentifier
    private final String stream;

    private @Nullable EntryHash head;

    StreamAggregate(String stream) {
        this.stream = stream;
    }

    /** Decides a command and applies what follows from it: all of it or nothing. */
    Verdict answer(Given given, Sealer sealer, InstantSource clock) {
        // Stored and told to the microsecond, so decided to the microsecond.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return switch (decide(given, now)) {
            case Decision.Refused<E>(var refusal) -> new Verdict.Refused(refusal);
            case Decision.Accepted<E>(var facts) -> record(given, facts, recordingTime(now), sealer);
        };
    }

    private Verdict record(Given given, List<Fact<E>> facts, Instant recordedAt, Sealer sealer) {
        List<Entry> entries;
        try {
            entries = sealer.seal(
                    StreamId.parse(stream),
                    position(),
                    head,
                    recordedAt,
                    given.submission().actor(),
                    facts);
        } catch (EntryTooLarge e) {
            return new Verdict.Refused(
                    new Refusal.NotWellFormed(Malformed.Fault.TEXT_LENGTH, e.event(), Integer.toString(e.bytes())));
        }
        var mark = given.mark(entries.size());
        var metaData = mark == null ? MetaData.emptyInstance() : MetaData.with(CommandMark.NAME, mark);
        for (var entry : entries) {
            apply(entry, metaData);
            metaData = MetaData.emptyInstance();
        }
        return new Verdict.Accepted(entries);
    }

    @EventSourcingHandler
    final void on(Entry entry) {
        evolve(entry);
        head = entry.hash();
    }

    /** The position of the last entry; 0 before the first. */
    abstract long position();

    abstract Instant recordingTime(Instant now);

    abstract Decision<E> decide(Given given, Instant now);

    abstract void evolve(Entry entry);

    static IllegalArgumentException notMine(Command command) {
        return new IllegalArgumentException(command.getClass() + " came to the wrong aggregate");
    }
}
