package org.plenum.web.api;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenum.language.RefusalGuide;
import org.plenum.vocabulary.Bilingual;
import org.plenum.web.problem.Problem;
import org.plenum.web.problem.ProblemType;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** Explains each type of problem at the address that names it. */
final class ProblemEndpoints {
    private static final MediaType PLAIN = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private record Explained(String name, int status, Bilingual title, Bilingual remedy) {
        Map<String, @Nullable Object> json() {
            var json = new LinkedHashMap<String, @Nullable Object>();
            json.put("type", Problem.TYPES + name);
            json.put("status", status);
            json.put("title", title);
            json.put("remedy", remedy);
            return json;
        }
    }

    private ProblemEndpoints() {}

    static List<Endpoint> questions() {
        return List.of(all(), one());
    }

    private static Endpoint all() {
        return question(
                "/problems",
                "problems",
                "Every type of problem, with its status, its title and what may be done.",
                _ -> _ -> Reply.json(200, explained().map(Explained::json).toList()));
    }

    private static Endpoint one() {
        return question(
                "/problems/{name}",
                "problem",
                "One type of problem: as JSON, or as plain text in the caller's language where that is preferred.",
                asked -> {
                    var name = asked.path("name", Kinds.name("name", "as in the type of a problem"));
                    return request -> {
                        var found = named(name.get());
                        if (!request.prefersText()) {
                            return Reply.json(200, found.json());
                        }
                        var language = request.language();
                        var text = found.status() + " " + language.of(found.title()) + "\n"
                                + language.of(found.remedy()) + "\n";
                        return new Reply(200, PLAIN, text.getBytes(StandardCharsets.UTF_8), Map.of());
                    };
                });
    }

    private static Explained named(String name) {
        Optional<Explained> found =
                explained().filter(each -> each.name().equals(name)).findFirst();
        return found.orElseThrow(() -> new Refused(Problem.of(
                ProblemType.NOT_FOUND,
                "Nessun tipo di problema ha questo nome.",
                "No type of problem has this name.")));
    }

    private static Stream<Explained> explained() {
        return Stream.concat(
                Arrays.stream(ProblemType.values())
                        .map(type -> new Explained(type.typeName(), type.status(), type.title(), type.remedy())),
                RefusalGuide.all().stream()
                        .map(entry -> new Explained(
                                entry.name(), Problem.status(entry.nature()), entry.title(), entry.remedy())));
    }

    private static Endpoint question(
            String path,
            String id,
            String summary,
            java.util.function.Function<
                            Asked,
                            java.util.function.Function<
                                    Request, org.springframework.web.servlet.function.ServerResponse>>
                    asking) {
        return new Endpoint(
                HttpMethod.GET,
                path,
                id,
                summary,
                Endpoint.Body.NONE,
                List.of(),
                List.of(),
                new Endpoint.Answers(
                        200,
                        "application/json",
                        new Shape.Plain(schema -> schema.put("description", "an object, or a list of them")),
                        "What it is and what may be done, in both languages."),
                asking);
    }
}
