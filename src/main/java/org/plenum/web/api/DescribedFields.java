package org.plenum.web.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes down what a form asks for, without anything having been sent. */
class DescribedFields implements Fields {
    /** A field that is asked for. */
    record Field(String name, Shape shape, boolean required) {}

    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final List<List<String>> exactlyOne = new ArrayList<>();

    /** What is asked for, in that order. */
    List<Field> fields() {
        return List.copyOf(fields.values());
    }

    /** Groups of fields of which exactly one is there. */
    List<List<String>> exactlyOne() {
        return exactlyOne;
    }

    @Override
    public <T> Given<T> required(String name, Kind<T> kind) {
        return described(name, kind, true);
    }

    @Override
    public <T> Given<T> optional(String name, Kind<T> kind) {
        return described(name, kind, false);
    }

    @Override
    public void exactlyOne(String... names) {
        exactlyOne.add(List.of(names));
    }

    @Override
    public void atMostOne(String... names) {
        // A schema has no plain way to say so; the refusal does.
    }

    @Override
    public void onlyWith(String first, String second) {
        // As above.
    }

    private <T> Given<T> described(String name, Kind<T> kind, boolean required) {
        if (fields.put(name, new Field(name, kind.shape(), required)) != null) {
            throw new IllegalStateException("asked for twice: " + name);
        }
        return Given.nothing();
    }
}
