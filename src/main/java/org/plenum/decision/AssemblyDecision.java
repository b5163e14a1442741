package org.plenum.decision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.plenum.command.AssemblyCommand;
import org.plenum.command.AssemblyCommand.AddSeats;
import org.plenum.command.AssemblyCommand.AdoptRules;
import org.plenum.command.AssemblyCommand.ChangeSeat;
import org.plenum.command.AssemblyCommand.FoundAssembly;
import org.plenum.command.AssemblyCommand.RemoveSeat;
import org.plenum.command.Refusal;
import org.plenum.command.TwoPersons;
import org.plenum.event.AssemblyEvent;
import org.plenum.event.AssemblyEvent.AssemblyFounded;
import org.plenum.event.AssemblyEvent.RulesAdopted;
import org.plenum.event.AssemblyEvent.SeatChanged;
import org.plenum.event.AssemblyEvent.SeatRemoved;
import org.plenum.event.AssemblyEvent.SeatsAdded;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.Texts;

/** What an assembly answers to a command: events, or a refusal. */
public final class AssemblyDecision {
    private AssemblyDecision() {}

    /** Decides; the state is not changed. */
    public static Decision<AssemblyEvent> decide(AssemblyState state, AssemblyCommand command) {
        try {
            if (!(command instanceof FoundAssembly) && !state.isFounded()) {
                return refuse(new Refusal.UnknownAssembly(command.assembly()));
            }
            return switch (command) {
                case FoundAssembly c -> found(state, c);
                case AdoptRules c
                when unknownIn(c.rules()).isPresent() ->
                    refuse(unknownIn(c.rules()).get());
                case AdoptRules c ->
                    c.rules().equals(state.rules())
                            ? refuse(new Refusal.NothingChanges())
                            : accept(List.of(new RulesAdopted(c.rules())));
                case AddSeats c -> add(state, c);
                case ChangeSeat c -> change(state, c);
                case RemoveSeat c ->
                    state.seats().containsKey(c.seat())
                            ? accept(List.of(new SeatRemoved(c.seat())))
                            : refuse(new Refusal.UnknownSeat(c.seat()));
            };
        } catch (Malformed malformed) {
            return refuse(new Refusal.NotWellFormed(malformed.fault(), malformed.what(), malformed.value()));
        }
    }

    private static Decision<AssemblyEvent> found(AssemblyState state, FoundAssembly c) {
        if (state.isFounded()) {
            return refuse(new Refusal.AssemblyExists(c.assembly()));
        }
        var wrong = wrongWith(c.seats()).or(() -> c.rules() == null ? Optional.empty() : unknownIn(c.rules()));
        if (wrong.isPresent()) {
            return refuse(wrong.get());
        }
        var events = new ArrayList<AssemblyEvent>();
        events.add(new AssemblyFounded(c.assembly(), Texts.name("name", c.name())));
        Chunks.ofSeats(c.seats()).forEach(seats -> events.add(new SeatsAdded(seats)));
        if (c.rules() != null) {
            events.add(new RulesAdopted(c.rules()));
        }
        return accept(events);
    }

    private static Decision<AssemblyEvent> add(AssemblyState state, AddSeats c) {
        var wrong = wrongWith(c.seats());
        if (wrong.isPresent()) {
            return refuse(wrong.get());
        }
        for (var seat : c.seats()) {
            if (state.seats().containsKey(seat.id())) {
                return refuse(new Refusal.SeatExists(seat.id()));
            }
        }
        var events = new ArrayList<AssemblyEvent>();
        Chunks.ofSeats(c.seats()).forEach(seats -> events.add(new SeatsAdded(seats)));
        return accept(events);
    }

    private static Decision<AssemblyEvent> change(AssemblyState state, ChangeSeat c) {
        var now = state.seats().get(c.seat().id());
        if (now == null) {
            return refuse(new Refusal.UnknownSeat(c.seat().id()));
        }
        return now.equals(c.seat()) ? refuse(new Refusal.NothingChanges()) : accept(List.of(new SeatChanged(c.seat())));
    }

    /** A command that rules leave to two persons and that cannot be. */
    static Optional<Refusal> unknownIn(RulesOfProcedure rules) {
        return TwoPersons.unknown(rules).stream()
                .findFirst()
                .map(name -> new Refusal.NotWellFormed(Malformed.Fault.WORD, "/twoPersons", name));
    }

    /** What is wrong with a roll: it needs a seat, and each identifier once. */
    static Optional<Refusal> wrongWith(List<Seat> seats) {
        if (seats.isEmpty()) {
            return Optional.of(new Refusal.NoSeats());
        }
        var known = new HashSet<SeatId>();
        return seats.stream()
                .map(Seat::id)
                .filter(seat -> !known.add(seat))
                .findFirst()
                .map(Refusal.SeatNamedTwice::new);
    }

    private static Decision<AssemblyEvent> accept(List<? extends AssemblyEvent> events) {
        return new Decision.Accepted<>(events.stream()
                .map(event -> new Fact<AssemblyEvent>(event, null, List.of()))
                .toList());
    }

    private static Decision<AssemblyEvent> refuse(Refusal refusal) {
        return new Decision.Refused<>(refusal);
    }
}
