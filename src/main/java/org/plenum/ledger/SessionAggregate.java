package org.plenum.ledger;

import java.time.Instant;
import java.time.InstantSource;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.plenum.command.SessionCommand;
import org.plenum.decision.Decision;
import org.plenum.decision.SessionDecision;
import org.plenum.decision.SessionState;
import org.plenum.event.SessionEvent;

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
    Verdict handle(Given given, Sealer sealer, InstantSource clock) {
        return answer(given, sealer, clock);
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
    Decision<SessionEvent> decide(Given.Part part, Instant now) {
        if (part.command() instanceof SessionCommand command) {
            return SessionDecision.decide(state, command, part.when(), now);
        }
        throw notMine(part.command());
    }

    @Override
    void evolve(Entry entry) {
        state.evolve(entry.ofSession());
    }
}
