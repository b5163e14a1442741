package org.plenum.web.api;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** What a kind of value looks like in JSON, from which its schema is written. */
sealed interface Shape {
    /** A plain value with this schema, which refers to no other. */
    record Plain(Consumer<ObjectNode> schema) implements Shape {}

    /** A list. */
    record ListOf(Shape element) implements Shape {}

    /** One of several. */
    record OneOf(List<Shape> shapes) implements Shape {}

    /** An object that a form reads, with a name of its own in the description. */
    record Form(String name, Function<Fields, ? extends Supplier<?>> form) implements Shape {}

    /** A schema with a name of its own, written by hand; it may refer to itself and others by that name. */
    record Named(String name, Consumer<ObjectNode> schema, List<Named> others) implements Shape {}
}
