package org.plenum.projection.wording;

import java.util.List;

/** Names one after another, as a sentence has them. */
public final class Lists {
    private Lists() {}

    /** "Albino, Cene e Leffe". */
    public static String it(List<String> names) {
        return joined(names, " e ");
    }

    /** "Albino, Cene and Leffe". */
    public static String en(List<String> names) {
        return joined(names, " and ");
    }

    private static String joined(List<String> names, String last) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + last + names.getLast();
    }
}
