package org.plenum.json;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Malformed;
import tools.jackson.databind.JsonNode;

/**
 * Hands out the fields of a JSON object, each once asked for; what nobody asks for is a fault, and so is what is not as
 * asked. A null from a required field means that a fault was noted; reading goes on all the same, so that all faults come
 * to light at once. A field that is null counts as left out.
 */
public final class StrictObject {
    private final Place place;
    private final Set<String> asked = new LinkedHashSet<>();

    /** An object; made by {@link Read#object}, which refuses other values and, afterwards, unknown fields. */
    StrictObject(Place place) {
        this.place = place;
    }

    /**
     * Reads a whole text as one object.
     *
     * @throws FaultyJson with everything that is wrong
     */
    public static <T> T read(JsonText text, Function<StrictObject, @Nullable T> read) {
        var faults = text.faults();
        if (text.value().isMissingNode()) {
            // Of a text that says nothing it is enough to say so.
            return faults.orThrow(null);
        }
        return faults.orThrow(Read.object(read).read(Place.root(text.value(), faults)));
    }

    /** A field that must be there. */
    public <T> @Nullable T required(String field, Reader<T> reader) {
        var value = value(field);
        if (value == null) {
            place.faults()
                    .add(place.pointer(), "manca il campo \"" + field + "\"", "the field \"" + field + "\" is missing");
            return null;
        }
        return reader.read(place.child(field, value));
    }

    /** A field that may be left out; null then, and also where a fault was noted. */
    public <T> @Nullable T optional(String field, Reader<T> reader) {
        var value = value(field);
        return value == null ? null : reader.read(place.child(field, value));
    }

    /** A field that means {@code otherwise} where it is left out. */
    public <T> T optional(String field, Reader<T> reader, T otherwise) {
        var read = optional(field, reader);
        return read == null ? otherwise : read;
    }

    /** A text that must be there. */
    public @Nullable String text(String field) {
        return required(field, Read.TEXT);
    }

    /** A text that may be left out. */
    public @Nullable String optionalText(String field) {
        return optional(field, Read.TEXT);
    }

    /** True or false, {@code otherwise} where it is left out. */
    public boolean flag(String field, boolean otherwise) {
        return optional(field, Read.BOOLEAN, otherwise);
    }

    /** An exact decimal, {@code otherwise} where it is left out. */
    public BigDecimal decimal(String field, BigDecimal otherwise) {
        return optional(field, Read.DECIMAL_NUMBER, otherwise);
    }

    /** A list, empty where it is left out. */
    public <T> List<T> list(String field, Reader<T> element) {
        return optional(field, Read.list(element), List.of());
    }

    /** Whether a field is there and not null. Counts as asking for it. */
    public boolean has(String field) {
        return value(field) != null;
    }

    /** The names of all fields, asked for or not. */
    public Set<String> names() {
        return Set.copyOf(place.value().propertyNames());
    }

    /** Notes a fault of the object as a whole. */
    public void fault(String it, String en) {
        place.fault(it, en);
    }

    /** Notes a fault of one field. */
    public void fault(String field, String it, String en) {
        place.faults().add(place.pointer() + "/" + Place.escaped(field), it, en);
    }

    /** Notes why a field, though of the right form, can never be. */
    public void impossible(String field, String it, String en) {
        place.faults().addImpossible(place.pointer() + "/" + Place.escaped(field), new Bilingual(it, en));
    }

    /** Notes that the domain refused a field. */
    public void refused(String field, Malformed refused) {
        place.faults().add(place.pointer() + "/" + Place.escaped(field), refused);
    }

    /** Reads over the remaining fields, where what is wrong already leaves them without a meaning. */
    public void ignoreTheRest() {
        asked.addAll(names());
    }

    /** Where the object stands. */
    public Place place() {
        return place;
    }

    /** Notes as a fault every field that nobody asked for. */
    void refuseTheRest() {
        for (var name : place.value().propertyNames()) {
            if (!asked.contains(name)) {
                fault(
                        name,
                        "campo sconosciuto, previsti: " + String.join(", ", asked),
                        "an unknown field, known are: " + String.join(", ", asked));
            }
        }
    }

    private @Nullable JsonNode value(String field) {
        asked.add(field);
        var value = place.value().get(field);
        return value == null || value.isNull() ? null : value;
    }
}
