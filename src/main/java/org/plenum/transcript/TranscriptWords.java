package org.plenum.transcript;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plenum.json.Read;
import org.plenum.json.Reader;
import org.plenum.vocabulary.Conclusion;
import org.plenum.vocabulary.DeclaredOutcome;
import org.plenum.vocabulary.Method;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.SheetMark;
import org.plenum.vocabulary.Words;

/** The fixed words of a transcript file. */
final class TranscriptWords {
    static final Reader<Mode> MODE = word(List.of(Mode.IN_PERSON, Mode.REMOTE));
    static final Reader<Method> METHOD = word(List.of(Method.values()));
    static final Reader<Conclusion> CONCLUSION = word(List.of(Conclusion.values()));
    static final Reader<SheetMark> SHEET = word(List.of(SheetMark.values()));
    static final Reader<DeclaredOutcome> OUTCOME = word(List.of(
            DeclaredOutcome.CARRIED, DeclaredOutcome.REJECTED, DeclaredOutcome.UNANIMOUS, DeclaredOutcome.NO_QUORUM));

    private TranscriptWords() {}

    private static <E extends Enum<E>> Reader<E> word(List<E> constants) {
        Map<String, E> words = new LinkedHashMap<>();
        constants.forEach(constant -> words.put(Words.of(constant), constant));
        return Read.word(words);
    }
}
