package org.plenum.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenum.vocabulary.Delegate;
import org.plenum.vocabulary.Seat;
import org.plenum.web.security.OwnAddress;

class RollTextTest {
    @Test
    void namesAloneAreEnough() {
        var read = RollText.read("Comune di Albino\n\nComune di Leffe\n");
        assertThat(read.faults()).isEmpty();
        assertThat(read.seats())
                .extracting(seat -> seat.id().value())
                .containsExactly("comune-di-albino", "comune-di-leffe");
        assertThat(read.seats()).extracting(Seat::number).containsExactly(1, 2);
    }

    @Test
    void cellsMayStandInAnyOrderUnderAHeading() {
        var read = RollText.read("Millesimi;Nome;Delegato\n120,5;Rossi;Anna Rossi\n879,5;\"Verdi; eredi\";\n");
        assertThat(read.faults()).isEmpty();
        assertThat(read.seats())
                .extracting(Seat::weight)
                .containsExactly(new BigDecimal("120.5"), new BigDecimal("879.5"));
        assertThat(read.seats().getLast().name()).isEqualTo("Verdi; eredi");
    }

    @Test
    void twoOfOneNameHaveTwoIdentifiers() {
        var read = RollText.read("Rossi\nRossi");
        assertThat(read.seats()).extracting(seat -> seat.id().value()).containsExactly("rossi", "rossi-2");
    }

    @Test
    void faultsAreToldByLine() {
        var read = RollText.read("Albino;;heavy\n;Nobody\nLeffe;;0\n");
        assertThat(read.faults())
                .extracting(RollText.Fault::line, RollText.Fault::what)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "number"),
                        org.assertj.core.groups.Tuple.tuple(2, "name"),
                        org.assertj.core.groups.Tuple.tuple(3, "value"));
        assertThat(RollText.read(" \n").faults())
                .extracting(RollText.Fault::what)
                .isEqualTo(List.of("empty"));
    }

    @Test
    void numbersInTheSecondColumnAreWeights() {
        var read = RollText.read("Rossi;125,3\nVerdi;1.874,7;83.445\n");
        assertThat(read.faults()).isEmpty();
        assertThat(read.seats())
                .extracting(Seat::weight)
                .containsExactly(new BigDecimal("125.3"), new BigDecimal("1874.7"));
        assertThat(read.seats().getLast().population()).isEqualTo(83_445L);
    }

    @Test
    void filesOfSpreadsheetsComeInTwoEncodings() {
        var text = "Nome;Qualifica;Delegato;Vota\nCittà;assessora;Niccolò Però;no\n";
        for (var encoding : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))) {
            var read = RollText.read(RollText.decoded(text.getBytes(encoding)));
            assertThat(read.faults()).isEmpty();
            var seat = read.seats().getFirst();
            assertThat(seat.name()).isEqualTo("Città");
            assertThat(seat.votes()).isFalse();
            assertThat(seat.delegate()).isEqualTo(new Delegate("Niccolò Però", "assessora", null));
        }
    }

    @Test
    void seatsThatComeLaterGetIdentifiersAndNumbersAfterThoseThatAreThere() {
        var read = RollText.read("Rossi", List.of("rossi", "verdi"));
        assertThat(read.seats()).extracting(seat -> seat.id().value()).containsExactly("rossi-2");
        assertThat(read.seats()).extracting(Seat::number).containsExactly(3);
    }

    @Test
    void agendaItemsMaySayTheirKind() {
        var items = StartPages.agenda("Bilancio di previsione [bilancio]\nParere [rinviato]");
        assertThat(items)
                .extracting(item -> item.title())
                .containsExactly("Bilancio di previsione", "Parere [rinviato]");
        assertThat(items).extracting(item -> item.kind()).containsExactly("budget", null);
    }

    @Test
    void agendaLinesKeepTheirNumbersOrGetOne() {
        var items = StartPages.agenda("1. Verbale\n\n3/bis) Bilancio\nVarie");
        assertThat(items).extracting(item -> item.number().value()).containsExactly("1", "3/bis", "3");
        assertThat(items).extracting(item -> item.title()).containsExactly("Verbale", "Bilancio", "Varie");
    }

    @Test
    void addressesToGoBackToAreOwnOnes() {
        assertThat(OwnAddress.checked("/sessions/a/clerk?seat=x")).isEqualTo("/sessions/a/clerk?seat=x");
        for (var foreign : List.of("//evil.example", "https://evil.example", "/\\evil", "/a\nb", "", "javascript:x")) {
            assertThat(OwnAddress.checked(foreign)).isEqualTo("/");
        }
    }
}
