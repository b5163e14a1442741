package org.plenum.ledger;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.plenum.command.Command;
import org.plenum.command.Refusal;
import org.plenum.decision.Decision;
import org.plenum.event.Event;

/** An aggregate that only loads, decides and appends: its state and its decisions are plain Java of {@code decision}. */
abstract class StreamAggregate<E extends Event> {
    @AggregateIdentifier
    private final String stream;

    /** The stream's last entry; its hash is asked for when the next one is chained to it, not at every entry of a fold. */
    private @Nullable Entry head;

    StreamAggregate(String stream) {
        this.stream = stream;
    }

    /** Decides what was given and applies what follows from it: all of it or nothing. */
    Verdict answer(Given given, Tools tools) {
        // Stored and told to the microsecond, so decided to the microsecond.
        var now = tools.clock().instant().truncatedTo(ChronoUnit.MICROS);
        var mark = given.mark();
        var made = new ArrayList<Entry>();
        for (var at = 0; at < given.parts().size(); at++) {
            var part = given.parts().get(at);
            var refusal = switch (decide(part, now, tools)) {
                case Decision.Refused<E>(var refused) -> refused;
                case Decision.Accepted<E> accepted -> record(part, accepted, now, tools, mark, made);
            };
            if (refusal != null) {
                return refuse(refusal, at);
            }
        }
        if (mark != null) {
            mark.entries(made.size());
        }
        return new Verdict.Accepted(made);
    }

    private static Verdict refuse(Refusal refusal, int at) {
        if (at == 0) {
            return new Verdict.Refused(refusal);
        }
        // What those before it did is in the state already; only a rollback takes it out.
        throw new RefusedTogether(refusal, at);
    }

    private @Nullable Refusal record(
            Given.Part part,
            Decision.Accepted<E> accepted,
            Instant now,
            Tools tools,
            @Nullable CommandMark mark,
            List<Entry> made) {
        List<Entry> entries;
        try {
            entries = tools.sealer()
                    .seal(
                            StreamId.parse(stream),
                            position(),
                            head == null ? null : head.hash(),
                            recordingTime(now),
                            part.actor(),
                            accepted.facts());
        } catch (EntryTooLarge e) {
            return new Refusal.EntryTooLarge(e.event(), e.bytes(), EntryJson.LONGEST);
        }
        alongside(accepted, tools);
        if (mark != null && accepted.deposit() != null) {
            mark.goBlind();
        }
        for (var entry : entries) {
            apply(
                    entry,
                    mark == null || !made.isEmpty() ? MetaData.emptyInstance() : MetaData.with(CommandMark.NAME, mark));
            made.add(entry);
        }
        return null;
    }

    @EventSourcingHandler
    final void on(Entry entry) {
        evolve(entry);
        head = entry;
    }

    /** The position of the last entry; 0 before the first. */
    abstract long position();

    abstract Instant recordingTime(Instant now);

    abstract Decision<E> decide(Given.Part part, Instant now, Tools tools);

    /** What must happen in the same transaction as what was accepted; nothing, usually. */
    void alongside(Decision.Accepted<E> accepted, Tools tools) {}

    abstract void evolve(Entry entry);

    static IllegalArgumentException notMine(Command command) {
        return new IllegalArgumentException(command.getClass() + " came to the wrong aggregate");
    }
}
