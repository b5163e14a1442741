package org.plenum.web.api;

import static org.springframework.http.HttpMethod.POST;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plenum.command.Refusal.*;
import org.plenum.command.SessionCommand;
import org.plenum.command.SessionCommand.*;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.*;
import org.plenum.json.JsonFault;
import org.plenum.ledger.Ledger;
import org.plenum.ledger.StreamId;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.Delegate;
import org.plenum.vocabulary.FreeText;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.VoteId;
import org.plenum.vocabulary.When;
import org.plenum.web.problem.Fault;
import org.plenum.web.problem.Problem;

/** What should have been recorded. The event at the position named tells what may be put right about it. */
final class CorrectionEndpoints {
    private CorrectionEndpoints() {}

    /** What a request says; which of it applies is known when the event that it speaks of is. */
    private record Correction(
            SessionId session,
            long target,
            FreeText reason,
            boolean struck,
            @Nullable SeatId seat,
            When at,
            @Nullable Mode mode,
            @Nullable Delegate delegate,
            @Nullable Choice choice,
            @Nullable Outcome outcome,
            @Nullable Speaker speaker,
            @Nullable FreeText text) {}

    static List<Endpoint> commands(CommandDesk desk) {
        return List.of(correct(desk));
    }

    private static Endpoint correct(CommandDesk desk) {
        return CommandEndpoint.ofSession(
                        desk,
                        POST,
                        "/corrections",
                        CorrectAttendance.class,
                        CorrectBallot.class,
                        CorrectProclamation.class,
                        CorrectStatement.class)
                .does(
                        "Puts right what is recorded at a position, by a later event. Of an arrival or departure: struck, "
                                + "seat, at, mode, delegate; of a ballot: choice or struck; of a vote's opening or closing: a "
                                + "seat's choice; of a proclamation: outcome; of a statement: speaker, text.")
                .refusing(
                        UnknownPosition.class,
                        UnknownSeat.class,
                        UnknownAttendee.class,
                        UnknownVote.class,
                        NothingChanges.class,
                        NotInElectorate.class,
                        ChoiceNotOffered.class,
                        WouldReveal.class,
                        VoteNotClosed.class)
                .askingWithoutTime((asked, session) -> {
                    var correction = asked(asked, session);
                    return () -> command(desk.ledger(), correction.get());
                });
    }

    private static Supplier<Correction> asked(Asked asked, Given<SessionId> session) {
        var target = asked.required("target", Kinds.POSITION);
        var reason = asked.required("reason", Kinds.TEXT);
        var struck = asked.optional("struck", Kinds.FLAG);
        var seat = asked.optional("seat", Kinds.SEAT);
        var at = Forms.when(asked);
        var mode = asked.optional("mode", Kinds.MODE);
        var delegate = Forms.delegate(asked);
        var choice = asked.optional("choice", Kinds.CHOICE);
        var outcome = asked.optional("outcome", Kinds.OUTCOME);
        var speaker = asked.optional("speaker", Speaker.KIND);
        var text = asked.optional("text", Kinds.TEXT);
        return () -> new Correction(
                session.get(),
                target.get(),
                reason.get(),
                struck.or(false),
                seat.orNull(),
                at.get(),
                mode.orNull(),
                delegate.get(),
                choice.orNull(),
                outcome.orNull(),
                speaker.orNull(),
                text.orNull());
    }

    private static SessionCommand command(Ledger ledger, Correction c) {
        var recorded = recordedAt(ledger, c);
        // Everything but what is named here has nothing that could have been recorded wrongly by hand.
        if (recorded instanceof SeatArrived || recorded instanceof SeatDeparted) {
            return attendance(recorded, c);
        }
        if (recorded instanceof BallotCast cast) {
            return ballot(recorded, cast.vote(), cast.seat(), c);
        }
        if (recorded instanceof BallotChanged changed) {
            return ballot(recorded, changed.vote(), changed.seat(), c);
        }
        if (recorded instanceof VoteOpened opened) {
            return forgottenBallot(recorded, opened.vote(), c);
        }
        if (recorded instanceof VoteClosed closed) {
            return forgottenBallot(recorded, closed.vote(), c);
        }
        if (recorded instanceof OutcomeProclaimed proclaimed) {
            return proclamation(recorded, proclaimed.vote(), c);
        }
        if (recorded instanceof StatementRecorded) {
            return statement(ledger, recorded, c);
        }
        throw new Refused(new UnknownPosition(c.target()));
    }

