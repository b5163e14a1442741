package org.plenum.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.vocabulary.SeatId;

class JsonTextTest {
    private record Seating(SeatId seat, BigDecimal weight) {}

    @Test
    void aFieldThatStandsTwiceIsAFault() {
        var text = JsonText.json("{\"seat\": \"a\",\n \"seat\": \"b\"}");
        assertThat(text.faults().found()).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/seat");
            assertThat(fault.line()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a\":}", "nul", "{\"a\": 1,}", "{'a': 1}", "{\"a\": NaN}"})
    void whatIsNoJsonIsRefusedWithItsLine(String text) {
        assertThatThrownBy(() -> JsonText.json(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        FaultyJson.class,
                        faulty -> assertThat(faulty.faults().getFirst().line()).isEqualTo(1));
    }

    @Test
    void whatIsNoJsonIsRefusedWithItsColumn() {
        assertThatThrownBy(() -> JsonText.json("{\n  \"a\": 1,\n}"))
                .isInstanceOfSatisfying(
                        FaultyJson.class,
                        faulty -> assertThat(faulty.faults().getFirst().en())
                                .startsWith("/ (line 3, column 1): not valid JSON"));
    }

    @Test
    void aWrongFormIsToldFromAnImpossibleValue() {
        assertThatThrownBy(() -> seating("{\"seat\": \"a/b\", \"weight\": true, \"colour\": 1}"))
                .isInstanceOfSatisfying(
                        FaultyJson.class,
                        faulty -> assertThat(faulty.faults())
                                .extracting(JsonFault::pointer, JsonFault::kind)
                                .containsExactly(
                                        tuple("/seat", JsonFault.Kind.VALUE),
                                        tuple("/weight", JsonFault.Kind.FORM),
                                        tuple("/colour", JsonFault.Kind.FORM)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "{} {}", "{} x"})
    void nothingAndMoreThanOneValueAreFaults(String text) {
        assertThatThrownBy(() -> StrictObject.read(JsonText.json(text), object -> "read"))
                .isInstanceOf(FaultyJson.class);
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        assertThatThrownBy(() -> JsonText.json(new byte[] {'"', (byte) 0xC3, (byte) 0x28, '"'}))
                .isInstanceOf(FaultyJson.class);
    }

    @Test
    void numbersStayExact() {
        assertThat(seating("{\"seat\": \"a\", \"weight\": 333.330}").weight()).isEqualTo(new BigDecimal("333.33"));
        assertThat(seating("{\"seat\": \"a\", \"weight\": \"333.330\"}").weight())
                .isEqualTo(new BigDecimal("333.33"));
        assertThat(seating("{\"seat\": \"a\", \"weight\": 0.1000000000000000000001}")
                        .weight())
                .isEqualTo(new BigDecimal("0.1000000000000000000001"));
        assertThatThrownBy(() -> seating("{\"seat\": \"a\", \"weight\": 1e99999}"))
                .isInstanceOf(FaultyJson.class);
        assertThatThrownBy(() -> seating("{\"seat\": \"a\", \"weight\": \"1e3\"}"))
                .isInstanceOf(FaultyJson.class);
    }

    @Test
    void everyFaultOfAnObjectIsTold() {
        assertThatThrownBy(() -> seating("{\"seat\": \"a b\", \"wieght\": 3}"))
                .isInstanceOfSatisfying(
                        FaultyJson.class,
                        faulty -> assertThat(faulty.faults())
                                .extracting(JsonFault::pointer)
                                .containsExactlyInAnyOrder("/seat", "/wieght"));
        assertThatThrownBy(() -> seating("{}")).isInstanceOfSatisfying(FaultyJson.class, faulty -> {
            assertThat(faulty.faults().getFirst().en()).isEqualTo("/ (line 1): the field \"seat\" is missing");
            assertThat(faulty.faults().getFirst().it()).isEqualTo("/ (riga 1): manca il campo \"seat\"");
        });
    }

    @Test
    void yamlIsReadAlike() {
        var text = JsonText.yaml("""
                # a comment
                seat: albino
                weight: 2.50
                """);
        assertThat(seating(text)).isEqualTo(new Seating(new SeatId("albino"), new BigDecimal("2.5")));
        var words = JsonText.yaml("""
                sheet: yes
                at: 17:51
                """);
        assertThat(words.value().get("sheet").isString()).isTrue();
        assertThat(words.value().get("at").isString()).isTrue();
        assertThat(words.value().get("at").stringValue()).isEqualTo("17:51");
    }

    @Test
    void yamlAliasesAndSecondDocumentsAreFaults() {
        assertThat(JsonText.yaml("a: &x 1\nb: *x\n").faults().found())
                .extracting(JsonFault::pointer)
                .containsExactly("/b");
        assertThat(JsonText.yaml("a: 1\n---\nb: 2\n").faults().isEmpty()).isFalse();
    }

    private static Seating seating(String text) {
        return seating(JsonText.json(text));
    }

    private static Seating seating(JsonText text) {
        return StrictObject.read(text, object -> {
            var seat = object.required("seat", Read.text(SeatId::new));
            var weight = object.decimal("weight", BigDecimal.ONE);
            return seat == null ? null : new Seating(seat, weight);
        });
    }
}
