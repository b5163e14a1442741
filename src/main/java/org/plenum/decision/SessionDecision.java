package org.plenum.decision;

import java.time.Instant;
import org.plenum.command.Refusal;
import org.plenum.command.SessionCommand;
import org.plenum.command.SessionCommand.*;
import org.plenum.command.SessionCommand.CarryOut;
import org.plenum.command.SessionCommand.ConfirmProposal;
import org.plenum.command.SessionCommand.DeclareVotes;
import org.plenum.command.SessionCommand.OpenElection;
import org.plenum.command.SessionCommand.OpenRound;
import org.plenum.command.SessionCommand.OrderRollCall;
import org.plenum.command.SessionCommand.Propose;
import org.plenum.command.SessionCommand.RecordLot;
import org.plenum.command.SessionCommand.WithdrawProposal;
import org.plenum.command.TwoPersons;
import org.plenum.event.SessionEvent;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.Provenance;
import org.plenum.vocabulary.When;

/** What a session answers to a command: events, or a refusal. Knows no clock and keeps nothing. */
public final class SessionDecision {
    private SessionDecision() {}

    /**
     * Decides.
     *
     * @param state what has happened so far; not changed
     * @param when when the fact happened, as the caller states it
     * @param now the ledger's own time
     */
    public static Decision<SessionEvent> decide(SessionState state, SessionCommand command, When when, Instant now) {
        return asksForTwo(state, command)
                ? new Decision.Refused<>(new Refusal.NeedsTwoPersons(TwoPersons.nameOf(command)))
                : decideAlone(state, command, when, now);
    }

    /** Whether the session's rules leave a command to two persons. What paper minutes tell was done by whoever did it. */
    public static boolean asksForTwo(SessionState state, SessionCommand command) {
        return state.isConvened() && !state.isTranscribed() && TwoPersons.ask(state.rules(), command);
    }

    /** Decides as if one person were enough. */
    static Decision<SessionEvent> decideAlone(SessionState state, SessionCommand command, When when, Instant now) {
        try {
            if (command instanceof ConveneSession convene) {
                return Sitting.convene(state, convene, new Ruling(state, convene.provenance(), null, now));
            }
            if (!state.isConvened()) {
                return new Decision.Refused<>(new Refusal.UnknownSession(command.session()));
            }
            var provenance = state.isTranscribed() ? Provenance.TRANSCRIBED : Provenance.LIVE;
            var stated = when.resolve(state.convened().date(), state.lastStated());
            return decide(state, command, when, new Ruling(state, provenance, stated, now), now);
        } catch (Malformed malformed) {
            return new Decision.Refused<>(
                    new Refusal.NotWellFormed(malformed.fault(), malformed.what(), malformed.value()));
        }
    }

    private static Decision<SessionEvent> decide(
            SessionState state, SessionCommand command, When when, Ruling ruling, Instant now) {
        return switch (command) {
            case Propose c -> Seconding.propose(state, c, when, now, ruling);
            case ConfirmProposal c -> ruling.refuse(new Refusal.UnknownProposal(c.proposal()));
            case CarryOut c -> Seconding.carryOut(state, c, now);
            case WithdrawProposal c -> Seconding.withdraw(state, c, ruling);
            case ConveneSession c -> Sitting.convene(state, c, ruling);
            case OpenSession c -> Sitting.open(state, ruling);
            case SuspendSession c -> Sitting.suspend(c, ruling);
            case ResumeSession c -> Sitting.resume(ruling);
            case AdjournSession c -> Sitting.adjourn(state, c, ruling);
            case DeclareDeserted c -> Sitting.desert(state, c, ruling, now);
            case CloseSession c -> Sitting.close(state, ruling);
            case CloseToPublic c -> Sitting.closeToPublic(state, c, ruling);
            case ReopenToPublic c -> Sitting.reopenToPublic(state, ruling);
            case VerifyQuorum c -> Sitting.verifyQuorum(state, c, ruling);

            case CallRoll c -> Attending.callRoll(state, c, ruling);
            case CountRoll c -> Attending.countRoll(state, c, ruling);
            case RegisterArrival c -> Attending.arrive(state, c, ruling);
            case RegisterDeparture c -> Attending.depart(state, c, ruling);
            case ChangeMode c -> Attending.changeMode(state, c, ruling);
            case ReplaceDelegate c -> Attending.replaceDelegate(state, c, ruling);
            case NoteUnnamed c -> Attending.noteUnnamed(state, c, ruling);
            case NoteAbsent c -> Attending.noteAbsent(state, c.seats(), ruling);
            case NoteAbsentAllBut c -> Attending.noteAbsentAllBut(state, c.seats(), ruling);
            case DeclarePresence c -> Attending.declarePresence(state, c, ruling);
            case GiveProxy c -> Attending.giveProxy(state, c, ruling);
            case RevokeProxy c -> Attending.revokeProxy(state, c, ruling);

            case NoteAttendee c -> Officers.noteAttendee(state, c, ruling);
            case HandOverChair c -> Officers.handOverChair(state, c, ruling);
            case ReplaceClerk c -> Officers.replaceClerk(state, c, ruling);
            case AppointScrutineers c -> Officers.appointScrutineers(state, c, ruling);

            case TakeUpItem c -> Proceeding.takeUp(state, c, ruling);
            case ConcludeItem c -> Proceeding.conclude(state, c, ruling);
            case AmendAgenda c -> Proceeding.amend(state, c, ruling);
            case RecordStatement c -> Proceeding.record(state, c, ruling);
            case ApproveMinutes c -> Proceeding.approveMinutes(state, c, ruling);

            case OpenVote c -> Voting.open(state, c, ruling);
            case OpenVoteAcross c -> EarlierSessions.open(state, c, ruling);
            case OpenElection c -> Electing.open(state, c, ruling);
            case OpenRound c -> Electing.next(state, c, ruling);
            case RecordLot c -> Electing.drawLot(state, c, ruling);
            case DeclareVotes c -> Electing.declare(state, c, ruling);
            case OrderRollCall c -> Balloting.order(state, c, ruling);
            case CastBallot c -> Balloting.cast(state, c, ruling);
            case RecordBallots c -> Balloting.record(state, c, ruling);
            case DeclineToParticipate c -> Balloting.decline(state, c, ruling);
            case Recuse c -> Balloting.recuse(state, c, ruling);
            case CloseVote c -> Voting.close(state, c, ruling);
            case CloseSecretVote c -> Voting.closeSecret(state, c, ruling);
            case Proclaim c -> Voting.proclaim(state, c, ruling);
            case AnnulVote c -> Voting.annul(state, c, ruling);
            case DeclareCounts c -> Voting.declare(state, c, ruling);

            case CorrectAttendance c -> Correcting.attendance(state, c, ruling);
            case CorrectBallot c -> Correcting.ballot(state, c, ruling);
            case CorrectProclamation c -> Correcting.proclamation(state, c, ruling);
            case CorrectStatement c -> Correcting.statement(state, c, ruling);
            case CorrectDeclaration c -> Correcting.declaration(state, c, ruling);
            case RecordNote c -> Proceeding.note(state, c, ruling);
        };
    }
}
