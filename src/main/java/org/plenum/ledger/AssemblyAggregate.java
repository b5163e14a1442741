package org.plenum.ledger;

import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.plenum.command.AssemblyCommand;
import org.plenum.decision.AssemblyDecision;
import org.plenum.decision.AssemblyState;
import org.plenum.decision.Decision;
import org.plenum.event.AssemblyEvent;

/** An assembly: one total order of its events. */
final class AssemblyAggregate extends StreamAggregate<AssemblyEvent> {
    /** The name under which commands to assemblies travel. */
    static final String COMMAND = "assembly";

    private final AssemblyState state = new AssemblyState();

    AssemblyAggregate(String stream) {
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
    Decision<AssemblyEvent> decide(Given.Part part, Instant now, Tools tools) {
        if (part.command() instanceof AssemblyCommand command) {
            return AssemblyDecision.decide(state, command);
        }
        throw notMine(part.command());
    }

    @Override
    void evolve(Entry entry) {
        state.evolve(entry.ofAssembly());
    }
}
