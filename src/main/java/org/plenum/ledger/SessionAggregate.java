package org.plenum.ledger;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.plenum.command.Refusal;
import org.plenum.command.SessionCommand;
import org.plenum.command.SessionCommand.CarryOut;
import org.plenum.command.SessionCommand.CloseSecretVote;
import org.plenum.command.SessionCommand.CloseVote;
import org.plenum.command.SessionCommand.ConfirmProposal;
import org.plenum.command.SessionCommand.Propose;
import org.plenum.decision.Decision;
import org.plenum.decision.EarlierSessions;
import org.plenum.decision.SessionDecision;
import org.plenum.decision.SessionState;
import org.plenum.decision.VoteState;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.VoteAnnulled;
import org.plenum.event.SessionEvent.VoteClosed;
import org.plenum.event.SessionEvent.VoteOpened;
import org.plenum.ledger.urn.Papers;
import org.plenum.vocabulary.Candidate;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.Method;
import org.plenum.vocabulary.VoteId;

/** A session: one total order of its events, decided against what all earlier ones amount to. */
final class SessionAggregate extends StreamAggregate<SessionEvent> {
    /** The name under which commands to sessions travel. */
    static final String COMMAND = "session";

    private final SessionState state = new SessionState();

    SessionAggregate(String stream) {
        super(stream);
    }

    @CommandHandler(commandName = COMMAND, payloadType = Given.class)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Verdict handle(Given given, Tools tools) {
        return answer(given, tools);
    }

    @Override
    long position() {
        return state.position();
    }

    @Override
    Instant recordingTime(Instant now) {
        return state.recordingTime(now);
    }

    @Override
    Decision<SessionEvent> decide(Given.Part part, Instant now, Tools tools) {
        if (part.command() instanceof SessionCommand command) {
            try {
                return SessionDecision.decide(state, prepared(command, part, tools), part.when(), now);
            } catch (Malformed tooLong) {
                // A proposal is kept as one text, which has its bounds.
                return new Decision.Refused<>(
                        new Refusal.NotWellFormed(tooLong.fault(), tooLong.what(), tooLong.value()));
            }
        }
        throw notMine(part.command());
    }

    /** The command with what only the ledger knows: what was proposed, and who confirms it. */
    private SessionCommand prepared(SessionCommand command, Given.Part part, Tools tools) {
        if (command instanceof ConfirmProposal confirmed) {
            return state.proposal(confirmed.proposal())
                    .map(ProposalJson::read)
                    .<SessionCommand>map(said -> new CarryOut(
                            confirmed.session(),
                            confirmed.proposal(),
                            informed(said.command(), tools),
                            said.when(),
                            part.actor()))
                    .orElse(confirmed);
        }
        return SessionDecision.asksForTwo(state, command)
                ? new Propose(command.session(), command, ProposalJson.write(command, part.when()))
                : informed(command, tools);
    }

    /** The command with what lies outside this session's events: what an urn holds, what happened in another session. */
    private SessionCommand informed(SessionCommand command, Tools tools) {
        return switch (command) {
            case CloseVote close
            when hasUrn(close.vote()) ->
                new CloseSecretVote(
                        close.session(),
                        close.vote(),
                        tools.urns().count(close.session(), close.vote(), papers(close.vote())));
            default -> EarlierSessions.inform(command, tools.earlier());
        };
    }

    private boolean hasUrn(VoteId vote) {
        return state.vote(vote)
                .filter(known -> known.isSecret() && known.isOpen() && !state.isTranscribed())
                .isPresent();
    }

    private Papers papers(VoteId vote) {
        return state.vote(vote)
                .map(VoteState::contest)
                .map(contest -> new Papers(
                        contest.named().standing().stream().map(Candidate::id).toList(),
                        contest.named().rule().preferences()))
                .orElse(Papers.OF_A_QUESTION);
    }

    @Override
    void alongside(Decision.Accepted<SessionEvent> accepted, Tools tools) {
        var deposit = accepted.deposit();
        if (deposit != null) {
            tools.urns().put(state.convened().session(), papers(deposit.vote()), deposit);
        }
        for (var fact : accepted.facts()) {
            if (fact.event() instanceof VoteOpened opened
                    && opened.method() == Method.SECRET
                    && !state.isTranscribed()) {
                tools.urns().open(state.convened().session(), opened.vote());
            }
            if (fact.event() instanceof VoteClosed closed && hasUrn(closed.vote())) {
                tools.urns().remove(state.convened().session(), closed.vote());
            }
            if (fact.event() instanceof VoteAnnulled annulled && hasUrn(annulled.vote())) {
                tools.urns().remove(state.convened().session(), annulled.vote());
            }
        }
    }

    @Override
    void evolve(Entry entry) {
        state.evolve(entry.ofSession());
    }
}
