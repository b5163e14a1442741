package org.plenum.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.SeatId;

/** What may be asked of an assembly. */
public sealed interface AssemblyCommand extends Command {
    /** The assembly concerned. */
    AssemblyId assembly();

    /** A new body, with its seats and, where it has stated any, its rules. */
    record FoundAssembly(
            AssemblyId assembly,
            String name,
            List<Seat> seats,
            @Nullable RulesOfProcedure rules) implements AssemblyCommand {}

    /** The assembly counts by these rules. */
    record AdoptRules(AssemblyId assembly, RulesOfProcedure rules) implements AssemblyCommand {}

    /** More seats. */
    record AddSeats(AssemblyId assembly, List<Seat> seats) implements AssemblyCommand {}

    /** A seat is now this. */
    record ChangeSeat(AssemblyId assembly, Seat seat) implements AssemblyCommand {}

    /** A seat is no more. */
    record RemoveSeat(AssemblyId assembly, SeatId seat) implements AssemblyCommand {}
}
