package org.plenum.json;

import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Malformed;
import tools.jackson.databind.JsonNode;

/** A value and where it stands. */
public record Place(JsonNode value, String pointer, Faults faults) {
    /** The whole of a text. */
    public static Place root(JsonNode value, Faults faults) {
        return new Place(value, "", faults);
    }

    /** A member of an object or an element of a list. */
    public Place child(String step, JsonNode child) {
        return new Place(child, pointer + "/" + escaped(step), faults);
    }

    /** The value as a text: a text, or a number of a YAML file as it is written there. Null where it is neither. */
    public @Nullable String text() {
        return value.isString() ? value.stringValue() : faults.plain(pointer);
    }

    /** Notes what is wrong with the form of the value. */
    public void fault(String it, String en) {
        faults.add(pointer, it, en);
    }

    /** Notes why the value, though of the right form, can never be. */
    public void impossible(String it, String en) {
        faults.addImpossible(pointer, new Bilingual(it, en));
    }

    /** Notes that the domain refused the value. */
    public void fault(Malformed refused) {
        faults.add(pointer, refused);
    }

    /** Notes that something else was expected. */
    void expected(String it, String en) {
        var found = kind();
        fault("previsto " + it + ", trovato " + found.it(), "expected " + en + ", found " + found.en());
    }

    /** A step of a JSON pointer. */
    static String escaped(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }

    private Bilingual kind() {
        return switch (value.getNodeType()) {
            case OBJECT -> new Bilingual("un oggetto", "an object");
            case ARRAY -> new Bilingual("un elenco", "a list");
            case STRING -> new Bilingual("un testo", "a text");
            case NUMBER -> new Bilingual("un numero", "a number");
            case BOOLEAN -> new Bilingual("vero/falso", "true or false");
            case NULL -> new Bilingual("null", "null");
            case MISSING -> new Bilingual("nulla", "nothing");
            case BINARY, POJO -> new Bilingual("un valore non testuale", "a value that is not text");
        };
    }
}
