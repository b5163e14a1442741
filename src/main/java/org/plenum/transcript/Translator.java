package org.plenum.transcript;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.command.AssemblyCommand.FoundAssembly;
import org.plenum.command.SessionCommand.*;
import org.plenum.decision.AssemblyState;
import org.plenum.decision.EarlierSessions;
import org.plenum.event.SessionEvent.SeatArrived;
import org.plenum.event.SessionEvent.SeatDeparted;
import org.plenum.event.SessionEvent.StatementRecorded;
import org.plenum.json.FaultyJson;
import org.plenum.vocabulary.Delegate;
import org.plenum.vocabulary.FreeText;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.Provenance;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.SheetMark;
import org.plenum.vocabulary.When;
import org.plenum.vocabulary.Words;

/** Turns a transcript into commands, step by step, rehearsing each one. */
public final class Translator {
    private final Transcript transcript;
    private final SessionId session;
    private final Rehearsal rehearsal;
    private final Set<String> noted = new HashSet<>();
    private final Map<String, DoneStep> done = new HashMap<>();
    private final VoteTranslator votes;

    private Translator(TranscriptFile file, Instant now, EarlierSessions.Lookup earlier) {
        transcript = file.transcript();
        session = transcript.session().id();
        rehearsal = new Rehearsal(file.faults(), now, earlier);
        votes = new VoteTranslator(session, rehearsal, this::note);
    }

    /**
     * Turns a file into what it asks of the ledger.
     *
     * @param existing the assembly that the file names, as the ledger knows it
     * @param now the ledger's own time
     * @param earlier where sessions that votes name are looked up
     * @throws FaultyJson with every step that no session can record
     */
    public static Plan translate(
            TranscriptFile file, AssemblyState existing, Instant now, EarlierSessions.Lookup earlier) {
        var translator = new Translator(file, now, earlier);
        translator.convene(existing.isFounded() ? existing : null);
        file.transcript().record().forEach(translator::take);
        var found = existing.isFounded() ? null : translator.found();
        return file.faults().orThrow(new Plan(translator.session, found, translator.rehearsal.told()));
    }

    private FoundAssembly found() {
        var assembly = transcript.assembly();
        return new FoundAssembly(
                assembly.id(),
                assembly.name(),
                assembly.seats().stream().map(Transcript.Seat::seat).toList(),
                assembly.rules());
    }

    private void convene(@Nullable AssemblyState existing) {
        rehearsal.begin("/session");
        var assembly = transcript.assembly();
        var sitting = transcript.session();
        // Rules that the file does not state are those that the assembly has adopted, if it has.
        var adopted = existing == null ? null : existing.rules();
        rehearsal.submit(new ConveneSession(
                session,
                assembly.id(),
                assembly.name(),
                sitting.title(),
                sitting.date(),
                sitting.zone(),
                Provenance.TRANSCRIBED,
                sitting.call(),
                sitting.secondCallOf(),
                sitting.place(),
                sitting.scheduled(),
                sitting.president(),
                sitting.clerk(),
                transcript.source(),
                transcript.agenda(),
                assembly.seats().stream().map(Transcript.Seat::seat).toList(),
                assembly.rules() == null ? adopted : assembly.rules(),
                sheet()));
        for (var line : assembly.seats()) {
            if (line.role() != null) {
                var text = line.seat().name() + ": " + line.role();
                rehearsal.submit(new RecordNote(session, 1, new FreeText(text)));
            }
        }
        for (var attendee : transcript.attendees()) {
            noted.add(attendee.name());
            rehearsal.submit(new NoteAttendee(
                    session, attendee.name(), attendee.role(), attendee.affiliation(), attendee.present()));
        }
    }

    private Map<SeatId, SheetMark> sheet() {
        var sheet = new LinkedHashMap<SeatId, SheetMark>();
        for (var line : transcript.assembly().seats()) {
            if (line.sheet() != null) {
                sheet.put(line.seat().id(), line.sheet());
            }
        }
        return sheet;
    }

    private void take(Step step) {
        rehearsal.begin(step.pointer());
        tell(step);
        if (step.id() != null && !rehearsal.isRefused()) {
            done.put(step.id(), DoneStep.of(step, rehearsal));
        }
        if (step.note() != null && !rehearsal.ofStep().isEmpty()) {
            addNote(step.note());
        }
    }

    /** What the minutes add about the step's first event. */
    private void addNote(FreeText text) {
        rehearsal.submit(new RecordNote(session, rehearsal.ofStep().getFirst().position(), text));
    }

