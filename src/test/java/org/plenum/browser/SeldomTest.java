package org.plenum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What happens seldom, and must be right on every screen all the same. */
@Tag("slow")
@ExtendWith(Chromium.class)
class SeldomTest {
    private static final List<String> FIVE = List.of("Albino", "Leffe", "Colzate", "Vertova", "Gorno");
    private static final String ELECTION = """
            {"subject": "Elezione del presidente", "method": "secret", "candidates": [{"id": "s1"},
             {"id": "rossi", "name": "Anna Rossi"}, {"id": "verdi", "name": "Ugo Verdi"}]}""";

    private static Hall hall;

    @BeforeAll
    static void open(@TempDir Path data) {
        hall = Hall.on(data);
    }

    @AfterAll
    static void close() {
        hall.close();
    }

    @AfterEach
    void home() {
        hall.empty();
    }

    @Test
    void anElectionThatALotDecides() {
        var sitting = hall.convene(FIVE).open("s1", "s2", "s3", "s4");
        var wall = hall.guest(Screen.PROJECTOR, "it").go(sitting.page("wall"));
        var president = hall.guest(Screen.LAPTOP, "it").as("PRESIDENT").go(sitting.page("president"));
        sitting.does("/votes", ELECTION);
        for (var seat : List.of("s1", "s2", "s3", "s4")) {
            var preferred = seat.equals("s1") || seat.equals("s2") ? "rossi" : "verdi";
            sitting.does(
                    "/votes/v1/ballots",
                    "{\"seat\": \"%s\", \"choice\": {\"preferences\": [\"%s\"]}}".formatted(seat, preferred));
        }
        wall.reads(wall.say("wall.of", 4));
        president.button(president.say("act.closeVote")).click();
        assertThat(wall.find(".wall-polls li")).hasText(new String[] {"2 Anna Rossi", "2 Ugo Verdi", "0 Albino"});
        assertThat(wall.find(".numbers")).hasCount(0);
        wall.reads(wall.say("election.drawLots")).fits("a tie on the wall").isAccessible("a tie on the wall");
        president.fits("a lot to draw").isAccessible("a lot to draw");
        sitting.does("/votes/v1/lots", "{\"drawn\": [\"verdi\", \"rossi\"], \"by\": \"s1\"}");
        assertThat(wall.find(".wall-polls .is-elected")).containsText("Ugo Verdi");
        president.reads("Elezione di Ugo Verdi");
        hall.guest(Screen.PHONE, "it")
                .as("AUDITOR")
                .go(sitting.page("replay"))
                .reads("tutti i posti sono coperti")
                .fits("replay of an election");
    }

    @Test
    void whatASecondPersonConfirmsIsToldToThem() {
        var sitting = hall.convene(FIVE, "{\"twoPersons\": [\"annul-vote\"]}").open("s1", "s2", "s3");
        var vote = sitting.vote("Bilancio", "show-of-hands");
        sitting.does("/votes/" + vote + "/record", "{\"for\": \"rest\"}");
        sitting.does("/votes/" + vote + "/closing", "{}");
        hall.server()
                .post(
                        "/api/sessions/" + sitting.id() + "/votes/" + vote + "/annulment",
                        "{\"reason\": \"Contati due volte\"}");
        var president = hall.guest(Screen.PHONE, "it").as("PRESIDENT").go(sitting.page("president"));
        president.reads("votazione «Bilancio» · motivo: Contati due volte");
        president.fits("a proposal").isAccessible("a proposal");
        president.button(president.say("proposal.confirm")).click();
        assertThat(president.find(".proposal")).hasCount(0);
        assertThat(president.find("#history, #results")).containsText(new String[] {president.say("vote.annulled")});
    }

    @Test
    void aDesertedSessionSaysThatTheQuorumWasNeverThere() {
        var sitting = hall.convene(FIVE, "{\"grace\": \"PT0S\"}");
        sitting.does("/roll-calls", "{\"present\": [\"s1\"]}");
        sitting.does("/desertion", "{}");
        for (var language : List.of("it", "en")) {
            var auditor = hall.guest(Screen.LAPTOP, language).as("AUDITOR").go(sitting.page("report"));
            auditor.reads(auditor.say("report.quorum.never")).reads(auditor.say("report.neverOpened"));
            auditor.fits("report of a deserted session").isAccessible("report of a deserted session");
            auditor.go(sitting.page("minutes"));
            assertThat(auditor.find("main")).containsText("Albino");
        }
        var president = hall.guest(Screen.LAPTOP, "it").as("PRESIDENT").go(sitting.page("president"));
        president.reads(president.say("act.over"));
        assertThat(president.find("#sitting")).hasCount(0);
    }
}
