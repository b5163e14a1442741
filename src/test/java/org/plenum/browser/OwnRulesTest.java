package org.plenum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Assemblies that count in ways of their own are founded, tried and run from pages alone. */
@Tag("slow")
@ExtendWith(Chromium.class)
class OwnRulesTest {
    /** Eurostat's populations, as the Council's rules of procedure list them for its votes. */
    private static final List<String> STATES = List.of(
            "Austria;9158750",
            "Belgium;11832049",
            "Bulgaria;6445481",
            "Croatia;3861967",
            "Cyprus;933505",
            "Czechia;10900555",
            "Denmark;5961249",
            "Estonia;1374687",
            "Finland;5603851",
            "France;68401997",
            "Germany;83445000",
            "Greece;10397193",
            "Hungary;9584627",
            "Ireland;5343805",
            "Italy;58989749",
            "Latvia;1871882",
            "Lithuania;2885891",
            "Luxembourg;672050",
            "Malta;563443",
            "Netherlands;17942942",
            "Poland;36620970",
            "Portugal;10639726",
            "Romania;19064409",
            "Slovakia;5424687",
            "Slovenia;2123949",
            "Spain;48619695",
            "Sweden;10551707");

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
    void aCondominiumByThousandths(@TempDir Path files) throws IOException {
        var roll = files.resolve("condomini.csv");
        Files.write(
                roll,
                "Condomino;Millesimi\nRossi Niccolò;400,5\nBianchi;250\nVerdi;200\nNeri;149,5\n"
                        .getBytes(Charset.forName("windows-1252")));
        var clerk = hall.guest(Screen.LAPTOP, "it").as("CLERK").go("/assemblies");
        clerk.link(clerk.say("assemblies.new")).click();
        clerk.find("[name=name]").fill("Condominio di via Roma 1");
        clerk.find("[name=roll]").fill("Rossi;400,5\n;1\nBianchi;tanti\n");
        clerk.find("[name=preset][value=condominium]").check();
        clerk.button(clerk.say("assemblies.new.do")).click();
        clerk.reads("Riga 2: manca il nome").isAccessible("faults in a roll");
        assertThat(clerk.find("[name=name]")).hasValue("Condominio di via Roma 1");
        clerk.find("input[type=file]").setInputFiles(roll);
        assertThat(clerk.find("[name=roll]")).hasValue(java.util.regex.Pattern.compile("Rossi Niccolò;400,5"));
        clerk.button(clerk.say("assemblies.new.do")).click();
        clerk.reads("almeno la metà del peso di tutti i componenti");
        clerk.isAccessible("assembly").fits("assembly");

        clerk.link(clerk.say("rules.change")).click();
        clerk.find("details.trial summary").click();
        clerk.find("[name=ballot-bianchi]").selectOption("against");
        clerk.find("[name=ballot-verdi]").selectOption("against");
        clerk.button(clerk.say("rules.try.do")).click();
        assertThat(clerk.find("#trial-result")).containsText("Respinta");
        assertThat(clerk.find("#trial-result")).containsText("550");
        clerk.find("[name=ballot-verdi]").selectOption("for");
        clerk.button(clerk.say("rules.try.do")).click();
        assertThat(clerk.find("#trial-result")).containsText("Approvata");
        clerk.isAccessible("rules tried").fits("rules tried");

        clerk.find("[name=proxiesPerHolder]").fill("due");
        clerk.find("[name=twoPersons]").focus();
        assertThat(clerk.find("#rules-words")).containsText("Qualcosa non va ancora");
        clerk.find("[name=proxiesPerHolder]").fill("2");
        clerk.find("[name=twoPersons]").focus();
        assertThat(clerk.find("#rules-words")).containsText("fino a 2 deleghe di voto");
        clerk.button(clerk.say("rules.adopt")).click();
        clerk.reads("fino a 2 deleghe di voto");

        clerk.find("main a.btn:has-text('Inizia una seduta')").click();
        clerk.find("[name=title]").fill("Assemblea ordinaria");
        clerk.find("[name=president]").fill("Bianchi");
        clerk.find("[name=clerk]").fill("Anna Neri");
        clerk.find("[name=agenda]").fill("Rifacimento della facciata");
        clerk.isAccessible("start").fits("start");
        clerk.button(clerk.say("start.do")).click();
        clerk.page().waitForURL("**/president*");
        clerk.go(clerk.page().url().replaceAll("/president.*", "/clerk"));
        for (var seat : List.of("rossi-niccolo", "bianchi", "verdi")) {
            clerk.find("button.key-main[value=" + seat + "]").click();
            assertThat(clerk.find(".is-present button.key-main[value=" + seat + "]"))
                    .isVisible();
        }
        clerk.button(clerk.say("act.open")).click();
        clerk.find("details.open-vote summary").first().click();
        clerk.find("details.open-vote[open] [name=subject]").fill("Facciata");
        assertThat(clerk.find("details.open-vote[open] select[name=majority]"))
                .containsText("Innovazioni: due terzi del valore");
        clerk.button(clerk.say("act.openVote.yes")).click();
        clerk.find("[name='part.bianchi']").selectOption("against");
        clerk.button(clerk.say("clerk.exception.do")).click();
        clerk.button(clerk.say("act.closeVote")).click();
        clerk.reads("Approvata").reads("600,5");
        clerk.hasNoComplaints();
    }

