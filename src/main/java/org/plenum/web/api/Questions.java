package org.plenum.web.api;

import java.util.List;
import java.util.function.Function;
import org.plenum.command.Refusal;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.ServerResponse;

/** How a question is put as an endpoint. */
final class Questions {
    private Questions() {}

    /** A question that is answered with a JSON object. */
    static Endpoint question(
            String path,
            String id,
            String summary,
            List<Class<? extends Refusal>> refusals,
            Function<Asked, Function<Request, ServerResponse>> asking) {
        var answers = new Endpoint.Answers(
                200, "application/json", new Shape.Plain(schema -> schema.put("type", "object")), summary);
        return new Endpoint(
                HttpMethod.GET, path, id, summary, Endpoint.Body.NONE, List.of(), refusals, answers, asking);
    }
}
