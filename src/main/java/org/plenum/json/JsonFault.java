package org.plenum.json;

import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Bilingual;

/**
 * One thing wrong with a JSON text.
 *
 * @param pointer where, as a JSON pointer (RFC 6901); empty for the whole
 * @param line on which line of the text, counted from 1, where that is known
 * @param column in which column of that line, counted from 1, where the text stops being JSON there
 * @param message what is wrong and what was expected
 */
public record JsonFault(
        String pointer, @Nullable Integer line, @Nullable Integer column, Kind kind, Bilingual message) {
    /** What sort of fault it is. */
    public enum Kind {
        /** The text is not of the expected form: not JSON, a field unknown, missing or of another type. */
        FORM,
        /** The form is right, and the value can never be: an identifier with a slash, a word that is on no list. */
        VALUE
    }

    /** In English, with its place: {@code /rules/majority (line 7): …}. */
    public String en() {
        return place("line", "column") + message.en();
    }

    /** In Italian, with its place: {@code /rules/majority (riga 7): …}. */
    public String it() {
        return place("riga", "colonna") + message.it();
    }

    private String place(String lineWord, String columnWord) {
        var place = new StringBuilder(pointer.isEmpty() ? "/" : pointer);
        if (line != null) {
            place.append(" (").append(lineWord).append(' ').append(line);
            if (column != null) {
                place.append(", ").append(columnWord).append(' ').append(column);
            }
            place.append(')');
        }
        return place.append(": ").toString();
    }
}
