package org.plenum.web.api;

import org.jspecify.annotations.Nullable;
import org.plenum.projection.Moment;
import org.plenum.vocabulary.StatedTime;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** When something happened: its position, its recorded time, and the time or the bounds that somebody states. */
final class MomentJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private MomentJson() {}

    static JsonNode of(@Nullable Moment moment) {
        if (moment == null) {
            return NODES.nullNode();
        }
        var json = NODES.objectNode()
                .put("position", moment.position())
                .put("recordedAt", moment.recordedAt().toString());
        stated(json, moment.stated());
        return json;
    }

    /** Adds what is stated of a time. */
    static void stated(ObjectNode json, @Nullable StatedTime stated) {
        Question.put(json, "statedAt", stated == null ? null : stated.at());
        Question.put(json, "notBefore", stated == null ? null : stated.notBefore());
        Question.put(json, "notAfter", stated == null ? null : stated.notAfter());
    }
}
