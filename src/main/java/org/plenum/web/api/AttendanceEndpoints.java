package org.plenum.web.api;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.POST;

import java.util.List;
import org.plenum.command.Refusal.*;
import org.plenum.command.SessionCommand.*;
import org.plenum.vocabulary.Delegate;
import org.plenum.vocabulary.Mode;

/** Which seats are there: the roll, arrivals and departures, modes, delegates, proxies. */
final class AttendanceEndpoints {
    /** A seat that answered: its identifier alone, or with how it is there. */
    private static final Kind<RollEntry> ANSWERED_WITH = Kind.object("RollEntry", fields -> {
        var seat = fields.required("seat", Kinds.SEAT);
        var mode = fields.optional("mode", Kinds.MODE);
        var delegate = Forms.delegate(fields);
        return () -> new RollEntry(seat.get(), mode.or(Mode.NOT_STATED), delegate.get());
    });

    private static final Kind<RollEntry> ANSWERED = new Kind<>(
            place -> {
                if (!place.value().isString()) {
                    return ANSWERED_WITH.reader().read(place);
                }
                var seat = Kinds.SEAT.reader().read(place);
                return seat == null ? null : new RollEntry(seat, Mode.NOT_STATED, null);
            },
            new Shape.OneOf(List.of(Kinds.SEAT.shape(), ANSWERED_WITH.shape())));

    private AttendanceEndpoints() {}

    static List<Endpoint> commands(CommandDesk desk) {
        return List.of(
                callRoll(desk),
                arrive(desk),
                depart(desk),
                changeMode(desk),
                replaceDelegate(desk),
                giveProxy(desk),
                revokeProxy(desk));
    }

    private static Endpoint callRoll(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, POST, "/roll-calls", CallRoll.class)
                .does("Calls the roll: those named are there, all others are not.")
                .refusing(
                        UnknownSeat.class,
                        SeatNamedTwice.class,
                        AnotherVoteOpen.class,
                        PersonActsForAnother.class,
                        RemoteNotAllowed.class)
                .asking((asked, session) -> {
                    var present = asked.required("present", Kind.list(ANSWERED));
                    var absent = asked.optional("absent", Kind.list(Kinds.SEAT));
                    return () -> new CallRoll(session.get(), present.get(), absent.or(List.of()));
                });
    }

    private static Endpoint arrive(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, POST, "/arrivals", RegisterArrival.class)
                .does("Registers that a seat arrives.")
                .refusing(
                        UnknownSeat.class,
                        AlreadyPresent.class,
                        PersonActsForAnother.class,
                        RemoteNotAllowed.class,
                        TimeBeforeEarlierEvent.class)
                .asking((asked, session) -> {
                    var seat = asked.required("seat", Kinds.SEAT);
                    var mode = asked.optional("mode", Kinds.MODE);
                    var delegate = Forms.delegate(asked);
                    return () ->
                            new RegisterArrival(session.get(), seat.get(), mode.or(Mode.NOT_STATED), delegate.get());
                });
    }

    private static Endpoint depart(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, POST, "/departures", RegisterDeparture.class)
                .does("Registers that a seat leaves. A ballot that it has cast stays.")
                .refusing(UnknownSeat.class, NotPresent.class, TimeBeforeEarlierEvent.class)
                .asking((asked, session) -> {
                    var seat = asked.required("seat", Kinds.SEAT);
                    var reason = asked.optional("reason", Kinds.TEXT);
                    return () -> new RegisterDeparture(session.get(), seat.get(), reason.orNull());
                });
    }

    private static Endpoint changeMode(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, POST, "/mode-changes", ChangeMode.class)
                .does("Registers that a present seat goes on in another mode.")
                .refusing(
                        UnknownSeat.class,
                        NotPresent.class,
                        RemoteNotAllowed.class,
                        AlreadySo.class,
                        TimeBeforeEarlierEvent.class)
                .asking((asked, session) -> {
                    var seat = asked.required("seat", Kinds.SEAT);
                    var mode = asked.required("mode", Kinds.MODE);
                    return () -> new ChangeMode(session.get(), seat.get(), mode.get());
                });
    }

    private static Endpoint replaceDelegate(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, POST, "/delegate-changes", ReplaceDelegate.class)
                .does("Registers that another person acts for a present seat.")
                .refusing(
                        UnknownSeat.class,
                        NotPresent.class,
                        PersonActsForAnother.class,
                        AlreadySo.class,
                        TimeBeforeEarlierEvent.class)
                .asking((asked, session) -> {
                    var seat = asked.required("seat", Kinds.SEAT);
                    var delegate = asked.required("delegate", Kinds.name("delegate", "who acts for the seat now"));
                    var role = asked.optional("role", Kinds.ROLE);
                    var credential = asked.optional("credential", Kinds.CREDENTIAL);
                    return () -> new ReplaceDelegate(
                            session.get(),
                            seat.get(),
                            new Delegate(delegate.get(), role.orNull(), credential.orNull()));
                });
    }

    private static Endpoint giveProxy(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, POST, "/proxies", GiveProxy.class)
                .does("Has an absent seat represented by a present one.")
                .refusing(
                        UnknownSeat.class,
                        ProxiesNotAllowed.class,
                        ProxyCapReached.class,
                        ProxyGiverPresent.class,
                        ProxyHolderAbsent.class,
                        ProxyChain.class,
                        ProxyAlreadyGiven.class)
                .asking((asked, session) -> {
                    var from = asked.required("from", Kinds.SEAT);
                    var to = asked.required("to", Kinds.SEAT);
                    return () -> new GiveProxy(session.get(), from.get(), to.get());
                });
    }

    private static Endpoint revokeProxy(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, DELETE, "/proxies/{from}", RevokeProxy.class)
                .does("Takes a proxy back.")
                .refusing(UnknownSeat.class, NoSuchProxy.class)
                .asking((asked, session) -> {
                    var from = asked.path("from", Kinds.SEAT);
                    return () -> new RevokeProxy(session.get(), from.get());
                });
    }
}
