package org.plenum.event;

import java.util.List;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.SeatId;

/** What can happen to an assembly: a standing body with seats and rules of procedure. */
public sealed interface AssemblyEvent extends Event {

    /** The body exists from here on. */
    @Stored(name = "AssemblyFounded")
    record AssemblyFounded(AssemblyId assembly, String name) implements AssemblyEvent {}

    /** Seats join the roll, in this order. A large roll takes several of these. */
    @Stored(name = "SeatsAdded")
    record SeatsAdded(List<Seat> seats) implements AssemblyEvent {}

    /** A seat's name, weight, population, office, vote or usual delegate is another from here on. */
    @Stored(name = "SeatChanged")
    record SeatChanged(Seat seat) implements AssemblyEvent {}

    /** A seat is no longer on the roll. */
    @Stored(name = "SeatRemoved")
    record SeatRemoved(SeatId seat) implements AssemblyEvent {}

    /** The assembly decides and counts by these rules from here on. */
    @Stored(name = "RulesAdopted")
    record RulesAdopted(RulesOfProcedure rules) implements AssemblyEvent {}
}
