package org.plenum.web.api;

import java.util.List;
import org.plenum.command.Refusal.*;
import org.plenum.json.FaultyJson;
import org.plenum.transcript.Transcription;
import org.plenum.web.problem.Fault;
import org.plenum.web.problem.Problem;
import org.springframework.http.HttpMethod;

/** Past sessions, from transcript files. */
final class TranscriptEndpoints {
    private TranscriptEndpoints() {}

    static List<Endpoint> commands(CommandDesk desk) {
        return List.of(new Endpoint(
                HttpMethod.POST,
                "/api/transcripts",
                "transcribe",
                "Records a past session from a transcript file, JSON or YAML: all of it, or nothing.",
                Endpoint.Body.FILE,
                List.of(),
                List.of(SessionExists.class, KeyReused.class, NotWellFormed.class, EntryTooLarge.class),
                Receipts.MADE,
                _ -> request -> transcribe(desk, request)));
    }

    private static Reply transcribe(CommandDesk desk, Request request) {
        try {
            return switch (desk.entrance().transcribe(request.person(), request.body(), request.key())) {
                case Transcription.Recorded(var session, var answer) ->
                    desk.reply(answer, _ -> new CommandDesk.Made(session.value(), "/api/sessions/" + session));
                case Transcription.Failed(var session, var answer) -> desk.reply(answer, null);
            };
        } catch (FaultyJson faulty) {
            throw new Refused(Problem.of(faulty.faults().stream().map(Fault::of).toList()));
        }
    }
}
