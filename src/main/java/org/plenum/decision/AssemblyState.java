package org.plenum.decision;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plenum.event.AssemblyEvent;
import org.plenum.event.AssemblyEvent.AssemblyFounded;
import org.plenum.event.AssemblyEvent.RulesAdopted;
import org.plenum.event.AssemblyEvent.SeatChanged;
import org.plenum.event.AssemblyEvent.SeatRemoved;
import org.plenum.event.AssemblyEvent.SeatsAdded;
import org.plenum.event.Recorded;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.SeatId;

/** What an assembly's events amount to. It changes only by {@link #evolve}; one thread at a time may use it. */
public final class AssemblyState {
    private @Nullable AssemblyFounded founded;
    private final Map<SeatId, Seat> seats = new LinkedHashMap<>();
    private @Nullable RulesOfProcedure rules;
    private long position;
    private @Nullable Instant lastRecordedAt;

    /** Whether the assembly exists. */
    public boolean isFounded() {
        return founded != null;
    }

    /** Its name; it must exist. */
    public String name() {
        return Objects.requireNonNull(founded, "the assembly is not founded").name();
    }

    /** Its seats, in the order of the roll. */
    public Map<SeatId, Seat> seats() {
        return seats;
    }

    /** The rules it has stated, or null where it has stated none. */
    public @Nullable RulesOfProcedure rules() {
        return rules;
    }

    /** The position of the last event; 0 before the first. */
    public long position() {
        return position;
    }

    /** When an event accepted now is recorded: now, but never before the last one, even if the clock steps back. */
    public Instant recordingTime(Instant now) {
        return lastRecordedAt != null && lastRecordedAt.isAfter(now) ? lastRecordedAt : now;
    }

    /** Takes in the next event. */
    public void evolve(Recorded<? extends AssemblyEvent> recorded) {
        position = recorded.position();
        lastRecordedAt = recorded.recordedAt();
        switch (recorded.event()) {
            case AssemblyFounded e -> founded = e;
            case SeatsAdded e -> e.seats().forEach(seat -> seats.put(seat.id(), seat));
            case SeatChanged e -> seats.put(e.seat().id(), e.seat());
            case SeatRemoved e -> seats.remove(e.seat());
            case RulesAdopted e -> rules = e.rules();
        }
    }
}
