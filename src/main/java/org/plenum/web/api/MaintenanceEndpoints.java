package org.plenum.web.api;

import java.util.List;
import org.plenum.web.security.Deed;
import org.plenum.web.security.Entrance;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.node.JsonNodeFactory;

/** What keeps the server in order. */
final class MaintenanceEndpoints {
    private static final String REBUILD = "/api/maintenance/rebuild";

    private MaintenanceEndpoints() {}

    static List<Endpoint> of(ReadSide side, Entrance entrance) {
        var answers = new Endpoint.Answers(
                200,
                "application/json",
                new Shape.Plain(schema -> {
                    schema.put("type", "object");
                    var fields = schema.putObject("properties");
                    fields.putObject("running").put("type", "boolean");
                    fields.putObject("done").put("type", "integer");
                    fields.putObject("of").put("type", "integer");
                }),
                "How many events of how many are read.");
        return List.of(
                new Endpoint(
                        HttpMethod.POST,
                        REBUILD,
                        "rebuild",
                        "Builds anew from the events everything that is read; what is there answers until then.",
                        Endpoint.Body.JSON,
                        List.of(),
                        List.of(),
                        answers,
                        _ -> request -> {
                            entrance.check(request.person(), Deed.REBUILD, null);
                            return progress(side.rebuild());
                        }),
                new Endpoint(
                        HttpMethod.GET,
                        REBUILD,
                        "rebuilding",
                        "How far a rebuilding has come.",
                        Endpoint.Body.NONE,
                        List.of(),
                        List.of(),
                        answers,
                        _ -> _ -> progress(side.progress())));
    }

    private static Reply progress(ReadSide.Progress progress) {
        return Reply.json(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("running", progress.running())
                        .put("done", progress.done())
                        .put("of", progress.of()));
    }
}
