package org.plenum.web.api;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenum.command.Command;
import org.plenum.event.SessionEvent.CommandProposed;
import org.plenum.ledger.Answer;
import org.plenum.ledger.Ledger;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.When;
import org.plenum.vocabulary.Words;
import org.plenum.web.problem.Problem;
import org.plenum.web.problem.ProblemType;
import org.plenum.web.security.Entrance;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Gives commands to the ledger, and turns its answers into replies. */
final class CommandDesk {
    /** What a command made: its identifier, and the address where it is. */
    record Made(String id, String location) {}

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Ledger ledger;
    private final Entrance entrance;

    CommandDesk(Ledger ledger, Entrance entrance) {
        this.ledger = ledger;
        this.entrance = entrance;
    }

    Ledger ledger() {
        return ledger;
    }

    /** The way in for what is no single command. */
    Entrance entrance() {
        return entrance;
    }

    /**
     * Gives a command and waits for the answer; the thread that waits is a virtual one.
     *
     * @param made tells what an accepted command made; null where it makes nothing of its own
     */
    Reply give(Request request, Command command, When when, @Nullable Function<Answer.Accepted, Made> made) {
        return reply(
                entrance.submit(request.person(), command, when, request.key()).join(), made);
    }

    /** The reply to an answer. */
    Reply reply(Answer answer, @Nullable Function<Answer.Accepted, Made> made) {
        return switch (answer) {
            case Answer.Accepted accepted
            when accepted.event() instanceof CommandProposed proposed -> proposed(accepted, proposed);
            case Answer.Accepted accepted -> made == null ? receipt(accepted) : receipt(accepted, made.apply(accepted));
            case Answer.NothingToRecord _ -> Reply.json(200, nothing());
            case Answer.Refused(var refusal) -> throw new Refused(refusal);
            case Answer.NotRecorded notRecorded -> throw new Refused(problem(notRecorded));
            case Answer.Uncertain _ ->
                throw new Refused(Problem.of(
                        ProblemType.OUTCOME_UNKNOWN,
                        "Non è certo se il comando sia stato registrato.",
                        "It is not certain whether the command was recorded."));
        };
    }

    /** Recorded, and without effect until another person confirms it. */
    private static Reply proposed(Answer.Accepted accepted, CommandProposed proposed) {
        return Reply.json(
                202,
                recorded(NODES.objectNode(), accepted)
                        .put("proposed", proposed.command())
                        .put("proposal", accepted.position()));
    }

    private static Reply receipt(Answer.Accepted accepted) {
        return Reply.json(200, recorded(NODES.objectNode(), accepted));
    }

    private static Reply receipt(Answer.Accepted accepted, Made made) {
        var json = recorded(NODES.objectNode().put("id", made.id()), accepted);
        return Reply.json(201, json, Map.of(HttpHeaders.LOCATION, made.location()));
    }

    private static ObjectNode recorded(ObjectNode json, Answer.Accepted accepted) {
        json.put("position", accepted.position());
        if (accepted.entries() > 1) {
            json.put("lastPosition", accepted.lastPosition());
        }
        return json.put("recordedAt", accepted.recordedAt().toString())
                .put("entryHash", accepted.entryHash().hex());
    }

    private static ObjectNode nothing() {
        return NODES.objectNode().putNull("position").putNull("recordedAt").putNull("entryHash");
    }

    private static Problem problem(Answer.NotRecorded notRecorded) {
        var why = switch (notRecorded.reason()) {
            case HALTED ->
                new Bilingual(
                        "Il registro non accetta più comandi, perché non può garantire che ciò che registra duri.",
                        "The ledger takes no commands any more, because it cannot make sure that what it records lasts.");
            case CLOSED -> new Bilingual("Il registro si sta chiudendo.", "The ledger is closing.");
            case BUSY ->
                new Bilingual(
                        "Troppi comandi attendono per questa seduta.", "Too many commands wait for this session.");
            case FAILED -> new Bilingual("La registrazione non è riuscita.", "Recording failed.");
        };
        return Problem.of(
                ProblemType.NOT_RECORDED,
                new Bilingual(why.it() + " Nulla è stato registrato.", why.en() + " Nothing was recorded."),
                Map.of("reason", Words.of(notRecorded.reason())));
    }
}
