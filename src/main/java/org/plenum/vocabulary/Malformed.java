package org.plenum.vocabulary;

/**
 * A value that cannot be one of the domain's: it is refused before any decision, and carries what was wrong with it.
 */
public final class Malformed extends IllegalArgumentException {
    /** What is wrong with the value. */
    public enum Fault {
        /** An identifier is empty or longer than 100 characters. */
        IDENTIFIER_LENGTH,
        /** An identifier has a character other than letters, digits and {@code . _ - : @ +}. */
        IDENTIFIER_CHARACTERS,
        /** A name or text is empty or blank. */
        TEXT_EMPTY,
        /** A name or text is longer than its kind allows. */
        TEXT_LENGTH,
        /** A name or text has control characters, or marks that change the direction of writing. */
        TEXT_CHARACTERS,
        /** A number is not what its place allows (a weight of zero, a negative population). */
        NUMBER,
        /** A date or time is not written as one. */
        TIME,
        /** A local time that the zone's clocks never showed (the hour skipped in spring). */
        TIME_SKIPPED,
        /** A local time that the zone's clocks showed twice (the hour repeated in autumn), without its offset. */
        TIME_REPEATED,
        /** A rule of procedure that is not well formed. */
        RULE,
        /** A word that is not one of a fixed list. */
        WORD
    }

    private final Fault fault;
    private final String what;
    private final String value;

    /** What is wrong, with which field, and the value as it came (shortened). */
    public Malformed(Fault fault, String what, String value) {
        super(what + ": " + fault + ": " + shortened(value));
        this.fault = fault;
        this.what = what;
        this.value = shortened(value);
    }

    /** What is wrong. */
    public Fault fault() {
        return fault;
    }

    /** The field or kind of value concerned. */
    public String what() {
        return what;
    }

    /** The value as it came, at most 80 characters of it, without control characters. */
    public String value() {
        return value;
    }

    private static String shortened(String value) {
        var visible = new StringBuilder();
        value.codePoints().limit(80).forEach(c -> visible.appendCodePoint(Texts.isInvisible(c) ? '\uFFFD' : c));
        return visible.toString();
    }
}
