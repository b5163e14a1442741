package org.plenum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A meeting with too many seats to look through: they are searched, and nobody is recorded for another. */
class LongRollTest extends HallTest {
    private static final List<String> MANY = IntStream.rangeClosed(1, 320)
            .mapToObj(at -> at % 4 == 0 ? "Rossi Nicolò " + at : "Socio " + at)
            .toList();

    private Guest clerk(Hall.Sitting sitting) {
        return hall.guest(Screen.LAPTOP, "it").as("CLERK").go(sitting.page("clerk"));
    }

    private static String[] first(int seats) {
        return IntStream.rangeClosed(1, seats).mapToObj(at -> "s" + at).toArray(String[]::new);
    }

    private static void types(Guest guest, String field, String letters) {
        guest.find(field).fill("");
        guest.page().keyboard().type(letters);
        guest.page().keyboard().press("Enter");
    }

    @Test
    void whoIsMeantByNumberIsRecordedAtOnce() {
        var sitting = hall.convene(MANY).open("s1");
        var clerk = clerk(sitting).mark();
        assertThat(clerk.find(".seat-key")).hasCount(60);
        clerk.reads(clerk.say("seats.more", 260));
        // As a reader of codes types it, before any answer can be there.
        types(clerk, "#find", "317/17:51");
        clerk.reads(clerk.say("done.arrive", "Socio 317"));
        assertThat(clerk.find("#find")).hasValue("");
        assertThat(clerk.find(".journal li").first()).containsText("17:51");
        types(clerk, "#find", "318");
        clerk.reads(clerk.say("done.arrive", "Socio 318"));
        Assertions.assertThat(sitting.times("SeatArrived")).isEqualTo(1 + 2);
        clerk.stayed().hasNoComplaints();
    }

    @Test
    void whereSeveralFitTheyAreShownBeforeOneIsRecorded() {
        var sitting = hall.convene(MANY).open("s1");
        var clerk = clerk(sitting);
        types(clerk, "#find", "nicolo rossi");
        assertThat(clerk.find("#key-s240")).isVisible();
        assertThat(clerk.find("#key-s2")).hasCount(0);
        Assertions.assertThat(sitting.times("SeatArrived")).isEqualTo(1);
        clerk.find("#seat-s240").click();
        clerk.reads(clerk.say("done.arrive", "Rossi Nicolò 240"));
        types(clerk, "#find", "zz");
        clerk.reads(clerk.say("seats.none"));
        clerk.page().keyboard().press("Escape");
        assertThat(clerk.find(".seat-key")).hasCount(60);
        Assertions.assertThat(sitting.times("SeatArrived")).isEqualTo(1 + 1);
    }

    @Test
    void whoIsAnExceptionStaysOneWhileOthersAreLookedFor() {
        var sitting = hall.convene(MANY).open(first(300));
        var vote = sitting.vote("Bilancio", "show-of-hands");
        var clerk = clerk(sitting);
        types(clerk, "#except", "299");
        assertThat(clerk.find("[data-same=part-s299] select")).isFocused();
        clerk.find("[data-same=part-s299] select").selectOption("abstain");
        types(clerk, "#except", "nicolo 240");
        clerk.find("[data-same=part-s240] select").selectOption("against");
        clerk.find("#except").fill("");
        assertThat(clerk.find("[data-same=part-s1]")).hasCount(1);
        assertThat(clerk.find("[data-same=part-s299]")).isVisible();
        assertThat(clerk.find(".exception-sum .for b")).hasText("298");
        // What others do meanwhile changes nothing in what is half done.
        sitting.does("/arrivals", "{\"seat\": \"s301\"}");
        assertThat(clerk.find("#quorum")).containsText("301");
        assertThat(clerk.find("[data-same=part-s240] select")).hasValue("against");
        clerk.button(clerk.say("clerk.exception.do")).click();
        clerk.reads(clerk.say("done.record"));
        sitting.does("/votes/" + vote + "/closing", "{}");
        var counts = hall.server()
                .get("/api/sessions/" + sitting.id() + "/votes/" + vote)
                .json()
                .get("counts");
        Assertions.assertThat(counts.get("for").asInt()).isEqualTo(298);
        Assertions.assertThat(counts.get("against").asInt()).isEqualTo(1);
        Assertions.assertThat(counts.get("abstain").asInt()).isEqualTo(1);
    }

    @Test
    void theRollIsCalledOnPurpose() {
        var sitting = hall.convene(MANY);
        sitting.does("/opening", "{}");
        var clerk = clerk(sitting);
        assertThat(clerk.find("[data-same=roll]")).hasCount(0);
        clerk.link(clerk.say("clerk.rollCall")).click();
        clerk.find("[data-same=roll-s320] input").first().check();
        clerk.button(clerk.say("clerk.rollCall.do")).click();
        clerk.reads(clerk.say("done.rollCall"));
        assertThat(clerk.find("[data-same=roll]")).hasCount(0);
        types(clerk, "#find", "320");
        assertThat(clerk.find("#quorum")).containsText(Pattern.compile("\\b0\\b"));
        Assertions.assertThat(sitting.events()).containsSubsequence("RollCalled", "SeatDeparted");
    }

    @Test
    void thePresidentFindsWhoIsThere() {
        var sitting = hall.convene(MANY).open("s1", "s300");
        var president = hall.guest(Screen.LAPTOP, "en").as("PRESIDENT").go(sitting.page("president"));
        types(president, "#find", "300");
        assertThat(president.find("#room li")).hasCount(1);
        assertThat(president.find("#room")).containsText("Rossi Nicolò 300");
        president.find("[data-same=offices] > summary").click();
        president.find("[data-same=chair] > summary").click();
        president.find("[data-same=chair] select").selectOption("seat:s300");
        president.find("[data-same=chair] button[type=submit]").click();
        president.reads(president.say("done.chair"));
        assertThat(president.find(".offices .facts")).containsText("Delegato 300");
    }

    @Test
    void seatsAreFoundWithoutScripts() {
        var sitting = hall.convene(MANY).open("s1");
        var clerk = hall.guestWithoutScripts("it").as("CLERK").go(sitting.page("clerk"));
        clerk.find("#find").fill("socio 311");
        clerk.button(clerk.say("clerk.find")).click();
        assertThat(clerk.find(".seat-key")).hasCount(1);
        clerk.find("#seat-s311").click();
        clerk.reads(clerk.say("done.arrive", "Socio 311"));
    }

    @Test
    void aLongRollFitsAndIsAccessible() {
        var sitting = hall.convene(MANY).open(first(200));
        sitting.vote("Bilancio", "show-of-hands");
        for (var language : List.of("it", "en")) {
            for (var door : List.of("clerk", "president")) {
                var guest = hall.guest(language.equals("it") ? Screen.PHONE : Screen.LAPTOP, language)
                        .as(door.toUpperCase(Locale.ROOT))
                        .go(sitting.page(door));
                looked(guest, "long-roll-" + door + "-" + language);
            }
            looked(hall.guest(Screen.PHONE, language).go("/sign-in?find=nicolo"), "long-roll-sign-in-" + language);
        }
    }

    private static void looked(Guest guest, String name) {
        guest.picture(name);
        guest.fits(name).isAccessible(name).hasNoComplaints();
    }
}
