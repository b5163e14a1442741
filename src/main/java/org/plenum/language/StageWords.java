package org.plenum.language;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.SessionStage;

/** How a session's stage is said. */
public final class StageWords {
    private StageWords() {}

    /** The word for a stage, as said of a session: "aperta", "open". */
    public static Bilingual of(SessionStage stage) {
        return switch (stage) {
            case CONVENED -> new Bilingual("convocata", "convened");
            case OPEN -> new Bilingual("aperta", "open");
            case SUSPENDED -> new Bilingual("sospesa", "suspended");
            case CLOSED -> new Bilingual("chiusa", "closed");
            case DESERTED -> new Bilingual("deserta", "deserted");
            case ADJOURNED -> new Bilingual("aggiornata", "adjourned");
        };
    }

    /** Several stages, one of which is meant: "aperta o sospesa", "open or suspended". */
    static Bilingual anyOf(List<SessionStage> stages) {
        return new Bilingual(joined(stages, Bilingual::it, " o "), joined(stages, Bilingual::en, " or "));
    }

    private static String joined(List<SessionStage> stages, Function<Bilingual, String> language, String or) {
        return stages.stream().map(StageWords::of).map(language).collect(Collectors.joining(or));
    }
}
