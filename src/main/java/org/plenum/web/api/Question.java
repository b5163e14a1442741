package org.plenum.web.api;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenum.command.Refusal;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.node.ObjectNode;

/** Endpoints that only read. */
final class Question {
    private static final Endpoint.Answers JSON = new Endpoint.Answers(
            200,
            MediaType.APPLICATION_JSON_VALUE,
            new Shape.Plain(schema -> schema.put("description", "as docs/commands.md shows")),
            "What is known; what is not known is null.");

    private Question() {}

    /** A question at an address. */
    static Endpoint at(
            String path,
            String id,
            String summary,
            List<Class<? extends Refusal>> refusals,
            Function<Asked, Function<Request, ServerResponse>> asking) {
        return new Endpoint(HttpMethod.GET, path, id, summary, Endpoint.Body.NONE, List.of(), refusals, JSON, asking);
    }

    /** JSON that is written already. */
    static Reply written(byte[] json) {
        return new Reply(200, MediaType.APPLICATION_JSON, json, Map.of());
    }

    /** Text, or null. */
    static ObjectNode put(ObjectNode json, String name, @Nullable Object value) {
        return value == null ? json.putNull(name) : json.put(name, value.toString());
    }
}
