package org.plenum.projection.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plenum.command.Refusal;
import org.plenum.command.RefusalNames;
import org.plenum.decision.RandomSession;
import org.plenum.projection.Minutes;
import org.plenum.projection.Names;
import org.plenum.projection.SessionHistory;
import org.plenum.projection.report.SessionFold;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Finding;
import org.plenum.vocabulary.FindingCode;
import org.plenum.vocabulary.Provenance;
import org.plenum.vocabulary.SeatId;

/** Every finding that can be made has its sentence, in both languages and with names instead of identifiers. */
class FindingSentencesTest {
    private static final Names NAMES =
            SessionFold.of(Minutes.valleSeriana()).view().names();

    private static Bilingual sentence(FindingCode code, String topic, String expected, String found, String... seats) {
        return FindingSentences.of(
                new Finding(code, topic, Stream.of(seats).map(SeatId::new).toList(), expected, found), NAMES);
    }

    static Stream<Class<? extends Refusal>> breaches() {
        return leaves(Refusal.Breach.class);
    }

    private static Stream<Class<? extends Refusal>> leaves(Class<? extends Refusal> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(one -> leaves(one.asSubclass(Refusal.class)))
                : Stream.of(type);
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void everyBreachThatMinutesCanRecordHasASentence(Class<? extends Refusal> breach) {
        var sentence = sentence(FindingCode.OTHER, RefusalNames.of(breach), null, null, "albino");
        whole(sentence);
    }

    private static void whole(Bilingual sentence) {
        assertThat(sentence.it())
                .doesNotContain("{")
                .doesNotContainPattern("\\bnull\\b")
                .endsWith(".");
        assertThat(sentence.en())
                .doesNotContain("{")
                .doesNotContainPattern("\\bnull\\b")
                .endsWith(".");
    }

    @Test
    void whateverIsFoundInRandomMinutesIsSaid() {
        for (var seed = 0; seed < 100; seed++) {
            var view = SessionFold.of(SessionHistory.of(new RandomSession(seed, Provenance.TRANSCRIBED)
                            .run(150)
                            .history()))
                    .view();
            view.findings().forEach(finding -> whole(FindingSentences.of(finding.finding(), view.names())));
        }
    }

    @Test
    void sentencesNameSeatsAndNumbers() {
        assertThat(sentence(FindingCode.COUNT_MISMATCH, "for", "12", "13", "albino"))
                .isEqualTo(new Bilingual(
                        "Voti favorevoli: 13 secondo il verbale, 12 secondo i voti registrati.",
                        "Votes for: 13 by the minutes, 12 by the ballots recorded."));
        assertThat(sentence(FindingCode.PRESENT_MISMATCH, "sheet", "absent", "present", "albino", "cene", "leffe"))
                .isEqualTo(
                        new Bilingual(
                                "Secondo il foglio delle presenze presente, secondo il verbale assente: Comune di Albino, Comune di Cene e Comune di Leffe.",
                                "According to the attendance sheet present, according to the minutes absent: Comune di Albino, Comune di Cene and Comune di Leffe."));
        assertThat(sentence(FindingCode.OUTCOME_MISMATCH, "outcome", "rejected", "unanimous")
                        .it())
                .isEqualTo("Il verbale dichiara l'esito «approvata all'unanimità», dal computo risulta «respinta».");
        assertThat(sentence(FindingCode.CORRECTED, "ballot", "for", "against", "albino", "comunita-montana")
                        .it())
                .isEqualTo("Il voto registrato del Comune di Albino e della Comunità Montana Valle Seriana è stato"
                        + " rettificato da «favorevole» a «contrario».");
        assertThat(sentence(FindingCode.NO_QUORUM, "no-quorum", "4", "3").it())
                .endsWith("il numero legale (presenti 3, necessari 4).");
        assertThat(sentence(FindingCode.NO_QUORUM, "no-quorum", null, "3").it()).endsWith("il numero legale.");
        assertThat(sentence(FindingCode.CORRECTED, "ballot", "for", null, "cene")
                        .en())
                .isEqualTo("The ballot recorded of Comune di Cene was corrected from “for” to “nothing”.");
    }

    @Test
    void aTopicWithoutASentenceIsAMistakeOfOurs() {
        assertThatThrownBy(() -> sentence(FindingCode.OTHER, "unheard-of", null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
