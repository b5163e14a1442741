package org.plenum.json;

import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Bilingual;

/**
 * One thing wrong with a JSON text.
 *
 * @param pointer where, as a JSON pointer (RFC 6901); empty for the whole
 * @param line on which line of the text, counted from 1, where that is known
 * @param message what is wrong and what was expected
 */
public record JsonFault(String pointer, @Nullable Integer line, Bilingual message) {
    /** In English, with its place: {@code /rules/majority (line 7): …}. */
    public String en() {
        return (pointer.isEmpty() ? "/" : pointer) + (line == null ? "" : " (line " + line + ")") + ": " + message.en();
    }

    /** In Italian, with its place: {@code /rules/majority (riga 7): …}. */
    public String it() {
        return (pointer.isEmpty() ? "/" : pointer) + (line == null ? "" : " (riga " + line + ")") + ": " + message.it();
    }
}
