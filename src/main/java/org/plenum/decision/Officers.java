package org.plenum.decision;

import static org.plenum.vocabulary.SessionStage.ADJOURNED;
import static org.plenum.vocabulary.SessionStage.CONVENED;
import static org.plenum.vocabulary.SessionStage.OPEN;
import static org.plenum.vocabulary.SessionStage.SUSPENDED;

import java.util.HashSet;
import org.plenum.command.Refusal;
import org.plenum.command.SessionCommand.AppointScrutineers;
import org.plenum.command.SessionCommand.HandOverChair;
import org.plenum.command.SessionCommand.NoteAttendee;
import org.plenum.command.SessionCommand.ReplaceClerk;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.AttendeeNoted;
import org.plenum.event.SessionEvent.ChairTaken;
import org.plenum.event.SessionEvent.ClerkReplaced;
import org.plenum.event.SessionEvent.ScrutineersAppointed;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.SeatId;

/** Who presides, who records, who helps to count, and who else attends. */
final class Officers {
    private Officers() {}

    static Decision<SessionEvent> noteAttendee(SessionState state, NoteAttendee c, Ruling ruling) {
        return ruling.during(CONVENED, OPEN, SUSPENDED, ADJOURNED)
                .inTime()
                .then(() -> new AttendeeNoted(c.name(), c.role(), c.affiliation(), c.present()));
    }

    static Decision<SessionEvent> handOverChair(SessionState state, HandOverChair c, Ruling ruling) {
        takesOver(state, c.chair(), ruling);
        return ruling.then(() -> new ChairTaken(c.chair()));
    }

    static Decision<SessionEvent> replaceClerk(SessionState state, ReplaceClerk c, Ruling ruling) {
        takesOver(state, c.clerk(), ruling);
        return ruling.then(() -> new ClerkReplaced(c.clerk()));
    }

    private static void takesOver(SessionState state, Participant who, Ruling ruling) {
        ruling.during(CONVENED, OPEN, SUSPENDED).inTime();
        switch (who) {
            case Participant.OfSeat(var seat) ->
                ruling.enrolled(seat).forbid(!state.isThere(who), () -> new Refusal.NotPresent(seat));
            case Participant.Named(var name) ->
                ruling.forbid(!state.isThere(who), () -> new Refusal.AttendeeNotPresent(name));
        }
    }

    static Decision<SessionEvent> appointScrutineers(SessionState state, AppointScrutineers c, Ruling ruling) {
        ruling.during(CONVENED, OPEN, SUSPENDED).inTime();
        ruling.forbid(c.seats().isEmpty(), Refusal.NoSeats::new);
        var named = new HashSet<SeatId>();
        for (var seat : c.seats()) {
            ruling.enrolled(seat)
                    .forbid(!named.add(seat), () -> new Refusal.SeatNamedTwice(seat))
                    .forbid(!state.isThere(new Participant.OfSeat(seat)), () -> new Refusal.NotPresent(seat));
        }
        return ruling.then(() -> new ScrutineersAppointed(c.seats()));
    }
}
