package org.plenum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What remains of a meeting: the pages before and after it, and the documents, on the real minutes. */
@Tag("slow")
@ExtendWith(Chromium.class)
class PaperTest {
    private static final String REAL = "/sessions/valle-seriana-2024-11-13";

    private static Hall hall;

    @BeforeAll
    static void open(@TempDir Path data) throws IOException {
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        hall = Hall.on(data);
        try (var in = PaperTest.class.getResourceAsStream("/cases/valle-seriana-2024-11-13.json")) {
            hall.does(
                    "/api/transcripts", new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        }
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
    void theLawyersQuestionIsAnsweredInASentenceAndOnPaper() {
        var reader = hall.guest(Screen.LAPTOP, "it").go(REAL + "/presence");
        reader.find("select[name=seat]").selectOption("albino");
        reader.find("select[name=vote]").selectOption("verbale-2-10");
        reader.button("Rispondi").click();
        reader.reads("Daniele Esposito (Comune di Albino) non era presente alla votazione")
                .picture("presence");
        reader.link("Attestazione da stampare").click();
        reader.reads("Attestazione di presenza al voto")
                .reads("non era presente alla votazione")
                .reads("18:33");
        var pdf = reader.page().pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
        Assertions.assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1))
                .isEqualTo("%PDF-");
        reader.picture("certificate");
        reader.link("EN").click();
        reader.reads("Certificate of presence at a vote").reads("was not present at the vote");
    }

    @Test
    void minutesAreReadInBothLanguagesAndNameTheirEvents() {
        var reader = hall.guest(Screen.LAPTOP, "it").go(REAL + "/minutes");
        reader.reads("All'appello risultano presenti 13 componenti")
                .reads("Arriva Mario Nappo (Comune di Colzate) alle ore 17:51")
                .picture("minutes");
        reader.link("EN").click();
        reader.reads("Mario Nappo (Comune di Colzate) arrives at 17:51");
        reader.find("a.where").first().click();
        reader.page().waitForURL("**/replay?position=*");
        reader.hasNoComplaints();
    }

    @Test
    void anAuditorWalksThroughASessionWithTheKeyboardAndTheProofHolds() {
        var opened = positions("VoteOpened");
        var ballot = positions("BallotCast").stream()
                .filter(position -> position > opened.get(1))
                .findFirst()
                .orElseThrow();
        var head = positions("").size();
        var auditor = hall.guest(Screen.LAPTOP, "it").go(REAL + "/replay?position=" + ballot);
        assertThat(auditor.find(".happened"))
                .containsText(Pattern.compile(
                        "Voto di Comune di .+: (favorevole|contrario|astenuto)", Pattern.CASE_INSENSITIVE));
        auditor.reads("impronta ricalcolata qui: corrisponde")
                .reads("inclusa nel registro")
                .reads("firma del registro: verificata qui");
        auditor.picture("replay");
        auditor.page().keyboard().press("ArrowRight");
        assertThat(auditor.find(".ruler-at")).hasText(at(ballot + 1, head));
        auditor.page().keyboard().press("Shift+ArrowRight");
        assertThat(auditor.find(".ruler-at")).hasText(at(opened.get(2), head));
        auditor.page().keyboard().press("Shift+ArrowLeft");
        assertThat(auditor.find(".ruler-at")).hasText(at(opened.get(1), head));
        auditor.find("[data-speed]").selectOption("15");
        auditor.find("[data-play]").click();
        assertThat(auditor.find(".ruler-at")).not().hasText(at(opened.get(1), head));
        auditor.hasNoComplaints();
        var plain = hall.guestWithoutScripts("it").go(REAL + "/replay?position=" + ballot);
        plain.find("[data-step=forward]").click();
        assertThat(plain.find(".ruler-at")).hasText(at(ballot + 1, head));
    }

    private static String at(long position, long head) {
        return "posizione %d di %d".formatted(position, head);
    }

    /** Where events of a name stand in the real session; all of them, without a name. */
    private static List<Long> positions(String name) {
        var found = new ArrayList<Long>();
        for (var event : hall.server().get("/api" + REAL + "/events").json().get("events")) {
            if (name.isEmpty() || event.get("event").asString().equals(name)) {
                found.add(event.get("position").asLong());
            }
        }
        return found;
    }

    @Test
    void aDossierTellsPresenceAndVotes() {
        hall.guest(Screen.LAPTOP, "it")
                .go("/dossiers?person=Daniele+Esposito")
                .reads("18:33")
                .reads("per Comune di Albino")
                .reads("Assemblea dei Sindaci del 13 novembre 2024");
    }

    @Test
    void whatACorrectionChangedIsSaidOnEveryPageAndDocument() {
        var sitting = hall.convene(List.of("Albino", "Colzate", "Leffe")).open("s1", "s2", "s3");
        var vote = sitting.vote("Bilancio", "show-of-hands");
        sitting.does("/votes/" + vote + "/record", "{\"for\": [\"s1\", \"s2\"], \"against\": [\"s3\"]}");
        sitting.does("/votes/" + vote + "/closing", "{}");
        sitting.does("/votes/" + vote + "/proclamation", "{\"outcome\": \"carried\"}");
        sitting.does("/closing", "{}");
        var cast = sitting.events().lastIndexOf("BallotCast");
        sitting.does(
                "/corrections",
                "{\"target\": %d, \"choice\": \"against\", \"reason\": \"sentito male\"}".formatted(cast));
        var reader = hall.guest(Screen.LAPTOP, "it");
        for (var door : List.of("", "president", "clerk", "report", "presence", "replay?position=3", "minutes")) {
            reader.go(sitting.page(door));
            assertThat(reader.find("#main"))
                    .containsText(Pattern.compile("(rettifica cambia l'esito di «Bilancio»|risultava approvata)"));
        }
        reader.go(sitting.page("presence/certificate?seat=s1&vote=" + vote)).reads("risultava approvata");
        reader.go(sitting.page("replay?position=" + (sitting.events().indexOf("VoteClosed") + 1)))
                .reads("Oggi si sa altro");
    }

    @Test
    void errorsSayWhatHappenedAndWhetherAnythingWasRecorded() {
        var reader = hall.guest(Screen.LAPTOP, "it").go("/sessions/nowhere/report");
        reader.reads("Questa pagina non esiste").reads("Non è stato registrato nulla");
        reader.link("EN").click();
        reader.reads("This page does not exist");
    }
}
