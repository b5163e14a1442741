package org.plenum.web.api;

import static org.springframework.http.HttpMethod.POST;

import java.util.List;
import org.plenum.command.Refusal.SamePerson;
import org.plenum.command.Refusal.UnknownProposal;
import org.plenum.command.Refusal.UnknownSession;
import org.plenum.command.SessionCommand.ConfirmProposal;
import org.plenum.command.SessionCommand.WithdrawProposal;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the rules leave to two persons: what waits, confirmed or withdrawn. */
final class ProposalEndpoints {
    private static final String PROPOSAL = "/proposals/{proposal}";

    private ProposalEndpoints() {}

    static List<Endpoint> commands(CommandDesk desk) {
        return List.of(confirm(desk), withdraw(desk), waiting(desk));
    }

    private static Endpoint confirm(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, POST, PROPOSAL + "/confirmation", ConfirmProposal.class)
                .does(
                        "Confirms what another person proposed at that position: it takes effect, or is refused as the command itself would be.")
                .refusing(UnknownProposal.class, SamePerson.class)
                .askingWithoutTime((asked, session) -> {
                    var proposal = asked.path("proposal", Kinds.writtenPosition("of what was proposed"));
                    return () -> new ConfirmProposal(session.get(), proposal.get());
                });
    }

    private static Endpoint withdraw(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, POST, PROPOSAL + "/withdrawal", WithdrawProposal.class)
                .does("Takes back what was proposed at that position, or rejects it.")
                .refusing(UnknownProposal.class)
                .askingWithoutTime((asked, session) -> {
                    var proposal = asked.path("proposal", Kinds.writtenPosition("of what was proposed"));
                    var reason = asked.optional("reason", Kinds.TEXT);
                    return () -> new WithdrawProposal(session.get(), proposal.get(), reason.orNull());
                });
    }

    private static Endpoint waiting(CommandDesk desk) {
        return Question.at(
                "/api/sessions/{session}/proposals",
                "proposals",
                "What waits for a second person: the command's name, its position, and who proposed it.",
                List.of(UnknownSession.class),
                asked -> {
                    var id = asked.path("session", Kinds.SESSION);
                    return _ -> {
                        var state = desk.ledger().session(id.get());
                        if (!state.isConvened()) {
                            throw new Refused(new UnknownSession(id.get()));
                        }
                        var list = JsonNodeFactory.instance.arrayNode();
                        state.proposals()
                                .forEach(proposal -> list.addObject()
                                        .put("proposal", proposal.position())
                                        .put("command", proposal.command())
                                        .put("by", proposal.by().value()));
                        return Reply.json(200, list);
                    };
                });
    }
}