    private static SessionEvent recordedAt(Ledger ledger, Correction c) {
        var found = new ArrayList<SessionEvent>(1);
        ledger.reader()
                .read(
                        StreamId.of(c.session()),
                        c.target(),
                        c.target(),
                        entry -> found.add(entry.ofSession().event()));
        if (!found.isEmpty()) {
            return found.getFirst();
        }
        throw new Refused(
                ledger.reader().head(StreamId.of(c.session())) == 0
                        ? new UnknownSession(c.session())
                        : new UnknownPosition(c.target()));
    }

    private static SessionCommand attendance(SessionEvent recorded, Correction c) {
        onlyThese(recorded, c, Set.of("struck", "seat", "at", "mode", "delegate"));
        return new CorrectAttendance(
                c.session(), c.target(), c.struck(), c.seat(), c.at(), c.mode(), c.delegate(), c.reason());
    }

    private static SessionCommand ballot(SessionEvent recorded, VoteId vote, SeatId seat, Correction c) {
        onlyThese(recorded, c, Set.of("struck", "choice"));
        if (c.struck() == (c.choice() != null)) {
            throw wrong("", "serve uno solo tra: choice, struck", "exactly one is needed of: choice, struck");
        }
        return new CorrectBallot(c.session(), vote, seat, c.choice(), c.reason());
    }

    private static SessionCommand forgottenBallot(SessionEvent recorded, VoteId vote, Correction c) {
        onlyThese(recorded, c, Set.of("seat", "choice"));
        return new CorrectBallot(c.session(), vote, needed("seat", c.seat()), needed("choice", c.choice()), c.reason());
    }

    private static SessionCommand proclamation(SessionEvent recorded, VoteId vote, Correction c) {
        onlyThese(recorded, c, Set.of("outcome"));
        return new CorrectProclamation(c.session(), vote, needed("outcome", c.outcome()), c.reason());
    }

    private static SessionCommand statement(Ledger ledger, SessionEvent recorded, Correction c) {
        onlyThese(recorded, c, Set.of("speaker", "text"));
        var speaker = c.speaker() == null ? null : c.speaker().in(ledger, c.session());
        return new CorrectStatement(c.session(), c.target(), speaker, c.text(), c.reason());
    }

    /** Refuses what is said and cannot be put right about such an event. */
    private static void onlyThese(SessionEvent recorded, Correction c, Set<String> applicable) {
        var said = new LinkedHashMap<String, Boolean>();
        said.put("struck", c.struck());
        said.put("seat", c.seat() != null);
        said.put("at", !c.at().equals(When.NOT_STATED));
        said.put("mode", c.mode() != null);
        said.put("delegate", c.delegate() != null);
        said.put("choice", c.choice() != null);
        said.put("outcome", c.outcome() != null);
        said.put("speaker", c.speaker() != null);
        said.put("text", c.text() != null);
        var what = recorded.getClass().getSimpleName();
        var faults = said.entrySet().stream()
                .filter(each -> each.getValue() && !applicable.contains(each.getKey()))
                .map(Map.Entry::getKey)
                .map(field -> Fault.inBody(
                        "/" + field,
                        JsonFault.Kind.VALUE,
                        new Bilingual(
                                "non riguarda l'evento alla posizione " + c.target() + " (" + what + ")",
                                "does not apply to the event at position " + c.target() + " (" + what + ")")))
                .toList();
        if (!faults.isEmpty()) {
            throw new Refused(Problem.of(faults));
        }
    }

    private static <T> T needed(String field, @Nullable T value) {
        if (value == null) {
            throw wrong("/" + field, "serve per questa rettifica", "is needed for this correction");
        }
        return value;
    }

    private static Refused wrong(String pointer, String it, String en) {
        return new Refused(Problem.of(List.of(Fault.inBody(pointer, JsonFault.Kind.VALUE, new Bilingual(it, en)))));
    }
}
