package org.plenum.language;

import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Bilingual;

/** A language in which the ledger speaks. */
public enum Language {
    /** Italian. */
    IT,
    /** English, also for whoever asks for neither. */
    EN;

    /** The one that a caller prefers, by an {@code Accept-Language} header; English where it names neither. */
    public static Language preferred(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > 1_000) {
            return EN;
        }
        try {
            for (var range : LanguageRange.parse(acceptLanguage)) {
                var tag = range.getRange();
                if (range.getWeight() > 0 && (tag.equals("it") || tag.startsWith("it-"))) {
                    return IT;
                }
                if (range.getWeight() > 0 && (tag.equals("en") || tag.startsWith("en-") || tag.equals("*"))) {
                    return EN;
                }
            }
        } catch (IllegalArgumentException unreadable) {
            // A header that nobody can read states no preference.
            return EN;
        }
        return EN;
    }

    /** The sentence in this language. */
    public String of(Bilingual sentence) {
        return switch (this) {
            case IT -> sentence.it();
            case EN -> sentence.en();
        };
    }

    /** Its tag: "it", "en". */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
