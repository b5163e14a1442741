package org.plenum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A meeting from opening to end, with everybody at their own browser and the wall looking on. */
@Tag("slow")
@ExtendWith(Chromium.class)
class WholeMeetingTest {
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

    @ParameterizedTest
    @ValueSource(strings = {"it", "en"})
    void fourPeopleMeetAndTheWallShowsIt(String language) {
        var sitting = hall.convene(List.of("Comune di Albino", "Comune di Colzate", "Comune di Leffe"));
        var president = hall.guest(Screen.LAPTOP, language).as("PRESIDENT").go(sitting.page("president"));
        var clerk = hall.guest(Screen.LAPTOP, language).as("CLERK").go(sitting.page("clerk"));
        var albino = hall.guest(Screen.PHONE, language).delegate(sitting, "s1");
        var colzate = hall.guest(Screen.PHONE, language).delegate(sitting, "s2");
        var wall = hall.guest(Screen.PROJECTOR, language).go(sitting.page("wall"));
        List.of(president, clerk, albino, colzate, wall).forEach(Guest::mark);

        president.button(president.say("act.open")).click();
        assertThat(albino.find("#ballot")).hasAttribute("data-stage", "not-present");

        // The clerk presses one seat, and types the first letters of two.
        clerk.find("#seat-s1").click();
        assertThat(clerk.find("#key-s1")).hasClass(java.util.regex.Pattern.compile("is-present"));
        clerk.find("#find").fill("colz");
        clerk.find("#find").press("Enter");
        assertThat(clerk.find("#key-s2")).hasClass(java.util.regex.Pattern.compile("is-present"));
        assertThat(clerk.find("#find")).isFocused();
        clerk.find("#find").pressSequentially("leffe");
        clerk.find("#find").press("Enter");
        assertThat(albino.find("#ballot")).hasAttribute("data-stage", "waiting");
        wall.reads(wall.say("quorum.sentence", 3, 3, 2));
        president.reads(president.say("quorum.sentence", 3, 3, 2));

        // N takes up the next item; the space bar shows the vote, and confirms it.
        president.page().keyboard().press("n");
        assertThat(wall.find(".wall-item")).containsText("Approvazione del verbale");
        assertThat(president.find(".item-now")).hasCount(1);
        president.page().keyboard().press("Space");
        assertThat(president.button(president.say("act.openVote.yes"))).isFocused();
        president.page().keyboard().press("Enter");

        for (var delegate : List.of(albino, colzate)) {
            delegate.find(".big.for").click();
            delegate.button(delegate.say("ballot.send")).click();
            assertThat(delegate.find("#ballot")).hasAttribute("data-stage", "recorded");
            delegate.reads(delegate.say("ballot.recorded"));
            delegate.mark();
        }
        wall.reads(wall.say("wall.of", 3));
        assertThat(wall.find(".wall-count strong")).hasText("2");
        president.reads(president.say("vote.cast", 2, 3));
        // Nobody is told how the two voted while the vote is open.
        assertThat(wall.find(".counts")).hasCount(0);
        assertThat(president.find(".running .counts")).hasCount(0);

        // The clerk records the third, who is in the hall without a phone.
        clerk.reads(clerk.say("vote.cast", 2, 3));
        clerk.find("[data-same=exception] > summary").click();
        clerk.find("[name='part.s3']").selectOption("abstain");
        assertThat(clerk.find("[data-n=abstain]")).hasText("1");
        clerk.button(clerk.say("clerk.exception.do")).click();
        assertThat(wall.find(".wall-count strong")).hasText("3");

        president.page().keyboard().press("Space");
        wall.reads(wall.say("outcome.carried"));
        assertThat(wall.find(".numbers .for dd")).hasText("2");
        assertThat(wall.find(".numbers .abstain dd")).hasText("1");
        albino.reads(albino.say("outcome.carried")).reads(albino.say("ballot.yours"));
        president
                .button(president.say("act.proclaim", president.say("outcome.carried")))
                .click();
        president.reads(president.say("done.proclaim"));

        president.find("[data-same=close] > summary").click();
        president.button(president.say("act.close.yes")).click();
        assertThat(albino.find("#ballot")).hasAttribute("data-stage", "over");
        wall.reads(wall.say("stage.closed"));

        for (var guest : List.of(president, clerk, albino, colzate, wall)) {
            guest.stayed().hasNoComplaints();
        }
        Assertions.assertThat(sitting.events())
                .containsSubsequence(
                        "SessionOpened",
                        "SeatArrived",
                        "SeatArrived",
                        "SeatArrived",
                        "ItemTakenUp",
                        "VoteOpened",
                        "BallotCast",
                        "BallotCast",
                        "BallotCast",
                        "VoteClosed",
                        "OutcomeProclaimed",
                        "SessionClosed");
        Assertions.assertThat(sitting.times("BallotCast")).isEqualTo(3);
    }
}
