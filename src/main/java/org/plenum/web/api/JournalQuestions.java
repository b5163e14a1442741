package org.plenum.web.api;

import java.util.List;
import org.plenum.command.Refusal.UnknownSession;
import org.plenum.event.Stored;
import org.plenum.json.VocabularyJson;
import org.plenum.projection.Names;
import org.plenum.projection.sight.SeenEvent;
import org.plenum.projection.wording.EventSentences;
import org.plenum.projection.wording.FindingSentences;
import org.plenum.vocabulary.FreeText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** The journal of a session: its events in their order. */
final class JournalQuestions {
    private static final int MOST = 1_000;
    private static final JsonMapper MAPPER = VocabularyJson.mapper()
            .addModule(new SimpleModule("texts").addSerializer(FreeText.class, ToStringSerializer.instance))
            .build();

    private static final Kind<Long> AFTER = new Kind<>(
            Kinds.writtenPosition("").reader(),
            new Shape.Plain(
                    schema -> schema.put("type", "integer").put("minimum", 0).put("default", 0)));

    private static final Kind<Long> LIMIT = new Kind<>(
            Kinds.writtenPosition("").reader(),
            new Shape.Plain(schema -> schema.put("type", "integer")
                    .put("minimum", 0)
                    .put("maximum", MOST)
                    .put("default", MOST)));

    private JournalQuestions() {}

    static List<Endpoint> of(ReadSide side) {
        return List.of(Question.at(
                "/api/sessions/{session}/events",
                "events",
                "The journal: the events after a position, in their order, at most " + MOST
                        + " at once, each with a `sentence` in both languages. `withheld` says why something of it is "
                        + "kept back: `closed-sitting` (all but the position), `running-choice` or "
                        + "`secret-participation`; else it is null.",
                List.of(UnknownSession.class),
                asked -> {
                    var session = asked.path("session", Kinds.SESSION);
                    var after = asked.query("after", AFTER);
                    var limit = asked.query("limit", LIMIT);
                    return request -> {
                        var seen = side.seen(session.get(), request.person())
                                .orElseThrow(() -> new Refused(new UnknownSession(session.get())));
                        var names = seen.now().names();
                        var json = JsonNodeFactory.instance.objectNode();
                        var list = json.putArray("events");
                        seen.journal(after.or(0L), Math.min(limit.or((long) MOST), MOST))
                                .forEach(event -> entry(list.addObject(), event, names));
                        return Reply.json(200, json.put("head", seen.head()));
                    };
                }));
    }

    private static void entry(ObjectNode json, SeenEvent seen, Names names) {
        json.put("position", seen.position());
        var recorded = seen.recorded();
        if (recorded == null) {
            json.put("withheld", "closed-sitting");
            return;
        }
        var event = recorded.event();
        var stored = event.getClass().getAnnotation(Stored.class);
        json.put("event", stored.name())
                .put("version", stored.version())
                .put("recordedAt", recorded.recordedAt().toString());
        MomentJson.stated(json, recorded.stated());
        var data = (ObjectNode) MAPPER.<JsonNode>valueToTree(event);
        if (!seen.choiceShown()) {
            data.putNull("choice");
        }
        if (!seen.seatShown()) {
            data.putNull("seat");
        }
        Question.put(json, "actor", seen.seatShown() ? recorded.actor().value() : null);
        json.set("data", data);
        var told = new EventSentences(names).of(event, seen.choiceShown(), seen.seatShown());
        json.putObject("sentence").put("it", told.it()).put("en", told.en());
        var findings = json.putArray("findings");
        recorded.findings().forEach(finding -> {
            var sentence = FindingSentences.of(finding, names);
            findings.addObject()
                    .put("code", finding.code().name())
                    .put("it", sentence.it())
                    .put("en", sentence.en());
        });
        var withheld = seen.choiceShown() ? seen.seatShown() ? null : "secret-participation" : "running-choice";
        Question.put(json, "withheld", withheld);
    }
}
