package org.plenum.vocabulary;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How constants are written in files, interfaces and findings: {@code NO_QUORUM} is "no-quorum". */
public final class Words {
    /** The words of a type's constants: reports say them by the thousand. */
    private static final ClassValue<Map<Object, String>> WORDS = new ClassValue<>() {
        @Override
        protected Map<Object, String> computeValue(Class<?> type) {
            return Stream.of(type.getEnumConstants())
                    .collect(Collectors.toUnmodifiableMap(
                            constant -> constant, constant -> written(((Enum<?>) constant).name())));
        }
    };

    private Words() {}

    /** The word for a constant. */
    public static String of(Enum<?> constant) {
        return Objects.requireNonNull(WORDS.get(constant.getDeclaringClass()).get(constant));
    }

    private static String written(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The word for a choice: its stance, or the candidates preferred. */
    public static String of(Choice choice) {
        return switch (choice) {
            case Choice.Stance stance -> of((Enum<?>) stance);
            case Choice.Preferences(var candidates) ->
                String.join(", ", candidates.stream().map(CandidateId::value).toList());
        };
    }

    /**
     * The constant for a word.
     *
     * @throws Malformed if it is none of the type's
     */
    public static <E extends Enum<E>> E read(Class<E> type, String what, String word) {
        for (var constant : type.getEnumConstants()) {
            if (of(constant).equals(word)) {
                return constant;
            }
        }
        throw new Malformed(Malformed.Fault.WORD, what, word);
    }
}
