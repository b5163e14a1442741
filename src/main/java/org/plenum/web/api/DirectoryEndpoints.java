package org.plenum.web.api;

import static org.plenum.web.api.Questions.question;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.command.Refusal.NotWellFormed;
import org.plenum.command.Refusal.UnknownSession;
import org.plenum.projection.directory.AssemblyEntry;
import org.plenum.projection.directory.SessionEntry;
import org.plenum.projection.dossier.Dossier;
import org.plenum.projection.report.SessionReport;
import org.plenum.vocabulary.Words;
import org.plenum.web.problem.Problem;
import org.plenum.web.problem.ProblemType;

/** What there is: assemblies, sessions, and what a person did across sessions. */
final class DirectoryEndpoints {
    private DirectoryEndpoints() {}

    static List<Endpoint> questions(ReadSide readSide, SessionQuestions sessions) {
        return List.of(
                question(
                        "/api/assemblies",
                        "assemblies",
                        "Every assembly.",
                        List.of(),
                        _ -> _ -> Reply.json(
                                200,
                                Map.of(
                                        "assemblies",
                                        readSide.directory().assemblies().stream()
                                                .map(DirectoryEndpoints::json)
                                                .toList()))),
                question(
                        "/api/sessions",
                        "sessions",
                        "Every session, the latest first.",
                        List.of(),
                        _ -> _ -> Reply.json(
                                200,
                                Map.of(
                                        "sessions",
                                        readSide.directory().sessions().stream()
                                                .map(DirectoryEndpoints::json)
                                                .toList()))),
                question("/api/sessions/{session}", "session", "One session.", List.of(UnknownSession.class), asked -> {
                    var session = asked.path("session", Kinds.SESSION);
                    return _ -> readSide.directory()
                            .session(session.get())
                            .map(entry -> Reply.json(200, json(entry)))
                            .orElseThrow(() -> SessionQuestions.unknown(session.get()));
                }),
                dossier(readSide, sessions));
    }

    private static Endpoint dossier(ReadSide readSide, SessionQuestions sessions) {
        return question(
                "/api/dossiers",
                "dossier",
                "What a person did across sessions: present when, for how long, and how the seat voted.",
                List.of(NotWellFormed.class),
                asked -> {
                    var person = asked.query("person", Kinds.PERSON);
                    return _ -> {
                        var name = person.orNull();
                        if (name == null) {
                            throw new Refused(Problem.of(
                                    ProblemType.BAD_REQUEST,
                                    "Manca il parametro «person»: il nome della persona.",
                                    "The parameter “person” is missing: the person's name."));
                        }
                        var reports = readSide.directory().sessionsWith(name).stream()
                                .flatMap(id -> sessions.views().view(id).stream())
                                .toList();
                        return Reply.json(200, json(Dossier.of(name, reports)));
                    };
                });
    }

    private static Map<String, @Nullable Object> json(AssemblyEntry entry) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", entry.assembly().value());
        json.put("name", entry.name());
        json.put("seats", entry.seats());
        return json;
    }

    private static Map<String, @Nullable Object> json(SessionEntry entry) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", entry.session().value());
        json.put("assembly", entry.assembly().value());
        json.put("assemblyName", entry.assemblyName());
        json.put("title", entry.title());
        json.put("date", entry.date().toString());
        json.put("call", entry.call());
        json.put("provenance", Words.of(entry.provenance()));
        json.put("state", Words.of(entry.stage()));
        return json;
    }

    private static Map<String, @Nullable Object> json(Dossier dossier) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("person", dossier.person());
        json.put(
                "sessions",
                dossier.sessions().stream().map(DirectoryEndpoints::json).toList());
        return json;
    }

    private static Map<String, @Nullable Object> json(Dossier.InSession one) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.putAll(session(one.session()));
        json.put("seat", one.seat().id().value());
        json.put("seatName", one.seat().name());
        json.put("intervals", one.intervals().size());
        json.put("present", one.present() == null ? null : one.present().toString());
        json.put("votes", one.votes().stream().map(DirectoryEndpoints::json).toList());
        return json;
    }

    private static Map<String, @Nullable Object> session(SessionReport report) {
        var convened = report.session().convened();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("session", convened.session().value());
        json.put("title", convened.title());
        json.put("date", convened.date().toString());
        json.put("provenance", Words.of(convened.provenance()));
        return json;
    }

    private static Map<String, @Nullable Object> json(Dossier.InVote vote) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("vote", vote.vote().value());
        json.put("subject", vote.subject());
        json.put("part", Words.of(vote.part()));
        json.put("choice", vote.choice() == null ? null : Words.of(vote.choice()));
        return json;
    }
}
