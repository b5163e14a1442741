package org.plenum.projection.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plenum.command.TwoPersons;
import org.plenum.decision.RandomSession;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.SessionConvened;
import org.plenum.ledger.EventSamples;
import org.plenum.projection.Names;
import org.plenum.projection.SessionHistory;
import org.plenum.projection.wording.EventSentences;
import org.plenum.projection.wording.Proposals;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Provenance;

class TellingTest {
    private static final int SESSIONS = 60;

    static Stream<SessionEvent> everyEvent() {
        return EventSamples.all().stream().flatMap(event -> event instanceof SessionEvent of ? Stream.of(of) : null);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyEvent")
    void everyEventIsAWholeSentenceInBothLanguages(SessionEvent event) {
        var convened = everyEvent()
                .filter(SessionConvened.class::isInstance)
                .map(SessionConvened.class::cast)
                .findFirst()
                .orElseThrow();
        var names = new Names(convened, Map.of(), Map.of(), Map.of(), Map.of(), Set.of());
        var sentence = new EventSentences(names).of(event);
        for (var said : new String[] {sentence.it(), sentence.en()}) {
            assertThat(said)
                    .matches("(?s)[\\p{L}\\d].*[.»”]")
                    .doesNotContain("%", "  ", "..", "[")
                    .doesNotContainPattern("\\bnull\\b");
        }
        assertThat(sentence.it()).isNotEqualTo(sentence.en());
    }

    @Test
    void everythingThatMayBeLeftToTwoIsSaidInWords() {
        for (var command : TwoPersons.names()) {
            assertThat(Proposals.of(command)).isNotEqualTo(new Bilingual(command, command));
            assertThat(Proposals.of(command).it())
                    .isNotEqualTo(Proposals.of(command).en());
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsOfTheQuorumWhatTheReportOfThatPositionTells(Provenance provenance) {
        LongStream.range(0, SESSIONS).forEach(seed -> {
            var history = SessionHistory.of(
                    new RandomSession(seed, provenance).run(80).history());
            var told = Telling.of(history);
            assertThat(told).hasSameSizeAs(history.events());
            var fold = new SessionFold();
            for (var one : told) {
                fold.apply(one.recorded());
                assertThat(one.findings()).hasSameSizeAs(one.recorded().findings());
                if (one.quorum() != null) {
                    assertThat(one.quorum().step())
                            .as("seed %d, position %d", seed, one.recorded().position())
                            .isEqualTo(fold.view().quorum().now());
                }
            }
        });
    }

    @Test
    void aSessionOfNothingIsToldInNoWords() {
        assertThat(Telling.of(SessionHistory.of(java.util.List.of()))).isEmpty();
    }
}
