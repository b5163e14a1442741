package org.plenum.web.api;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes JSON schemas of shapes; those that have a name are written once and referred to. */
final class Schemas {
    /** Where named schemas stand in the description. */
    static final String REFERENCE = "#/components/schemas/";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<String, ObjectNode> named = new TreeMap<>();

    /** Every schema that was referred to, by name. */
    Map<String, ObjectNode> named() {
        return named;
    }

    /** The schema of a shape. */
    ObjectNode of(Shape shape) {
        return switch (shape) {
            case Shape.Plain plain -> {
                var schema = NODES.objectNode();
                plain.schema().accept(schema);
                yield schema;
            }
            case Shape.ListOf list -> {
                var schema = NODES.objectNode().put("type", "array");
                schema.set("items", of(list.element()));
                yield schema;
            }
            case Shape.OneOf oneOf -> {
                var schema = NODES.objectNode();
                var alternatives = schema.putArray("oneOf");
                oneOf.shapes().forEach(each -> alternatives.add(of(each)));
                yield schema;
            }
            case Shape.Form form -> {
                if (!named.containsKey(form.name())) {
                    var described = new DescribedFields();
                    // Only the asking matters here; what would make a value of it is not wanted.
                    Objects.requireNonNull(form.form().apply(described));
                    var schema = NODES.objectNode();
                    named.put(form.name(), schema);
                    write(schema, described);
                }
                yield reference(form.name());
            }
            case Shape.Named component -> {
                if (!named.containsKey(component.name())) {
                    var schema = NODES.objectNode();
                    named.put(component.name(), schema);
                    component.schema().accept(schema);
                    component.others().forEach(this::of);
                }
                yield reference(component.name());
            }
        };
    }

    /** Writes the schema of an object with these fields and no others. */
    void write(ObjectNode schema, DescribedFields described) {
        schema.put("type", "object").put("additionalProperties", false);
        var required = described.fields().stream()
                .filter(DescribedFields.Field::required)
                .toList();
        if (!required.isEmpty()) {
            var names = schema.putArray("required");
            required.forEach(field -> names.add(field.name()));
        }
        var properties = schema.putObject("properties");
        described.fields().forEach(field -> properties.set(field.name(), of(field.shape())));
        for (var group : described.exactlyOne()) {
            var alternatives = schema.putArray("oneOf");
            group.forEach(name -> alternatives.addObject().putArray("required").add(name));
        }
    }

    private static ObjectNode reference(String name) {
        return NODES.objectNode().put("$ref", REFERENCE + name);
    }
}
