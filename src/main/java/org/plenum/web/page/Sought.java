package org.plenum.web.page;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody types to find a seat: its number, its identifier, or letters that words of its names begin with, in any
 * order and without accents.
 */
record Sought(String letters) {
    private static final int LONGEST = 100;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s'’-]+");

    Sought {
        letters = letters.strip();
        letters = letters.length() <= LONGEST ? letters : letters.substring(0, LONGEST);
    }

    /** Whether nothing is sought. */
    boolean isNothing() {
        return letters.isEmpty();
    }

    /** Whether one seat alone can be meant: that of this number, or this identifier. */
    boolean names(String seat, @Nullable Integer number) {
        return letters.equalsIgnoreCase(seat) || (number != null && letters.equals(number.toString()));
    }

    /** Whether each of the words sought begins a word of these names. */
    boolean begins(@Nullable String... names) {
        var words = Stream.of(names)
                .filter(java.util.Objects::nonNull)
                .flatMap(name -> words(name).stream())
                .toList();
        return words(letters).stream().allMatch(sought -> words.stream().anyMatch(word -> word.startsWith(sought)));
    }

    private static List<String> words(String text) {
        var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(BETWEEN_WORDS.split(plain))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
