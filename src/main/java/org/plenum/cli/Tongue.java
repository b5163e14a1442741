package org.plenum.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plenum.json.JsonFault;
import org.plenum.vocabulary.Bilingual;

/** The language in which a command speaks. */
enum Tongue {
    ITALIAN,
    ENGLISH;

    private static final String OPTION = "--lang";

    /** The one that this process speaks. */
    static Tongue current() {
        return Locale.getDefault().getLanguage().equals("it") ? ITALIAN : ENGLISH;
    }

    /**
     * Makes the process speak the language asked for with {@code --lang}, else the one of LC_ALL, LC_MESSAGES or LANG,
     * whichever comes first; Italian where it begins with "it", otherwise English.
     */
    static void choose(List<String> arguments, Map<String, String> environment) {
        var wanted = asked(arguments)
                .orElseGet(() -> Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                        .map(name -> environment.getOrDefault(name, ""))
                        .filter(value -> !value.isEmpty())
                        .findFirst()
                        .orElse(""));
        Locale.setDefault(wanted.toLowerCase(Locale.ROOT).startsWith("it") ? Locale.ITALIAN : Locale.ENGLISH);
    }

    /** Whether a language of this name is spoken: "it", "en", and what locales make of them. */
    static boolean isKnown(String name) {
        return name.toLowerCase(Locale.ROOT).matches("(it|en)([_-].*)?");
    }

    private static Optional<String> asked(List<String> arguments) {
        var at = arguments.indexOf(OPTION);
        if (at >= 0 && at + 1 < arguments.size()) {
            return Optional.of(arguments.get(at + 1));
        }
        return arguments.stream()
                .filter(argument -> argument.startsWith(OPTION + "="))
                .map(argument -> argument.substring(OPTION.length() + 1))
                .findFirst();
    }

    String say(String it, String en) {
        return this == ITALIAN ? it : en;
    }

    String say(Bilingual sentence) {
        return say(sentence.it(), sentence.en());
    }

    String say(JsonFault fault) {
        return say(fault.it(), fault.en());
    }
}