    @Test
    void aVoteOfTheCouncilOfTheUnion() {
        var clerk = hall.guest(Screen.LAPTOP, "en").as("CLERK").go("/start");
        clerk.find("[name=assembly][value='']").check();
        clerk.find("[name=name]").fill("Council");
        clerk.find("[name=roll]").fill("State;Population\n" + String.join("\n", STATES));
        clerk.find("[name=preset]").selectOption("eu-council");
        clerk.find("[name=title]").fill("Council of 13 November");
        clerk.find("[name=agenda]").fill("Regulation on samples");
        clerk.button(clerk.say("start.do")).click();
        clerk.page().waitForURL("**/president*");
        clerk.go(clerk.page().url().replaceAll("/president.*", "/clerk"));
        clerk.find("summary:has-text('" + clerk.say("clerk.rollCall") + "')").click();
        clerk.find("[data-roll] input[type=radio]").first().focus();
        STATES.forEach(_ -> clerk.page().keyboard().press("p"));
        clerk.button(clerk.say("clerk.rollCall.do")).click();
        clerk.button(clerk.say("act.open")).click();
        clerk.find("details.open-vote summary").first().click();
        clerk.find("details.open-vote[open] [name=subject]").fill("Regulation on samples");
        clerk.button(clerk.say("act.openVote.yes")).click();
        for (var against : List.of("germany", "france", "italy", "austria")) {
            clerk.find("[data-exception] [data-filter]").fill(against);
            clerk.find("[name='part." + against + "']").selectOption("against");
        }
        clerk.button(clerk.say("clerk.exception.do")).click();
        clerk.button(clerk.say("act.closeVote")).click();
        // 23 states of 27, but not 65 per cent of the people, and four are not for.
        clerk.reads("Rejected").reads("population");
        clerk.hasNoComplaints();
    }

    @Test
    void aStatuteIsAdoptedInSeveralSessionsAndMinutesByThoseWhoSat() {
        var first = hall.convene(List.of("Albino", "Leffe", "Colzate", "Vertova", "Gorno"))
                .open("s1", "s2", "s3", "s4");
        var president = hall.guest(Screen.LAPTOP, "it").as("PRESIDENT").go(first.page("president"));
        open(president, "stages/statute");
        president.reads("almeno due terzi");
        first.does("/votes/v1/record", "{\"against\": [\"s1\"], \"for\": \"rest\"}");
        president.button(president.say("act.closeVote")).click();
        president.reads("Respinta").reads("occorrono, in altre sedute, 2 votazioni favorevoli (termine: 13/12/2024)");
        first.does("/closing", "{}");

        var second = first.another("hall:second", "2024-11-20").open("s1", "s2", "s3");
        president.go(second.page("president"));
        president.find("details.open-vote summary").first().click();
        president.find("details.open-vote[open] details.menu summary").click();
        president.isAccessible("ties of a vote").fits("ties of a vote");
        open(president, "after/" + first.id() + "/v1");
        second.does("/votes/v1/record", "{\"for\": \"rest\"}");
        president.button(president.say("act.closeVote")).click();
        president.reads("Favorevole, 1 di 2").reads("la proposta non è ancora approvata (termine: 13/12/2024)");
        hall.guest(Screen.PROJECTOR, "it").go(second.page("wall")).reads("Favorevole, 1 di 2");

        open(president, "minutes/" + first.id());
        president.reads(president.say("vote.cast", 0, 3));
        second.does("/votes/v2/closing", "{}");
        second.does("/closing", "{}");

        var third = first.another("hall-third", "2024-12-13").open("s3", "s4", "s5");
        president.go(third.page("president"));
        open(president, "minutes/" + second.id());
        president.reads(president.say("vote.cast", 0, 1));
        third.does("/votes/v1/closing", "{}");
        open(president, "after/" + second.id() + "/v1");
        third.does("/votes/v2/record", "{\"for\": \"rest\"}");
        president.button(president.say("act.closeVote")).click();
        president.reads("Approvata").reads("votazioni favorevoli 2 su 2 (prima: 20/11/2024): la proposta è approvata");
        president.hasNoComplaints();
    }

    private static void open(Guest president, String across) {
        var form = president.find("details.open-vote").first();
        form.evaluate("each => { each.open = true; each.querySelector('details.menu').open = true; }");
        form.locator("[name=subject]").fill("Statuto");
        form.locator("[name=across]").selectOption(across);
        president.button(president.say("act.openVote.yes")).click();
        assertThat(president.button(president.say("act.closeVote"))).isVisible();
    }
}
