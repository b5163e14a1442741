package org.plenum.web.api;

import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.List;
import org.plenum.command.Refusal.*;
import org.plenum.command.SessionCommand.*;

/** What is dealt with: items, statements, the approval of earlier minutes. */
final class AgendaEndpoints {
    private AgendaEndpoints() {}

    static List<Endpoint> commands(CommandDesk desk) {
        return List.of(takeUp(desk), conclude(desk), amend(desk), statement(desk), approveMinutes(desk));
    }

    private static Endpoint takeUp(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, POST, "/items/taking-up", TakeUpItem.class)
                .does("Turns to an item of the agenda.")
                .refusing(UnknownItem.class, AnotherVoteOpen.class)
                .asking((asked, session) -> {
                    var number = asked.required("number", Kinds.ITEM);
                    return () -> new TakeUpItem(session.get(), number.get());
                });
    }

    private static Endpoint conclude(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, POST, "/items/conclusion", ConcludeItem.class)
                .does("Ends an item without a vote.")
                .refusing(UnknownItem.class, AnotherVoteOpen.class)
                .asking((asked, session) -> {
                    var number = asked.required("number", Kinds.ITEM);
                    var how = asked.required("how", Kinds.CONCLUSION);
                    return () -> new ConcludeItem(session.get(), number.get(), how.get());
                });
    }

    private static Endpoint amend(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, PUT, "/agenda", AmendAgenda.class)
                .does("Makes this the agenda: items added, removed, renamed or in another order.")
                .refusing(ItemTwice.class, ItemTakenUpAlready.class, NothingChanges.class, AnotherVoteOpen.class)
                .asking((asked, session) -> {
                    var agenda = asked.required("agenda", Kinds.AGENDA);
                    return () -> new AmendAgenda(session.get(), agenda.get());
                });
    }

    private static Endpoint statement(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, POST, "/statements", RecordStatement.class)
                .does("Records what somebody said.")
                .refusing(UnknownSeat.class, UnknownAttendee.class)
                .asking((asked, session) -> {
                    var speaker = asked.required("speaker", Speaker.KIND);
                    var text = asked.required("text", Kinds.TEXT);
                    return () -> new RecordStatement(
                            session.get(), speaker.get().in(desk.ledger(), session.get()), text.get());
                });
    }

    private static Endpoint approveMinutes(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, POST, "/minutes-approvals", ApproveMinutes.class)
                .does("Records that a vote of this session approved the minutes of another.")
                .refusing(UnknownVote.class, VoteNotCarried.class)
                .asking((asked, session) -> {
                    var approved = asked.required("session", Kinds.SESSION);
                    var vote = asked.required("vote", Kinds.VOTE);
                    return () -> new ApproveMinutes(session.get(), approved.get(), vote.get());
                });
    }
}
