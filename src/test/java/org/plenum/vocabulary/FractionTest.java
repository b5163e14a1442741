package org.plenum.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FractionTest {
    @ParameterizedTest
    @CsvSource({"1/2, 1/2", "2/4, 1/2", "0.55, 11/20", "55/100, 11/20", "1, 1/1", "1.00, 1/1", "500/1000, 1/2"})
    void readsQuotientsAndDecimalsAndReducesThem(String written, String reduced) {
        assertThat(Fraction.parse(written)).hasToString(reduced);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "0/2", "1/0", "-1/2", "half", "1/2/3", "0.0", " 1/2", "1e3", "1/99999999999", "٣/٤"})
    void refusesWhatIsNoPositiveFraction(String written) {
        assertThatThrownBy(() -> Fraction.parse(written)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1/2, 15, true, 0, 8",
        "1/2, 16, true, 0, 9",
        "1/2, 16, false, 0, 8",
        "1/3, 20, false, 0, 7",
        "2/3, 17, false, 0, 12",
        "2/3, 18, true, 0, 13",
        "1/2, 1000, true, 2, 500.01",
        "2/3, 1000, false, 2, 666.67",
        "1/2, 0, true, 0, 1"
    })
    void findsTheLeastNumberOnTheGrid(String threshold, BigDecimal base, boolean exceed, int scale, BigDecimal least) {
        assertThat(Fraction.parse(threshold).leastShare(base, exceed, scale)).isEqualTo(least);
    }

    @Test
    void comparesWithoutRounding() {
        var third = new Fraction(1, 3);
        assertThat(third.compareShare(new BigDecimal("0.3333333333333333333333"), BigDecimal.ONE))
                .isNegative();
        assertThat(third.compareShare(BigDecimal.ONE, BigDecimal.valueOf(3))).isZero();
    }
}
