package org.plenum.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plenum.command.Refusal;
import org.plenum.command.RefusalNames;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.TimeWords;
import org.plenum.vocabulary.VoteId;
import org.plenum.vocabulary.When;

class RefusalSentencesTest {
    static List<Refusal> refusals() {
        return RefusalSamples.all();
    }

    static List<Class<? extends Refusal>> types() {
        return RefusalSamples.types();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void everyRefusalIsOneSentenceInEachLanguage(Refusal refusal) {
        var sentence = RefusalSentences.of(refusal);
        assertThat(List.of(sentence.it(), sentence.en()))
                .allSatisfy(text -> assertThat(text)
                        .endsWith(".")
                        .doesNotContain("%s", "[", "\n")
                        .doesNotContainPattern("\\bnull\\b"));
        assertThat(sentence.it()).isNotEqualTo(sentence.en());
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aSentenceNamesEverySeatConcerned(Refusal refusal) {
        var sentence = RefusalSentences.of(refusal);
        var said = switch (refusal) {
            // These two say who has the proxy or gives it; the other follows from the command.
            case Refusal.ProxyCapReached r -> List.of(r.to());
            case Refusal.ProxyAlreadyGiven r -> List.of(r.from());
            default -> refusal.seats();
        };
        for (SeatId seat : said) {
            assertThat(sentence.it()).contains(seat.value());
            assertThat(sentence.en()).contains(seat.value());
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeHasATitleAndARemedyInEachLanguage(Class<? extends Refusal> type) {
        var entry = RefusalGuide.of(type);
        assertThat(entry.name()).isEqualTo(RefusalNames.of(type)).matches("[a-z]+(-[a-z]+)*");
        for (var text : List.of(entry.title(), entry.remedy())) {
            assertThat(text.it()).isNotBlank().isNotEqualTo(text.en());
            assertThat(text.en()).isNotBlank();
        }
        assertThat(RefusalGuide.named(entry.name())).contains(entry);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void theGuideKnowsTheNatureOfEachType(Refusal refusal) {
        assertThat(RefusalGuide.of(refusal.getClass()).nature()).isEqualTo(refusal.nature());
    }

    @Test
    void theGuideHasNothingElse() {
        assertThat(RefusalGuide.all())
                .extracting(RefusalGuide.Entry::type)
                .containsExactlyInAnyOrderElementsOf(types());
    }

    @Test
    void whatIsNotKnownIsNotStated() {
        assertThat(RefusalSentences.of(new Refusal.NoQuorum(null, null)).en()).isEqualTo("There is no quorum.");
        assertThat(RefusalSentences.of(new Refusal.CallMismatch(2, null)).en()).contains("Call 2 must name");
        assertThat(RefusalSentences.of(new Refusal.CallMismatch(1, new SessionId("s")))
                        .it())
                .contains("«s»");
        assertThat(RefusalSentences.of(new Refusal.PublicityUnchanged(false)).en())
                .contains("open to the public already");
    }

    @ParameterizedTest
    @EnumSource(Refusal.WouldReveal.Leak.class)
    void everyWayToRevealASecretIsSaid(Refusal.WouldReveal.Leak leak) {
        assertThat(RefusalSentences.of(new Refusal.WouldReveal(new VoteId("v1"), leak))
                        .it())
                .contains("«v1»")
                .endsWith(".");
    }

    @Test
    void boundsOfATimeAreSaid() {
        var after = new When(null, TimeWords.parse("notBefore", "2024-11-13T10:00"), null);
        var until = new When(null, null, TimeWords.parse("notAfter", "2024-11-13T11:00"));
        var both = new When(null, after.notBefore(), until.notAfter());
        assertThat(future(after)).isEqualTo("The stated time (not before 2024-11-13T10:00) lies in the future.");
        assertThat(future(until)).contains("(not after 2024-11-13T11:00)");
        assertThat(future(both)).contains("(between 2024-11-13T10:00 and 2024-11-13T11:00)");
    }

    private static String future(When when) {
        var stated = Objects.requireNonNull(when.resolve(LocalDate.EPOCH, null));
        return RefusalSentences.of(new Refusal.TimeInFuture(stated)).en();
    }

    @Test
    void theCallersLanguageIsChosenByPreference() {
        assertThat(Language.preferred(null)).isEqualTo(Language.EN);
        assertThat(Language.preferred("it-IT,it;q=0.9,en;q=0.8")).isEqualTo(Language.IT);
        assertThat(Language.preferred("en;q=0.2, it;q=0.9")).isEqualTo(Language.IT);
        assertThat(Language.preferred("de, en;q=0.5, it;q=0.4")).isEqualTo(Language.EN);
        assertThat(Language.preferred("de")).isEqualTo(Language.EN);
        assertThat(Language.preferred("it;q=0")).isEqualTo(Language.EN);
        assertThat(Language.preferred(";;;q=x")).isEqualTo(Language.EN);
        assertThat(Language.IT.of(new Bilingual("sì", "yes"))).isEqualTo("sì");
    }
}
