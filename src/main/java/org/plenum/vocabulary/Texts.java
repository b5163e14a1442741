package org.plenum.vocabulary;

/** What a name or a text may hold: what can be read on a page and printed in minutes, nothing that hides or reorders. */
public final class Texts {
    /** Longest name, title or subject, in UTF-16 units. */
    public static final int LONGEST_NAME = 1_000;

    /** Longest free text, in UTF-16 units: it fits an entry of the ledger whatever its characters. */
    public static final int LONGEST_TEXT = 10_000;

    private Texts() {}

    /**
     * A name, title or subject on one line, without surrounding blanks.
     *
     * @throws Malformed if it is blank, longer than {@link #LONGEST_NAME}, or has control or direction marks
     */
    public static String name(String what, String value) {
        return check(what, value, LONGEST_NAME, false);
    }

    /**
     * A free text, perhaps of several lines, without surrounding blanks.
     *
     * @throws Malformed if it is blank, longer than {@link #LONGEST_TEXT}, or has control or direction marks
     */
    public static String text(String what, String value) {
        return check(what, value, LONGEST_TEXT, true);
    }

    private static String check(String what, String value, int longest, boolean lines) {
        var stripped = value.strip();
        if (stripped.isEmpty()) {
            throw new Malformed(Malformed.Fault.TEXT_EMPTY, what, value);
        }
        if (stripped.length() > longest) {
            throw new Malformed(Malformed.Fault.TEXT_LENGTH, what, value);
        }
        if (stripped.codePoints().anyMatch(c -> isInvisible(c) && !(lines && (c == '\n' || c == '\t' || c == '\r')))) {
            throw new Malformed(Malformed.Fault.TEXT_CHARACTERS, what, value);
        }
        return stripped;
    }

    /** Whether a code point is a control character, a lone surrogate, or a mark that hides or reorders text. */
    static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            // Joiners shape letters in some scripts; every other format character reorders or hides.
            case Character.FORMAT -> c != 0x200C && c != 0x200D;
            default -> false;
        };
    }
}
