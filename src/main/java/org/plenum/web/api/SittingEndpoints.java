package org.plenum.web.api;

import static org.springframework.http.HttpMethod.POST;

import java.util.List;
import org.plenum.command.Refusal.*;
import org.plenum.command.SessionCommand.*;
import org.plenum.vocabulary.When;

/** The sitting itself: opened, paused, ended; its public, its quorum, its chair and clerk, who else attends. */
final class SittingEndpoints {
    private SittingEndpoints() {}

    static List<Endpoint> commands(CommandDesk desk) {
        return List.of(
                open(desk),
                suspend(desk),
                resume(desk),
                adjourn(desk),
                desert(desk),
                close(desk),
                publicity(desk),
                verifyQuorum(desk),
                chair(desk),
                clerk(desk),
                attendee(desk),
                scrutineers(desk));
    }

    private static Endpoint open(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, POST, "/opening", OpenSession.class)
                .does("Opens the session.")
                .asking((asked, session) -> () -> new OpenSession(session.get()));
    }

    private static Endpoint suspend(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, POST, "/suspension", SuspendSession.class)
                .does("Suspends the sitting.")
                .refusing(AnotherVoteOpen.class, TimeBeforeEarlierEvent.class)
                .asking((asked, session) -> {
                    var reason = asked.optional("reason", Kinds.TEXT);
                    return () -> new SuspendSession(session.get(), reason.orNull());
                });
    }

    private static Endpoint resume(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, POST, "/resumption", ResumeSession.class)
                .does("Goes on after a suspension or an adjournment.")
                .refusing(TimeBeforeEarlierEvent.class)
                .asking((asked, session) -> () -> new ResumeSession(session.get()));
    }

    private static Endpoint adjourn(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, POST, "/adjournment", AdjournSession.class)
                .does("Adjourns the session to another day, where known to which.")
                .refusing(AnotherVoteOpen.class, TimeBeforeEarlierEvent.class)
                .asking((asked, session) -> {
                    var to = asked.optional("to", Kinds.TIME_WORDS);
                    return () -> new AdjournSession(session.get(), new When(to.orNull(), null, null));
                });
    }

    private static Endpoint desert(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, POST, "/desertion", DeclareDeserted.class)
                .does("Declares the session deserted, for want of a quorum.")
                .refusing(QuorumIsMet.class, GraceNotOver.class, AnotherVoteOpen.class, TimeBeforeEarlierEvent.class)
                .asking((asked, session) -> {
                    var reason = asked.optional("reason", Kinds.TEXT);
                    return () -> new DeclareDeserted(session.get(), reason.orNull());
                });
    }

    private static Endpoint close(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, POST, "/closing", CloseSession.class)
                .does("Closes the session.")
                .refusing(AnotherVoteOpen.class, TimeBeforeEarlierEvent.class)
                .asking((asked, session) -> () -> new CloseSession(session.get()));
    }

    private static Endpoint publicity(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, POST, "/publicity", CloseToPublic.class, ReopenToPublic.class)
                .does("Closes the sitting to the public, or reopens it.")
                .refusing(PublicityUnchanged.class)
                .asking((asked, session) -> {
                    var closed = asked.required("closed", Kinds.FLAG);
                    var reason = asked.optional("reason", Kinds.TEXT);
                    return () -> closed.get()
                            ? new CloseToPublic(session.get(), reason.orNull())
                            : new ReopenToPublic(session.get());
                });
    }

    private static Endpoint verifyQuorum(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, POST, "/quorum-checks", VerifyQuorum.class)
                .does("Looks whether there is a quorum, and records what was found.")
                .refusing(UnknownSeat.class, NotPresent.class)
                .asking((asked, session) -> {
                    var requestedBy = asked.optional("requestedBy", Kinds.SEAT);
                    return () -> new VerifyQuorum(session.get(), requestedBy.orNull());
                });
    }

    private static Endpoint chair(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, POST, "/chair", HandOverChair.class)
                .does("Hands over the chair to a seat or an attendee who is present.")
                .refusing(UnknownSeat.class, NotPresent.class, AttendeeNotPresent.class)
                .asking((asked, session) -> {
                    var chair = Forms.participant(asked);
                    return () -> new HandOverChair(session.get(), chair.get());
                });
    }

    private static Endpoint clerk(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, POST, "/clerk", ReplaceClerk.class)
                .does("Has a seat or an attendee who is present record from here on.")
                .refusing(UnknownSeat.class, NotPresent.class, AttendeeNotPresent.class)
                .asking((asked, session) -> {
                    var clerk = Forms.participant(asked);
                    return () -> new ReplaceClerk(session.get(), clerk.get());
                });
    }

    private static Endpoint attendee(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, POST, "/attendees", NoteAttendee.class)
                .does("Notes that a person without a seat is present, or absent.")
                .asking((asked, session) -> {
                    var name = asked.required("name", Kinds.PERSON);
                    var role = asked.optional("role", Kinds.ROLE);
                    var affiliation = asked.optional("affiliation", Kinds.name("affiliation", "for whom"));
                    var present = asked.optional("present", Kinds.FLAG);
                    return () -> new NoteAttendee(
                            session.get(), name.get(), role.orNull(), affiliation.orNull(), present.or(true));
                });
    }

    private static Endpoint scrutineers(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, POST, "/scrutineers", AppointScrutineers.class)
                .does("Appoints those who help with the counting.")
                .refusing(UnknownSeat.class, NotPresent.class, NoSeats.class, SeatNamedTwice.class)
                .asking((asked, session) -> {
                    var seats = asked.required("seats", Kind.list(Kinds.SEAT));
                    return () -> new AppointScrutineers(session.get(), seats.get());
                });
    }
}