    private void tell(Step step) {
        var when = step.when();
        switch (step.deed()) {
            case Deed.Open() -> rehearsal.submit(new OpenSession(session), when);
            case Deed.Suspend() -> rehearsal.submit(new SuspendSession(session, null), when);
            case Deed.Resume() -> rehearsal.submit(new ResumeSession(session), when);
            case Deed.Close() -> rehearsal.submit(new CloseSession(session), when);
            case Deed.Adjourn(var to) -> rehearsal.submit(new AdjournSession(session, to), when);
            case Deed.Deserted(var reason) -> rehearsal.submit(new DeclareDeserted(session, reason), when);
            case Deed.CallRoll(var present, var absent) ->
                rehearsal.submit(new CallRoll(session, present, absent), when);
            case Deed.CountRoll(var count) -> rehearsal.submit(new CountRoll(session, count), when);
            case Deed.Arrive(var seat, var mode, var delegate, var reason) -> {
                rehearsal.submit(new RegisterArrival(session, seat, mode, person(delegate)), when);
                addReason(reason);
            }
            case Deed.Depart(var seat, var mode, var delegate, var reason) -> {
                rehearsal.submit(new RegisterDeparture(session, seat, reason), when);
                addHow(mode, delegate);
            }
            case Deed.ChangeMode(var seat, var mode) -> rehearsal.submit(new ChangeMode(session, seat, mode), when);
            case Deed.ReplaceDelegate(var seat, var delegate) ->
                rehearsal.submit(new ReplaceDelegate(session, seat, Delegate.named(delegate)), when);
            case Deed.GiveProxy(var from, var to) -> rehearsal.submit(new GiveProxy(session, from, to), when);
            case Deed.MoveUnnamed(var movement, var count) ->
                rehearsal.submit(new NoteUnnamed(session, movement, count), when);
            case Deed.DeclarePresent(var count) -> rehearsal.submit(new DeclarePresence(session, count), when);
            case Deed.TakeChair(var chair) -> {
                note(chair);
                rehearsal.submit(new HandOverChair(session, chair), when);
            }
            case Deed.ReplaceClerk(var clerk) -> {
                note(clerk);
                rehearsal.submit(new ReplaceClerk(session, clerk), when);
            }
            case Deed.TakeUp(var item) -> rehearsal.submit(new TakeUpItem(session, item), when);
            case Deed.Conclude(var item, var how) -> rehearsal.submit(new ConcludeItem(session, item, how), when);
            case Deed.Say(var speaker, var text) -> {
                note(speaker);
                rehearsal.submit(new RecordStatement(session, speaker, text), when);
            }
            case Deed.Vote vote -> votes.tell(vote, when);
            case Deed.Annul(var vote, var reason) -> {
                if (votes.isKnown(vote)) {
                    rehearsal.submit(new AnnulVote(session, vote, reason), when);
                }
            }
            case Deed.ApproveMinutes(var approved, var vote) -> {
                if (votes.isKnown(vote)) {
                    rehearsal.submit(new ApproveMinutes(session, approved, vote), when);
                }
            }
            case Deed.CorrectVote correct -> votes.correct(correct, when);
            case Deed.CorrectPassage correct -> correct(correct);
            case Deed.CorrectRoll correct -> correct(correct, when);
            case Deed.CorrectStatement correct -> correct(correct, when);
            case Deed.CorrectInWords correct -> correct(correct);
        }
    }

    private void addReason(@Nullable FreeText reason) {
        if (reason != null && !rehearsal.isRefused()) {
            addNote(reason);
        }
    }

    /** How a seat that leaves had been there is no part of a departure; what the minutes say of it is kept as said. */
    private void addHow(Mode mode, @Nullable String delegate) {
        if (rehearsal.isRefused()) {
            return;
        }
        if (mode != Mode.NOT_STATED) {
            addNote(new FreeText("mode: " + Words.of(mode)));
        }
        if (delegate != null) {
            addNote(new FreeText("delegate: " + delegate));
        }
    }

    /** Minutes may name a person for the first time where the person does something: such a person attends. */
    private void note(Participant participant) {
        switch (participant) {
            case Participant.OfSeat _ -> {}
            case Participant.Named(var name) -> {
                if (noted.add(name)) {
                    rehearsal.submit(new NoteAttendee(session, name, null, null, true));
                }
            }
        }
    }

    private static @Nullable Delegate person(@Nullable String name) {
        return name == null ? null : Delegate.named(name);
    }

    // ---- corrections

    private void correct(Deed.CorrectPassage c) {
        var target = done.get(c.target());
        if (target != null) {
            rehearsal.submit(new CorrectAttendance(
                    session,
                    target.position(event -> event instanceof SeatArrived || event instanceof SeatDeparted),
                    c.struck(),
                    c.seat(),
                    c.at(),
                    c.mode(),
                    person(c.delegate()),
                    c.reason()));
        }
    }

    private void correct(Deed.CorrectInWords c) {
        var target = done.get(c.target());
        if (target != null && !target.recorded().isEmpty()) {
            var words = new FreeText(c.words() + " (" + c.reason() + ")");
            rehearsal.submit(
                    new RecordNote(session, target.recorded().getFirst().position(), words, true));
        }
    }

    private void correct(Deed.CorrectStatement c, When when) {
        var target = done.get(c.target());
        if (target == null) {
            return;
        }
        if (c.speaker() != null) {
            note(c.speaker());
        }
        rehearsal.submit(
                new CorrectStatement(
                        session,
                        target.position(StatementRecorded.class::isInstance),
                        c.speaker(),
                        c.text(),
                        c.reason()),
                when);
    }

    private void correct(Deed.CorrectRoll c, When when) {
        var target = done.get(c.target());
        if (target != null) {
            new RollCorrection(session, rehearsal, target).apply(c, when);
        }
    }
}
