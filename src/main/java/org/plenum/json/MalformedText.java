package org.plenum.json;

import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Malformed;

/** What to tell whoever wrote a value that the domain refused. */
public final class MalformedText {
    private MalformedText() {}

    /** What is wrong with the value and what was expected. */
    public static Bilingual of(Malformed refused) {
        var value = "\"" + refused.value() + "\"";
        return switch (refused.fault()) {
            case IDENTIFIER_LENGTH ->
                new Bilingual(
                        "identificativo vuoto o più lungo di 100 caratteri: " + value,
                        "an identifier has 1 to 100 characters: " + value);
            case IDENTIFIER_CHARACTERS ->
                new Bilingual(
                        "un identificativo ha solo lettere, cifre e . _ - : @ + e comincia con lettera o cifra: "
                                + value,
                        "an identifier has letters, digits and . _ - : @ + only, and begins with a letter or digit: "
                                + value);
            case TEXT_EMPTY -> new Bilingual("testo vuoto", "an empty text");
            case TEXT_LENGTH -> new Bilingual("testo troppo lungo: " + value, "the text is too long: " + value);
            case TEXT_CHARACTERS ->
                new Bilingual(
                        "il testo contiene caratteri di controllo o segni che cambiano la direzione di scrittura: "
                                + value,
                        "the text has control characters or marks that change the direction of writing: " + value);
            case NUMBER -> new Bilingual("numero non ammesso: " + value, "not a number that may stand here: " + value);
            case TIME ->
                new Bilingual(
                        "data, ora o durata non valida: " + value, "not a valid date, time or duration: " + value);
            case TIME_SKIPPED ->
                new Bilingual(
                        "ora che non esiste (passaggio all'ora legale): " + value,
                        "a time that did not exist (clocks went forward): " + value);
            case TIME_REPEATED ->
                new Bilingual(
                        "ora che esiste due volte (ritorno all'ora solare), indicare lo scarto: " + value,
                        "a time that existed twice (clocks went back), state its offset: " + value);
            case RULE -> new Bilingual("regola non ammessa qui: " + value, "not a rule that may stand here: " + value);
            case WORD -> new Bilingual("parola non prevista: " + value, "not a word that may stand here: " + value);
        };
    }
}
