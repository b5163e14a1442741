package org.plenum.command;

import java.util.Locale;
import java.util.regex.Pattern;

/** The stable names of refusals: "already-present". They stand in findings, in problem types and in documents. */
public final class RefusalNames {
    private static final Pattern CAPITAL = Pattern.compile("(?<=.)(?=\\p{Upper})");

    private RefusalNames() {}

    /** The name of a refusal, from its type. A test holds the list of names, so that renaming a type cannot change one. */
    public static String of(Refusal refusal) {
        return of(refusal.getClass());
    }

    /** The name of a type of refusal. */
    public static String of(Class<? extends Refusal> type) {
        return CAPITAL.matcher(type.getSimpleName()).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
