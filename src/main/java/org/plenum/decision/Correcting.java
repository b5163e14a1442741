package org.plenum.decision;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plenum.command.Refusal;
import org.plenum.command.SessionCommand.CorrectAttendance;
import org.plenum.command.SessionCommand.CorrectBallot;
import org.plenum.command.SessionCommand.CorrectDeclaration;
import org.plenum.command.SessionCommand.CorrectProclamation;
import org.plenum.command.SessionCommand.CorrectStatement;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.AttendanceCorrected;
import org.plenum.event.SessionEvent.BallotCorrected;
import org.plenum.event.SessionEvent.DeclarationCorrected;
import org.plenum.event.SessionEvent.ProclamationCorrected;
import org.plenum.event.SessionEvent.StatementCorrected;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.Finding;
import org.plenum.vocabulary.FindingCode;
import org.plenum.vocabulary.Method;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.Words;

/** What should have been recorded. The event put right stays where it is; this one says what it should have been. */
final class Correcting {
    private Correcting() {}

    static Decision<SessionEvent> attendance(SessionState state, CorrectAttendance c, Ruling ruling) {
        var recorded = state.attendance().seatAt(c.target()).orElse(null);
        if (recorded == null) {
            return ruling.refuse(new Refusal.UnknownPosition(c.target()));
        }
        if (c.seat() != null) {
            ruling.enrolled(c.seat());
        }
        var meant = c.at().resolve(state.convened().date(), state.lastStated());
        if (meant != null) {
            // A time that the clocks never showed is refused here, before it is recorded.
            meant.in(state.convened().zone());
        }
        var changes = c.struck() || c.seat() != null || meant != null || c.mode() != null || c.delegate() != null;
        ruling.forbid(!changes, Refusal.NothingChanges::new);
        if (!ruling.stands()) {
            return ruling.done();
        }
        ruling.notice(corrected(
                "attendance",
                c.seat() == null ? List.of(recorded) : List.of(recorded, c.seat()),
                "position " + c.target(),
                null));
        return ruling.then(() -> new AttendanceCorrected(
                c.target(),
                c.struck(),
                c.struck() ? null : c.seat(),
                c.struck() ? null : meant,
                c.struck() ? null : c.mode(),
                c.struck() ? null : c.delegate(),
                c.reason()));
    }

    static Decision<SessionEvent> ballot(SessionState state, CorrectBallot c, Ruling ruling) {
        var vote = state.vote(c.vote()).orElse(null);
        if (vote == null) {
            return ruling.refuse(new Refusal.UnknownVote(c.vote()));
        }
        var from = vote.ballots().get(c.seat());
        ruling.enrolled(c.seat())
                .forbid(c.to() != null && !vote.offers(c.to()), () -> new Refusal.ChoiceNotOffered(c.vote()))
                .forbid(
                        vote.opened().method() == Method.SECRET,
                        () -> new Refusal.WouldReveal(c.vote(), Refusal.WouldReveal.Leak.CORRECTION))
                .forbid(Objects.equals(from, c.to()), Refusal.NothingChanges::new)
                .forbid(!vote.admits(c.seat()), () -> new Refusal.NotInElectorate(c.vote(), c.seat()));
        if (c.to() != null) {
            Balloting.valid(vote, c.to(), ruling);
        }
        if (!ruling.stands()) {
            return ruling.done();
        }
        ruling.notice(corrected("ballot", List.of(c.seat()), word(from), word(c.to())));
        return ruling.then(() -> new BallotCorrected(c.vote(), c.seat(), from, c.to(), c.reason()));
    }

    static Decision<SessionEvent> proclamation(SessionState state, CorrectProclamation c, Ruling ruling) {
        var vote = state.vote(c.vote()).orElse(null);
        if (vote == null) {
            return ruling.refuse(new Refusal.UnknownVote(c.vote()));
        }
        ruling.forbid(!vote.isClosed(), () -> new Refusal.VoteNotClosed(c.vote()))
                .forbid(vote.proclaimed() == c.to(), Refusal.NothingChanges::new);
        if (!ruling.stands()) {
            return ruling.done();
        }
        ruling.notice(corrected("proclamation", List.of(), word(vote.proclaimed()), word(c.to())));
        return ruling.then(() -> new ProclamationCorrected(c.vote(), vote.proclaimed(), c.to(), c.reason()));
    }

    static Decision<SessionEvent> statement(SessionState state, CorrectStatement c, Ruling ruling) {
        if (!state.hasStatementAt(c.target())) {
            return ruling.refuse(new Refusal.UnknownPosition(c.target()));
        }
        if (c.speaker() != null) {
            Proceeding.known(state, c.speaker(), ruling);
        }
        ruling.forbid(c.speaker() == null && c.text() == null, Refusal.NothingChanges::new);
        if (!ruling.stands()) {
            return ruling.done();
        }
        ruling.notice(corrected("statement", List.of(), "position " + c.target(), null));
        return ruling.then(() -> new StatementCorrected(c.target(), c.speaker(), c.text(), c.reason()));
    }

    static Decision<SessionEvent> declaration(SessionState state, CorrectDeclaration c, Ruling ruling) {
        var vote = state.vote(c.vote()).orElse(null);
        if (vote == null) {
            return ruling.refuse(new Refusal.UnknownVote(c.vote()));
        }
        if (!state.isTranscribed()) {
            return ruling.refuse(new Refusal.OnlyTranscribed());
        }
        ruling.forbid(!vote.isClosed(), () -> new Refusal.VoteNotClosed(c.vote()))
                .forbid(c.to().equals(vote.declared()), Refusal.NothingChanges::new);
        if (!ruling.stands()) {
            return ruling.done();
        }
        ruling.notice(corrected("declaration", List.of(), null, null));
        if (vote.isClosed()) {
            Comparisons.declared(state, vote, VoteCount.of(state, vote, c.to()), c.to())
                    .forEach(ruling::notice);
        }
        return ruling.then(() -> new DeclarationCorrected(c.vote(), vote.declared(), c.to(), c.reason()));
    }

    private static Finding corrected(String topic, List<SeatId> seats, @Nullable String from, @Nullable String to) {
        return new Finding(FindingCode.CORRECTED, topic, seats, from, to);
    }

    private static @Nullable String word(@Nullable Choice choice) {
        return choice == null ? null : Words.of(choice);
    }

    private static @Nullable String word(@Nullable Outcome outcome) {
        return outcome == null ? null : Words.of(outcome);
    }
}
