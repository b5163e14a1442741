package org.plenum.vocabulary;

/** The one form that every identifier has: it stands in addresses, file names and proofs, so it stays plain. */
final class Identifiers {
    /** Longest identifier, in UTF-16 units. */
    static final int LONGEST = 100;

    private Identifiers() {}

    /**
     * Returns the identifier as it is.
     *
     * @throws Malformed unless it has 1 to 100 letters, digits or {@code . _ - : @ +} and begins with a letter or digit
     */
    static String check(String what, String value) {
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new Malformed(Malformed.Fault.IDENTIFIER_LENGTH, what, value);
        }
        var first = value.codePointAt(0);
        var wellFormed = Character.isLetterOrDigit(first);
        for (var at = Character.charCount(first); wellFormed && at < value.length(); ) {
            var c = value.codePointAt(at);
            wellFormed = Character.isLetterOrDigit(c) || "._-:@+".indexOf(c) >= 0;
            at += Character.charCount(c);
        }
        if (!wellFormed) {
            throw new Malformed(Malformed.Fault.IDENTIFIER_CHARACTERS, what, value);
        }
        return value;
    }
}
