package org.plenum.web.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenum.ledger.Answer;
import org.plenum.ledger.Ledger;
import org.plenum.ledger.Submission;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Words;
import org.plenum.web.problem.Problem;
import org.plenum.web.problem.ProblemType;
import org.springframework.http.HttpHeaders;

/** Gives commands to the ledger, and turns its answers into replies. */
final class CommandDesk {
    /** What a command made: its identifier, and the address where it is. */
    record Made(String id, String location) {}

    private final Ledger ledger;

    CommandDesk(Ledger ledger) {
        this.ledger = ledger;
    }

    Ledger ledger() {
        return ledger;
    }

    /**
     * Gives a command and waits for the answer; the thread that waits is a virtual one.
     *
     * @param made tells what an accepted command made; null where it makes nothing of its own
     */
    Reply give(Submission submission, @Nullable Function<Answer.Accepted, Made> made) {
        return switch (ledger.submit(submission).join()) {
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

    private static Reply receipt(Answer.Accepted accepted) {
        return Reply.json(200, recorded(accepted));
    }

    private static Reply receipt(Answer.Accepted accepted, Made made) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", made.id());
        json.putAll(recorded(accepted));
        return Reply.json(201, json, Map.of(HttpHeaders.LOCATION, made.location()));
    }

    private static Map<String, @Nullable Object> recorded(Answer.Accepted accepted) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("position", accepted.position());
        if (accepted.entries() > 1) {
            json.put("lastPosition", accepted.lastPosition());
        }
        json.put("recordedAt", accepted.recordedAt().toString());
        json.put("entryHash", accepted.entryHash().hex());
        return json;
    }

    private static Map<String, @Nullable Object> nothing() {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("position", null);
        json.put("recordedAt", null);
        json.put("entryHash", null);
        return json;
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
