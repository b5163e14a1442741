package org.plenum.web.api;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenum.command.Refusal.UnknownAssembly;
import org.plenum.decision.AssemblyState;
import org.plenum.json.RulesJson;
import org.plenum.projection.dossier.Dossier;
import org.plenum.projection.report.SessionReport;
import org.plenum.projection.sight.Seen;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.Words;
import org.plenum.web.problem.Fault;
import org.plenum.web.problem.Problem;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What there is: assemblies, sessions, and what a person did across them. */
final class ListQuestions {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ListQuestions() {}

    static List<Endpoint> of(ReadSide side) {
        return List.of(assemblies(side), assembly(side), sessions(side), dossier(side));
    }

    private static Endpoint assemblies(ReadSide side) {
        return Question.at("/api/assemblies", "assemblies", "Every assembly.", List.of(), _ -> _ -> {
            var list = NODES.arrayNode();
            for (var entry : side.directory().assemblies()) {
                list.addObject()
                        .put("id", entry.assembly().value())
                        .put("name", entry.name())
                        .put("seats", entry.seats());
            }
            return Reply.json(200, list);
        });
    }

    private static Endpoint assembly(ReadSide side) {
        return Question.at(
                "/api/assemblies/{assembly}",
                "assembly",
                "One assembly, with its seats and its rules; rules null where it has adopted none.",
                List.of(UnknownAssembly.class),
                asked -> {
                    var id = asked.path("assembly", Kinds.ASSEMBLY);
                    return _ -> {
                        var state = side.ledger().assembly(id.get());
                        if (!state.isFounded()) {
                            throw new Refused(new UnknownAssembly(id.get()));
                        }
                        return Reply.json(200, assembly(id.get(), state));
                    };
                });
    }

    private static ObjectNode assembly(AssemblyId id, AssemblyState state) {
        var json = NODES.objectNode().put("id", id.value()).put("name", state.name());
        var seats = json.putArray("seats");
        state.seats().values().forEach(seat -> seat(seats.addObject(), seat));
        var rules = state.rules();
        json.set("rules", rules == null ? NODES.nullNode() : RulesJson.write(rules));
        return json.put("position", state.position());
    }

    private static void seat(ObjectNode json, Seat seat) {
        json.put("id", seat.id().value()).put("name", seat.name());
        json.put("number", seat.number());
        json.put("weight", seat.weight());
        json.put("population", seat.population());
        Question.put(json, "office", seat.office());
        json.put("votes", seat.votes());
        var delegate = seat.delegate();
        Question.put(json, "delegate", delegate == null ? null : delegate.name());
        Question.put(json, "role", delegate == null ? null : delegate.role());
    }

    private static Endpoint sessions(ReadSide side) {
        return Question.at(
                "/api/sessions",
                "sessions",
                "Every session, the latest first; of one assembly where it is named.",
                List.of(),
                asked -> {
                    var assembly = asked.query("assembly", Kinds.ASSEMBLY);
                    return _ -> {
                        var list = NODES.arrayNode();
                        for (var entry : side.directory().sessions()) {
                            if (!assembly.isGiven() || entry.assembly().equals(assembly.get())) {
                                list.addObject()
                                        .put("id", entry.session().value())
                                        .put("assembly", entry.assembly().value())
                                        .put("assemblyName", entry.assemblyName())
                                        .put("title", entry.title())
                                        .put("date", entry.date().toString())
                                        .put("call", entry.call())
                                        .put("provenance", Words.of(entry.provenance()))
                                        .put("state", Words.of(entry.stage()));
                            }
                        }
                        return Reply.json(200, list);
                    };
                });
    }

    private static Endpoint dossier(ReadSide side) {
        return Question.at(
                "/api/dossiers", "dossier", "What one person did across sessions, by name.", List.of(), asked -> {
                    var person = asked.query("person", Kinds.PERSON);
                    return request -> Reply.json(200, dossier(side, person.orNull(), request));
                });
    }

    private static ObjectNode dossier(ReadSide side, @Nullable String person, Request request) {
        if (person == null) {
            throw new Refused(Problem.of(List.of(Fault.inParameter("person", new Bilingual("manca", "is missing")))));
        }
        var reports = side.directory().sessionsWith(person).stream()
                .map(session -> side.seen(session, request.person()))
                .flatMap(Optional::stream)
                .map(Seen::now)
                .toList();
        var dossier = Dossier.of(person, reports);
        var json = NODES.objectNode().put("person", person);
        var list = json.putArray("sessions");
        for (var one : dossier.sessions()) {
            inSession(list.addObject(), one);
        }
        return json;
    }

    private static void inSession(ObjectNode json, Dossier.InSession one) {
        SessionReport report = one.session();
        var convened = report.session().convened();
        json.put("session", convened.session().value())
                .put("title", convened.title())
                .put("date", convened.date().toString())
                .put("provenance", Words.of(convened.provenance()))
                .put("seat", one.seat().id().value())
                .put("name", one.seat().name());
        var intervals = json.putArray("intervals");
        for (var interval : one.intervals()) {
            var entry = intervals.addObject();
            entry.set("from", MomentJson.of(interval.from()));
            entry.set("to", MomentJson.of(interval.to()));
            Question.put(entry, "mode", interval.mode() == Mode.NOT_STATED ? null : Words.of(interval.mode()));
        }
        Question.put(json, "present", one.present());
        var votes = json.putArray("votes");
        for (var vote : one.votes()) {
            var entry = votes.addObject()
                    .put("vote", vote.vote().value())
                    .put("subject", vote.subject())
                    .put("part", Words.of(vote.part()));
            Question.put(entry, "choice", vote.choice() == null ? null : Words.of(vote.choice()));
        }
    }
}
