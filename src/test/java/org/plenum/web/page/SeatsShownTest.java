package org.plenum.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeatsShownTest {
    private static Scene.Place place(String seat, @Nullable Integer number, String name, @Nullable String delegate) {
        return new Scene.Place(
                seat,
                number,
                name,
                SeatNames.shortened(name),
                delegate,
                true,
                "absent",
                "assente",
                null,
                null,
                null,
                null);
    }

    private static List<Scene.Place> roll(int size) {
        return IntStream.rangeClosed(1, size)
                .mapToObj(at -> place("s" + at, at, "Socio " + at, null))
                .toList();
    }

    private static List<String> names(SeatsShown shown) {
        return shown.places().stream().map(Scene.Place::name).toList();
    }

    @Test
    void aShortRollIsShownWhole() {
        var shown = SeatsShown.of(roll(SeatsShown.LONGEST_WHOLE), "");
        assertThat(shown.places()).hasSize(SeatsShown.LONGEST_WHOLE);
        assertThat(shown.isSearched()).isFalse();
        assertThat(shown.more()).isZero();
        assertThat(shown.others()).isZero();
    }

    @Test
    void ofALongOneTheFirstAreShownAndHowManyMoreThereAre() {
        var shown = SeatsShown.of(roll(2000), " ");
        assertThat(names(shown)).startsWith("Socio 1", "Socio 2");
        assertThat(shown.isSearched()).isTrue();
        assertThat(shown.places().size() + shown.more()).isEqualTo(2000);
        assertThat(shown.others()).isEqualTo(shown.more());
    }

    @Test
    void whoeverIsMeantByNumberComesFirst() {
        assertThat(names(SeatsShown.of(roll(2000), "1700"))).containsExactly("Socio 1700");
        assertThat(names(SeatsShown.of(roll(2000), "17"))).startsWith("Socio 17", "Socio 170", "Socio 171");
        assertThat(names(SeatsShown.of(roll(2000), "S42"))).containsExactly("Socio 42");
    }

    @Test
    void whatFitsIsCountedThoughNotAllIsShown() {
        var shown = SeatsShown.of(roll(2000), "socio 1");
        // 1, 10 to 19, 100 to 199 and 1000 to 1999.
        assertThat(shown.found()).isEqualTo(1111);
        assertThat(shown.others()).isEqualTo(2000 - shown.places().size());
    }

    @Test
    void nobodyFits() {
        var shown = SeatsShown.of(roll(3), "zzz");
        assertThat(shown.places()).isEmpty();
        assertThat(shown.more()).isZero();
        assertThat(shown.isSearched()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "alb, true",
        "ALB, true",
        "comune alb, true",
        "lb, false",
        "sant'omobono, true",
        "omo, true",
        "nicolò, true",
        "nicolo, true",
        "nicolo rossi, true",
        "rossi nic, true",
        "rossi bianchi, false",
        "12, false"
    })
    void wordsAreSoughtByTheirFirstLettersInAnyOrderAndWithoutAccents(String letters, boolean found) {
        var sought = new Sought(letters);
        assertThat(sought.begins("Comune di Albino Sant’Omobono", "Nicolò Rossi"))
                .isEqualTo(found);
    }

    @Test
    void whatIsTypedIsHeldToALength() {
        assertThat(new Sought("a".repeat(10_000)).letters()).hasSize(100);
        assertThat(new Sought("  \t ").isNothing()).isTrue();
    }
}
