package org.plenum.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BlanksTest {
    private static String filled(Blanks blanks, String event) {
        return new String(blanks.fill(event.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    @Test
    void whatIsOnesOwnIsFilledInWhereItsBlankStands() {
        var albino = new Blanks();
        var event = "data: <h1>" + albino.leave("Albino") + "</h1>\ndata: <i>" + albino.leave("17:51")
                + albino.leave("Albino") + "</i>\n\n";
        assertThat(event).doesNotContain("Albino", "17:51");
        assertThat(filled(albino, event)).isEqualTo("data: <h1>Albino</h1>\ndata: <i>17:51Albino</i>\n\n");
        var leffe = new Blanks();
        leffe.leave("Leffe");
        leffe.leave("18:02");
        assertThat(filled(leffe, event)).isEqualTo("data: <h1>Leffe</h1>\ndata: <i>18:02Leffe</i>\n\n");
    }

    @Test
    void aBlankStandsInTextAttributesAndAddressesAsItIs() {
        assertThat(new Blanks().leaveAny("Forlì")).matches("[a-z0-9]+");
    }

    @Test
    void nothingStaysNothing() {
        assertThat(new Blanks().leave(null)).isNull();
        assertThat(new Blanks().leave("")).isEmpty();
    }

    @Test
    void whatIsFilledInIsNoMarkupAndEndsNoEvent() {
        var blanks = new Blanks();
        var event = "data: " + blanks.leave("<b>\"&'") + blanks.leave("one\n\ntwo") + "\n\n";
        assertThat(filled(blanks, event)).isEqualTo("data: &lt;b&gt;&quot;&amp;&#39;one\ndata: \ndata: two\n\n");
    }

    @Test
    void pagesAreToldApartByWhatIsFilledIn() {
        var one = new Blanks();
        var other = new Blanks();
        one.leave("Albino");
        other.leave("Albino");
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        other.leave("17:51");
        assertThat(one).isNotEqualTo(other);
    }
}
