package org.plenum.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * What somebody said or wrote, in their own words. The ledger keeps a commitment to it in the entry and the words
 * beside it, so that they may be withheld later; then {@code words} is null.
 */
public record FreeText(@Nullable String words) {
    private static final FreeText WITHHELD = new FreeText(null);

    /** Throws {@link Malformed} if there are words and they cannot be a text. */
    public FreeText {
        words = words == null ? null : Texts.text("text", words);
    }

    /** A text whose words were withheld (omissis). */
    public static FreeText withheld() {
        return WITHHELD;
    }

    /** The words, or "[omissis]" where they are withheld. */
    @Override
    public String toString() {
        return words == null ? "[omissis]" : words;
    }
}
