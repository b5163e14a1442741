package org.plenum.web.problem;

import org.plenum.json.JsonFault;
import org.plenum.vocabulary.Bilingual;

/** One thing wrong with a request, and where. */
public record Fault(Place place, JsonFault.Kind kind, Bilingual message) {
    /** Where something is wrong. */
    public sealed interface Place {}

    /** In a variable of the path or a parameter of the query. */
    public record InParameter(String name) implements Place {}

    /** In a header. */
    public record InHeader(String name) implements Place {}

    /** In the body. */
    public record InBody(JsonFault where) implements Place {}

    /** A fault of the body. */
    public static Fault of(JsonFault fault) {
        return new Fault(new InBody(fault), fault.kind(), fault.message());
    }

    /** A fault of a parameter. */
    public static Fault inParameter(String name, JsonFault fault) {
        return new Fault(new InParameter(name), fault.kind(), fault.message());
    }

    /** A fault of a value that was read from the body, by its JSON pointer. */
    public static Fault inBody(String pointer, JsonFault.Kind kind, Bilingual message) {
        return of(new JsonFault(pointer, null, null, kind, message));
    }

    /** A parameter that should not be there, or not so. */
    public static Fault inParameter(String name, Bilingual message) {
        return new Fault(new InParameter(name), JsonFault.Kind.FORM, message);
    }

    /** A header that is not of its form. */
    public static Fault inHeader(String name, Bilingual message) {
        return new Fault(new InHeader(name), JsonFault.Kind.FORM, message);
    }

    /** The fault as one line: where, and what. */
    Bilingual line() {
        return switch (place) {
            case InParameter(var name) -> prefixed(name + ": ");
            case InHeader(var name) -> prefixed(name + ": ");
            case InBody(var where) -> new Bilingual(where.it(), where.en());
        };
    }

    private Bilingual prefixed(String place) {
        return new Bilingual(place + message.it(), place + message.en());
    }
}
