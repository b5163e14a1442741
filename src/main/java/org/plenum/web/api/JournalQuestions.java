package org.plenum.web.api;

import java.util.List;
import org.plenum.command.Refusal.UnknownSession;
import org.plenum.event.Event;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.event.Stored;
import org.plenum.json.VocabularyJson;
import org.plenum.projection.Names;
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

    private JournalQuestions() {}

    static List<Endpoint> of(ReadSide side) {
        return List.of(Question.at(
                "/api/sessions/{session}/events",
                "events",
                "The journal: the events after a position, in their order, at most " + MOST + " at once.",
                List.of(UnknownSession.class),
                asked -> {
                    var session = asked.path("session", Kinds.SESSION);
                    var after = asked.query("after", AFTER);
                    var limit = asked.query("limit", AFTER);
                    return request -> {
                        var now = side.view(session.get())
                                .orElseThrow(() -> new Refused(new UnknownSession(session.get())));
                        var history = side.history(session.get())
                                .orElseThrow(() -> new Refused(new UnknownSession(session.get())));
                        var shown = new Shown(request.person(), now);
                        var json = JsonNodeFactory.instance.objectNode();
                        var list = json.putArray("events");
                        history.events().stream()
                                .skip(after.or(0L))
                                .limit(Math.min(limit.or((long) MOST), MOST))
                                .forEach(recorded -> entry(list.addObject(), recorded, shown, now.names()));
                        return Reply.json(200, json.put("head", history.head()));
                    };
                }));
    }

    private static void entry(ObjectNode json, Recorded<SessionEvent> recorded, Shown shown, Names names) {
        Event event = recorded.event();
        var stored = event.getClass().getAnnotation(Stored.class);
        json.put("position", recorded.position())
                .put("event", stored.name())
                .put("version", stored.version())
                .put("recordedAt", recorded.recordedAt().toString());
        MomentJson.stated(json, recorded.stated());
        json.put("actor", recorded.actor().value());
        var data = (ObjectNode) MAPPER.<JsonNode>valueToTree(event);
        if (shown.hidesChoiceOf(recorded.event())) {
            data.putNull("choice");
        }
        json.set("data", data);
        var findings = json.putArray("findings");
        recorded.findings().forEach(finding -> {
            var sentence = FindingSentences.of(finding, names);
            findings.addObject()
                    .put("code", finding.code().name())
                    .put("it", sentence.it())
                    .put("en", sentence.en());
        });
    }
}
