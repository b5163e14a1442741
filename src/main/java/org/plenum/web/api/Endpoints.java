package org.plenum.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plenum.web.api.Endpoint.Answers;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** Every endpoint of the interface. */
record Endpoints(List<Endpoint> all) {
    /** Keeps its own copy. */
    Endpoints {
        all = List.copyOf(all);
    }

    /** All of them, and the one that describes them. */
    List<Endpoint> withDescription() {
        var answers = new Answers(
                200, "application/json", new Shape.Plain(schema -> schema.put("type", "object")), "This description.");
        var whole = new ArrayList<>(all);
        whole.add(new Endpoint(
                HttpMethod.GET,
                "/api/openapi",
                "describe",
                "This description, made from the same code that reads the requests.",
                Endpoint.Body.NONE,
                List.of(),
                List.of(),
                answers,
                // Described only when asked for: the description describes this endpoint too.
                _ -> _ -> new Reply(200, MediaType.APPLICATION_JSON, OpenApi.of(whole), Map.of())));
        return whole;
    }
}
