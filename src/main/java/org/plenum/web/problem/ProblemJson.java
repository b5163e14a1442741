package org.plenum.web.problem;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.plenum.json.JsonFault;
import org.plenum.json.VocabularyJson;
import org.plenum.language.Language;
import org.plenum.vocabulary.Bilingual;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of problems. */
public final class ProblemJson {
    /** The content type of problems. */
    public static final String CONTENT_TYPE = "application/problem+json";

    private static final JsonMapper MAPPER = VocabularyJson.mapper().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ProblemJson() {}

    /** A problem met at an address, told in a language. */
    public static byte[] write(Problem problem, Language language, String instance) {
        var json = NODES.objectNode()
                .put("type", problem.type())
                .put("title", language.of(problem.title()))
                .put("status", problem.status())
                .put("detail", language.of(problem.detail()))
                .put("instance", instance);
        problem.data().forEach((name, value) -> json.set(name, value(value, language)));
        return MAPPER.writeValueAsBytes(json);
    }

    private static JsonNode value(@Nullable Object value, Language language) {
        return switch (value) {
            case Bilingual sentence -> NODES.stringNode(language.of(sentence));
            case Fault fault -> fault(fault, language);
            case Collection<?> list -> {
                var array = NODES.arrayNode();
                list.forEach(each -> array.add(value(each, language)));
                yield array;
            }
            case null -> NODES.nullNode();
            default -> MAPPER.valueToTree(value);
        };
    }

    private static ObjectNode fault(Fault fault, Language language) {
        var json = NODES.objectNode();
        switch (fault.place()) {
            case Fault.InParameter(var name) -> json.put("parameter", name);
            case Fault.InHeader(var name) -> json.put("header", name);
            case Fault.InBody(JsonFault where) -> {
                json.put("pointer", where.pointer());
                if (where.line() != null) {
                    json.put("line", where.line());
                }
                if (where.column() != null) {
                    json.put("column", where.column());
                }
            }
        }
        return json.put("detail", language.of(fault.message()));
    }
}
