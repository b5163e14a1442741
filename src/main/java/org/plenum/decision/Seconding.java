package org.plenum.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.plenum.command.Refusal;
import org.plenum.command.SessionCommand.CarryOut;
import org.plenum.command.SessionCommand.CloseVote;
import org.plenum.command.SessionCommand.Propose;
import org.plenum.command.SessionCommand.WithdrawProposal;
import org.plenum.command.TwoPersons;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.CommandProposed;
import org.plenum.event.SessionEvent.ProposalConfirmed;
import org.plenum.event.SessionEvent.ProposalWithdrawn;
import org.plenum.vocabulary.When;

/** What the rules leave to two persons: proposed by one, carried out when another confirms it. */
final class Seconding {
    private Seconding() {}

    /** Only what could be done now is proposed. */
    static Decision<SessionEvent> propose(SessionState state, Propose c, When when, Instant now, Ruling ruling) {
        if (SessionDecision.decideAlone(state, c.command(), when, now)
                        instanceof Decision.Refused<SessionEvent>(var why)
                && !(why instanceof Refusal.UrnNeeded && c.command() instanceof CloseVote)) {
            return ruling.refuse(why);
        }
        return ruling.then(() -> new CommandProposed(TwoPersons.nameOf(c.command()), c.content()));
    }

    static Decision<SessionEvent> carryOut(SessionState state, CarryOut c, Instant now) {
        var proposal = state.proposal(c.proposal()).orElse(null);
        if (proposal == null) {
            return new Decision.Refused<>(new Refusal.UnknownProposal(c.proposal()));
        }
        if (proposal.by().equals(c.by())) {
            return new Decision.Refused<>(new Refusal.SamePerson(c.proposal()));
        }
        return switch (SessionDecision.decideAlone(state, c.command(), c.when(), now)) {
            case Decision.Refused<SessionEvent> refused -> refused;
            case Decision.Accepted<SessionEvent>(var facts, var deposit) -> {
                var all = new ArrayList<Fact<SessionEvent>>();
                all.add(new Fact<>(new ProposalConfirmed(c.proposal()), null, List.of()));
                all.addAll(facts);
                yield new Decision.Accepted<>(all, deposit);
            }
        };
    }

    static Decision<SessionEvent> withdraw(SessionState state, WithdrawProposal c, Ruling ruling) {
        return state.proposal(c.proposal()).isEmpty()
                ? ruling.refuse(new Refusal.UnknownProposal(c.proposal()))
                : ruling.then(() -> new ProposalWithdrawn(c.proposal(), c.reason()));
    }
}
