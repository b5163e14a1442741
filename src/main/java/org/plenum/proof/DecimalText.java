package org.plenum.proof;

import java.util.OptionalLong;

/** Whole numbers as C2SP texts write them: ASCII digits, no sign, no leading zero unless the number is zero. */
public final class DecimalText {

    private static final int MOST_DIGITS = 19;

    private DecimalText() {}

    /** The number, from 0 to 2^63 − 1; empty if the text isn't one written this way. */
    public static OptionalLong parse(String text) {
        boolean digits = !text.isEmpty()
                && text.length() <= MOST_DIGITS
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && (text.equals("0") || text.charAt(0) != '0');
        if (!digits) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException tooLarge) {
            return OptionalLong.empty();
        }
    }
}
