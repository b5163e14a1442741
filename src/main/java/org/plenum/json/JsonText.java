package org.plenum.json;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Bilingual;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * A parsed JSON or YAML text that remembers on which line each value stands. Numbers are kept exactly; a field that
 * stands twice in an object is a fault.
 */
public final class JsonText {
    private static final int DEEPEST = 100;
    private static final StreamReadConstraints BOUNDS =
            StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build();
    private static final JsonFactory JSON =
            JsonFactory.builder().streamReadConstraints(BOUNDS).build();
    private static final YAMLFactory YAML =
            YAMLFactory.builder().streamReadConstraints(BOUNDS).build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, String> plain = new HashMap<>();
    private final Faults faults = new Faults(lines, plain);
    private final JsonNode value;

    private JsonText(JsonParser parser, String language) {
        JsonNode read = NODES.missingNode();
        try (parser) {
            if (parser.nextToken() == null) {
                faults.add("", "testo vuoto", "an empty text");
            } else {
                read = value(parser, "");
                if (faults.isEmpty() && parser.nextToken() != null) {
                    faults.add("", "testo dopo la fine del documento", "there is more text after the end");
                }
            }
        } catch (JacksonException broken) {
            throw new FaultyJson(List.of(syntax(broken, language)));
        }
        value = read;
    }

    /**
     * Parses a JSON text.
     *
     * @throws FaultyJson if it is not one
     */
    public static JsonText json(byte[] utf8) {
        return new JsonText(JSON.createParser(ObjectReadContext.empty(), utf8), "JSON");
    }

    /**
     * Parses a JSON text.
     *
     * @throws FaultyJson if it is not one
     */
    public static JsonText json(String text) {
        return new JsonText(JSON.createParser(ObjectReadContext.empty(), text), "JSON");
    }

    /**
     * Parses a YAML text of one document without anchors.
     *
     * @throws FaultyJson if it is not one
     */
    public static JsonText yaml(String text) {
        return new JsonText(YAML.createParser(ObjectReadContext.empty(), text), "YAML");
    }

    /** The value of the whole text. */
    public JsonNode value() {
        return value;
    }

    /** Collects faults with their lines; holds those that parsing already found. */
    public Faults faults() {
        return faults;
    }

    private JsonNode value(JsonParser parser, String pointer) {
        lines.put(pointer, parser.currentTokenLocation().getLineNr());
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            faults.add(pointer, "rimandi YAML non ammessi", "YAML aliases are not admitted");
        }
        if (parser instanceof YAMLParser && parser.currentToken().isNumeric()) {
            // YAML asks nobody for quotes: what looks like a number may be meant as a name.
            plain.put(pointer, parser.getString());
        }
        return switch (token(parser)) {
            case START_OBJECT -> object(parser, pointer);
            case START_ARRAY -> array(parser, pointer);
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case VALUE_EMBEDDED_OBJECT -> {
                faults.add(pointer, "valori binari YAML non ammessi", "YAML's binary values are not admitted");
                yield NODES.nullNode();
            }
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME ->
                throw new IllegalStateException("no value begins with " + parser.currentToken());
        };
    }

    private JsonNode object(JsonParser parser, String pointer) {
        var object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            var at = pointer + "/" + Place.escaped(name);
            parser.nextToken();
            var again = object.has(name);
            object.set(name, value(parser, at));
            if (again) {
                faults.add(at, "campo ripetuto", "a field that stands twice");
            }
        }
        return object;
    }

    private JsonNode array(JsonParser parser, String pointer) {
        var array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser, pointer + "/" + array.size()));
        }
        return array;
    }

    private static JsonToken token(JsonParser parser) {
        @Nullable JsonToken token = parser.currentToken();
        if (token == null) {
            throw new IllegalStateException("read past the end");
        }
        return token;
    }

    private static JsonFault syntax(JacksonException broken, String language) {
        var location = broken.getLocation();
        var known = location != null && location.getLineNr() > 0;
        return new JsonFault(
                "",
                known ? (Integer) location.getLineNr() : null,
                known && location.getColumnNr() > 0 ? (Integer) location.getColumnNr() : null,
                JsonFault.Kind.FORM,
                reason(broken, language));
    }

    private static Bilingual reason(JacksonException broken, String language) {
        if (broken instanceof StreamConstraintsException) {
            return new Bilingual(
                    "non è leggibile: annidato oltre " + DEEPEST + " livelli, o con un valore smisurato",
                    "cannot be read: nested deeper than " + DEEPEST + " levels, or with an immense value");
        }
        // What the parser says is English, and of several lines where it draws the place.
        return new Bilingual(
                "non è " + language + " valido da qui in poi",
                "not valid " + language + " from here on: "
                        + broken.getOriginalMessage().lines().findFirst().orElse(""));
    }
}
