package org.plenum.web.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.plenum.command.Refusal;
import org.plenum.command.RefusalNames;
import org.plenum.command.TwoPersons;
import org.plenum.json.VocabularyJson;
import org.plenum.language.RefusalGuide;
import org.plenum.web.problem.Problem;
import org.plenum.web.problem.ProblemJson;
import org.plenum.web.problem.ProblemType;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Describes endpoints as OpenAPI 3.1, by having each ask for the parts of a request while nothing was sent. */
final class OpenApi {
    private static final JsonMapper MAPPER =
            VocabularyJson.mapper().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String PROBLEM = "Problem";

    private final Schemas schemas = new Schemas();

    private OpenApi() {}

    /** The description, as indented JSON that ends with a line break. */
    static byte[] of(List<Endpoint> endpoints) {
        return (MAPPER.writeValueAsString(new OpenApi().describe(endpoints)) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private ObjectNode describe(List<Endpoint> endpoints) {
        var root = JsonNodeFactory.instance.objectNode().put("openapi", "3.1.0");
        root.putObject("info")
                .put("title", "Plenum")
                .put("version", "1")
                .put("description", "An event-sourced ledger for meetings and votes.");
        var paths = root.putObject("paths");
        for (var endpoint : endpoints) {
            var path = paths.has(endpoint.path())
                    ? (ObjectNode) paths.get(endpoint.path())
                    : paths.putObject(endpoint.path());
            operation(path.putObject(endpoint.method().name().toLowerCase(Locale.ROOT)), endpoint);
        }
        var named = root.putObject("components").putObject("schemas");
        new TreeMap<>(schemas.named()).forEach(named::set);
        problem(named.putObject(PROBLEM));
        return root;
    }

    private void operation(ObjectNode operation, Endpoint endpoint) {
        var asked = new DescribedAsked();
        Objects.requireNonNull(endpoint.asking().apply(asked));
        operation.put("operationId", endpoint.id()).put("summary", endpoint.summary());
        parameters(operation, endpoint, asked);
        body(operation, endpoint, asked);
        responses(operation.putObject("responses"), endpoint);
    }

    private void parameters(ObjectNode operation, Endpoint endpoint, DescribedAsked asked) {
        var parameters = operation.putArray("parameters");
        asked.path().forEach(field -> parameters.add(parameter(field, "path")));
        asked.query().forEach(field -> parameters.add(parameter(field, "query")));
        if (endpoint.body() != Endpoint.Body.NONE) {
            parameters
                    .addObject()
                    .put("name", RequestReader.KEY_HEADER)
                    .put("in", "header")
                    .put("description", "the caller's own name for the command: sent again, it is never recorded twice")
                    .putObject("schema")
                    .put("type", "string")
                    .put("format", "uuid");
        }
    }

    private ObjectNode parameter(DescribedFields.Field field, String in) {
        var parameter = JsonNodeFactory.instance
                .objectNode()
                .put("name", field.name())
                .put("in", in)
                .put("required", field.required());
        parameter.set("schema", schemas.of(field.shape()));
        return parameter;
    }

    private void body(ObjectNode operation, Endpoint endpoint, DescribedAsked asked) {
        switch (endpoint.body()) {
            case NONE -> {}
            case FILE -> {
                var content =
                        operation.putObject("requestBody").put("required", true).putObject("content");
                content.putObject("application/json").putObject("schema").put("type", "object");
                content.putObject("application/yaml").putObject("schema").put("type", "object");
            }
            case JSON -> {
                var body = operation.putObject("requestBody");
                var schema = body.putObject("content").putObject("application/json");
                var whole = asked.whole();
                if (whole == null) {
                    var required = asked.fields().stream().anyMatch(DescribedFields.Field::required);
                    body.put("required", required);
                    schemas.write(schema.putObject("schema"), asked);
                } else {
                    body.put("required", true);
                    schema.set("schema", schemas.of(whole));
                }
            }
        }
    }

    private void well(ObjectNode responses, Endpoint.Answers answer) {
        var well = responses.putObject(Integer.toString(answer.status())).put("description", answer.description());
        well.putObject("content").putObject(answer.contentType()).set("schema", schemas.of(answer.shape()));
    }

    private void responses(ObjectNode responses, Endpoint endpoint) {
        well(responses, endpoint.answer());
        if (endpoint.commands().stream().anyMatch(TwoPersons::mayBe)) {
            well(responses, Receipts.PROPOSED);
        }
        var problems = new TreeMap<Integer, String>();
        problems.put(400, ProblemType.MALFORMED.typeName());
        endpoint.refusals().stream()
                .collect(Collectors.groupingBy(
                        OpenApi::status, TreeMap::new, Collectors.mapping(RefusalNames::of, Collectors.joining(", "))))
                .forEach(problems::put);
        if (endpoint.body() != Endpoint.Body.NONE) {
            problems.put(413, ProblemType.TOO_LARGE.typeName());
            problems.put(415, ProblemType.UNSUPPORTED_MEDIA_TYPE.typeName());
            problems.put(503, ProblemType.NOT_RECORDED.typeName() + ", " + ProblemType.OUTCOME_UNKNOWN.typeName());
        }
        problems.forEach((status, names) -> responses
                .putObject(status.toString())
                .put("description", names)
                .putObject("content")
                .putObject(ProblemJson.CONTENT_TYPE)
                .putObject("schema")
                .put("$ref", Schemas.REFERENCE + PROBLEM));
    }

    private static int status(Class<? extends Refusal> type) {
        return Problem.status(RefusalGuide.of(type).nature());
    }

    private static void problem(ObjectNode schema) {
        schema.put("type", "object").put("description", "an RFC 9457 problem; a refusal's data are further fields");
        schema.putArray("required")
                .add("type")
                .add("title")
                .add("status")
                .add("detail")
                .add("instance");
        var fields = schema.putObject("properties");
        fields.putObject("type").put("type", "string").put("description", "stable; what it names explains it");
        fields.putObject("title").put("type", "string");
        fields.putObject("status").put("type", "integer");
        fields.putObject("detail").put("type", "string").put("description", "in the caller's language");
        fields.putObject("instance").put("type", "string");
        var fault = fields.putObject("faults")
                .put("type", "array")
                .putObject("items")
                .put("type", "object");
        var places = fault.putObject("properties");
        places.putObject("pointer").put("type", "string").put("description", "a JSON pointer into the body");
        places.putObject("line").put("type", "integer");
        places.putObject("column").put("type", "integer");
        places.putObject("parameter").put("type", "string").put("description", "of path or query");
        places.putObject("header").put("type", "string");
        places.putObject("detail").put("type", "string");
    }
}
