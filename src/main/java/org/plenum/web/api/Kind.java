package org.plenum.web.api;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plenum.json.Read;
import org.plenum.json.Reader;
import org.plenum.json.StrictObject;
import tools.jackson.databind.node.ObjectNode;

/**
 * A kind of value: how it is read, and what it looks like.
 *
 * @param <T> what it is read as
 */
record Kind<T>(Reader<T> reader, Shape shape) {
    /** A text that the domain makes a value of. */
    static <T> Kind<T> text(Function<String, T> make, Consumer<ObjectNode> schema) {
        return new Kind<>(Read.text(make), new Shape.Plain(node -> {
            node.put("type", "string");
            schema.accept(node);
        }));
    }

    /** A list. */
    static <T> Kind<List<T>> list(Kind<T> element) {
        return new Kind<>(Read.list(element.reader()), new Shape.ListOf(element.shape()));
    }

    /**
     * An object.
     *
     * @param name what the description calls it
     * @param form asks for its fields, and returns what makes the value of them if nothing is wrong
     */
    static <T> Kind<T> object(String name, Function<Fields, Supplier<T>> form) {
        return new Kind<>(Read.object(object -> read(object, form)), new Shape.Form(name, form));
    }

    private static <T> @Nullable T read(StrictObject object, Function<Fields, Supplier<T>> form) {
        var fields = new ReadFields(object);
        var made = form.apply(fields);
        return fields.isFaulty() ? null : made.get();
    }
}
