package org.plenum.web.api;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.command.AssemblyCommand.*;
import org.plenum.command.Refusal.*;
import org.plenum.command.SessionCommand.ConveneSession;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.Provenance;
import org.plenum.vocabulary.SeatId;

/** Standing bodies: founding them, their seats and rules, and calling their sessions. */
final class AssemblyEndpoints {
    private AssemblyEndpoints() {}

    static List<Endpoint> commands(CommandDesk desk) {
        return List.of(found(desk), addSeat(desk), changeSeat(desk), removeSeat(desk), adoptRules(desk), convene(desk));
    }

    private static Endpoint found(CommandDesk desk) {
        return CommandEndpoint.at(desk, "/api/assemblies", FoundAssembly.class)
                .does("Founds an assembly, with its seats and perhaps its rules.")
                .refusing(AssemblyExists.class, NoSeats.class, SeatNamedTwice.class)
                .making(
                        asked -> {
                            var id = asked.required("id", Kinds.ASSEMBLY);
                            var name = asked.required("name", Kinds.name("name", "the assembly's name"));
                            var seats = asked.required("seats", Kind.list(Kinds.ENROLLED_SEAT));
                            var rules = asked.optional("rules", Kinds.RULES);
                            return () -> new FoundAssembly(id.get(), name.get(), seats.get(), rules.orNull());
                        },
                        found -> new CommandDesk.Made(found.assembly().value(), "/api/assemblies/" + found.assembly()));
    }

    private static Endpoint addSeat(CommandDesk desk) {
        return CommandEndpoint.ofAssembly(desk, POST, "/seats/{seat}", AddSeats.class)
                .does("Adds a seat. Sessions already convened keep their roll.")
                .refusing(SeatExists.class)
                .askingOfAssembly((asked, assembly) -> {
                    var id = asked.path("seat", Kinds.SEAT);
                    var again = asked.optional("id", Kinds.SEAT);
                    var seat = Forms.seat(asked);
                    return () -> new AddSeats(assembly.get(), List.of(seat.apply(same(id.get(), again.orNull()))));
                });
    }

    private static Endpoint changeSeat(CommandDesk desk) {
        return CommandEndpoint.ofAssembly(desk, PUT, "/seats/{seat}", ChangeSeat.class)
                .does("Puts this seat in place of what it was. Sessions already convened keep their roll.")
                .refusing(UnknownSeat.class, NothingChanges.class)
                .askingOfAssembly((asked, assembly) -> {
                    var id = asked.path("seat", Kinds.SEAT);
                    var again = asked.optional("id", Kinds.SEAT);
                    var seat = Forms.seat(asked);
                    return () -> new ChangeSeat(assembly.get(), seat.apply(same(id.get(), again.orNull())));
                });
    }

    /** A seat that is sent as it stands on a roll may repeat the identifier of its address, and no other. */
    private static SeatId same(SeatId address, @Nullable SeatId again) {
        if (again != null && !again.equals(address)) {
            throw new Malformed(Malformed.Fault.WORD, "id", again.value());
        }
        return address;
    }

    private static Endpoint removeSeat(CommandDesk desk) {
        return CommandEndpoint.ofAssembly(desk, DELETE, "/seats/{seat}", RemoveSeat.class)
                .does("Removes a seat. Sessions already convened keep their roll.")
                .refusing(UnknownSeat.class)
                .askingOfAssembly((asked, assembly) -> {
                    var id = asked.path("seat", Kinds.SEAT);
                    return () -> new RemoveSeat(assembly.get(), id.get());
                });
    }

    private static Endpoint adoptRules(CommandDesk desk) {
        return CommandEndpoint.ofAssembly(desk, PUT, "/rules", AdoptRules.class)
                .does("Adopts rules of procedure. Sessions already convened keep theirs.")
                .refusing(NothingChanges.class)
                .askingOfAssembly((asked, assembly) -> {
                    var rules = asked.whole(Kinds.RULES);
                    return () -> new AdoptRules(assembly.get(), rules.get());
                });
    }

    private static Endpoint convene(CommandDesk desk) {
        return CommandEndpoint.at(desk, "/api/assemblies/{assembly}/sessions", ConveneSession.class)
                .does("Convenes a session, with the assembly's seats and rules frozen into it.")
                .refusing(
                        UnknownAssembly.class,
                        SessionExists.class,
                        UnknownSeat.class,
                        ItemTwice.class,
                        CallMismatch.class,
                        NoSeats.class)
                .making(
                        asked -> {
                            var assembly = asked.path("assembly", Kinds.ASSEMBLY);
                            var id = asked.required("id", Kinds.SESSION);
                            var title = asked.required("title", Kinds.name("title", "the session's title"));
                            var date = asked.required("date", Kinds.DATE);
                            var zone = asked.required("zone", Kinds.ZONE);
                            var call = asked.optional("call", Kinds.CALL);
                            var secondCallOf = asked.optional("secondCallOf", Kinds.SESSION);
                            var place = asked.optional("place", Kinds.name("place", "where it sits"));
                            var scheduled = asked.optional("scheduled", Kinds.CLOCK);
                            var president = asked.optional("president", Kinds.SEAT);
                            var clerk = asked.optional("clerk", Kinds.name("clerk", "who records"));
                            var agenda = asked.required("agenda", Kinds.AGENDA);
                            var rules = asked.optional("rules", Kinds.RULES);
                            return () -> new ConveneSession(
                                    id.get(),
                                    assembly.get(),
                                    "",
                                    title.get(),
                                    date.get(),
                                    zone.get(),
                                    Provenance.LIVE,
                                    call.or(1),
                                    secondCallOf.orNull(),
                                    place.orNull(),
                                    scheduled.orNull(),
                                    president.orNull(),
                                    clerk.orNull(),
                                    null,
                                    agenda.get(),
                                    // The ledger enrols the assembly's seats, and freezes its rules where none are
                                    // given.
                                    List.of(),
                                    rules.orNull(),
                                    Map.of());
                        },
                        convened -> new CommandDesk.Made(
                                convened.session().value(), "/api/sessions/" + convened.session()));
    }
}
