package org.plenum.decision;

import static org.plenum.vocabulary.SessionStage.CONVENED;
import static org.plenum.vocabulary.SessionStage.OPEN;
import static org.plenum.vocabulary.SessionStage.SUSPENDED;

import java.util.List;
import java.util.stream.Collectors;
import org.plenum.command.Refusal;
import org.plenum.command.SessionCommand.AmendAgenda;
import org.plenum.command.SessionCommand.ApproveMinutes;
import org.plenum.command.SessionCommand.ConcludeItem;
import org.plenum.command.SessionCommand.RecordNote;
import org.plenum.command.SessionCommand.RecordStatement;
import org.plenum.command.SessionCommand.TakeUpItem;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.AgendaAmended;
import org.plenum.event.SessionEvent.ItemConcluded;
import org.plenum.event.SessionEvent.ItemTakenUp;
import org.plenum.event.SessionEvent.MinutesApproved;
import org.plenum.event.SessionEvent.NoteRecorded;
import org.plenum.event.SessionEvent.StatementRecorded;
import org.plenum.vocabulary.AgendaItem;
import org.plenum.vocabulary.Finding;
import org.plenum.vocabulary.FindingCode;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.Participant;

/** The course of business: the agenda, its items, what is said, earlier minutes. */
final class Proceeding {
    private Proceeding() {}

    static Decision<SessionEvent> takeUp(SessionState state, TakeUpItem c, Ruling ruling) {
        return ruling.forbid(state.item(c.number()).isEmpty(), () -> new Refusal.UnknownItem(c.number()))
                .during(OPEN)
                .betweenVotes()
                .inTime()
                .then(() -> new ItemTakenUp(c.number()));
    }

    static Decision<SessionEvent> conclude(SessionState state, ConcludeItem c, Ruling ruling) {
        return ruling.forbid(state.item(c.number()).isEmpty(), () -> new Refusal.UnknownItem(c.number()))
                .during(OPEN)
                .betweenVotes()
                .inTime()
                .then(() -> new ItemConcluded(c.number(), c.how()));
    }

    static Decision<SessionEvent> amend(SessionState state, AmendAgenda c, Ruling ruling) {
        Agendas.check(c.agenda(), ruling);
        var kept = c.agenda().stream().map(AgendaItem::number).collect(Collectors.toSet());
        ruling.during(CONVENED, OPEN, SUSPENDED).betweenVotes();
        state.agenda().stream()
                .map(AgendaItem::number)
                .filter(item -> state.takenUp().contains(item) && !kept.contains(item))
                .forEach(item -> ruling.forbid(true, () -> new Refusal.ItemTakenUpAlready(item)));
        return ruling.forbid(state.agenda().equals(c.agenda()), Refusal.NothingChanges::new)
                .inTime()
                .then(() -> new AgendaAmended(c.agenda()));
    }

    static Decision<SessionEvent> record(SessionState state, RecordStatement c, Ruling ruling) {
        known(state, c.speaker(), ruling);
        return ruling.during(OPEN, SUSPENDED).inTime().then(() -> new StatementRecorded(c.speaker(), c.text()));
    }

    /** The speaker must be a seat of the roll or an attendee that was noted. */
    static void known(SessionState state, Participant speaker, Ruling ruling) {
        switch (speaker) {
            case Participant.OfSeat(var seat) -> ruling.enrolled(seat);
            case Participant.Named(var name) ->
                ruling.forbid(state.attendee(name).isEmpty(), () -> new Refusal.UnknownAttendee(name));
        }
    }

    /** A note stays with what it is about, whatever the stage: minutes also add to the closing. */
    static Decision<SessionEvent> note(SessionState state, RecordNote c, Ruling ruling) {
        if (!state.isTranscribed()) {
            return ruling.refuse(new Refusal.OnlyTranscribed());
        }
        ruling.forbid(c.about() < 1 || c.about() > state.position(), () -> new Refusal.UnknownPosition(c.about()));
        if (ruling.stands() && c.corrects()) {
            ruling.notice(new Finding(FindingCode.CORRECTED, "note", List.of(), "position " + c.about(), null));
        }
        return ruling.then(() -> new NoteRecorded(c.about(), c.text()));
    }

    static Decision<SessionEvent> approveMinutes(SessionState state, ApproveMinutes c, Ruling ruling) {
        var vote = state.vote(c.vote());
        if (vote.isEmpty()) {
            return ruling.refuse(new Refusal.UnknownVote(c.vote()));
        }
        return ruling.during(OPEN, SUSPENDED)
                .forbid(
                        vote.get().isAnnulled() || vote.get().outcome() != Outcome.CARRIED,
                        () -> new Refusal.VoteNotCarried(c.vote()))
                .inTime()
                .then(() -> new MinutesApproved(c.approved(), c.vote()));
    }
}
