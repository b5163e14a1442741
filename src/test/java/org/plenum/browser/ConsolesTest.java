package org.plenum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The consoles of president and clerk: what is barred says why, keys do, and nothing half done is lost. */
class ConsolesTest extends HallTest {

    private Guest clerk(Hall.Sitting sitting) {
        return hall.guest(Screen.LAPTOP, "it").as("CLERK").go(sitting.page("clerk"));
    }

    @Test
    void withoutAQuorumTheVoteIsBarredAndSaysWhy() {
        var sitting = hall.convene(THREE).open("s1");
        var president = hall.guest(Screen.LAPTOP, "it").as("PRESIDENT").go(sitting.page("president"));
        assertThat(president.button(president.say("act.openVote"))).isDisabled();
        assertThat(president.find("#why-openVote")).not().isEmpty();
        president.page().keyboard().press("Space");
        sitting.does("/arrivals", "{\"seat\": \"s2\"}");
        assertThat(president.find("summary[data-key=' ']")).isVisible();
        Assertions.assertThat(sitting.times("VoteOpened")).isZero();
    }

    @Test
    void theClerkCallsTheRollByKeysAlone() {
        var sitting = hall.convene(THREE);
        sitting.does("/opening", "{}");
        var clerk = clerk(sitting);
        clerk.find("[data-same=roll] > summary").focus();
        clerk.page().keyboard().press("Enter");
        clerk.find("[data-same=roll-s1] input").first().focus();
        for (var key : new String[] {"p", "r", "a"}) {
            clerk.page().keyboard().press(key);
        }
        assertThat(clerk.button(clerk.say("clerk.rollCall.do"))).isFocused();
        clerk.page().keyboard().press("Enter");
        assertThat(clerk.find("#key-s1")).hasClass(Pattern.compile("is-present"));
        assertThat(clerk.find("#key-s2")).hasClass(Pattern.compile("is-remote"));
        assertThat(clerk.find("#key-s3")).hasClass(Pattern.compile("is-absent"));
    }

    @Test
    void anEarlierTimeIsStatedAfterAStroke() {
        var sitting = hall.convene(THREE);
        sitting.does("/opening", "{}");
        var clerk = clerk(sitting);
        clerk.page().keyboard().press("/");
        assertThat(clerk.find("#find")).isFocused();
        clerk.page().keyboard().type("colz/17:51");
        clerk.page().keyboard().press("Enter");
        assertThat(clerk.find("#key-s2 .key-state")).containsText("17:51");
        assertThat(clerk.find(".journal li").first()).containsText("17:51");
    }

    @Test
    void whatIsPressedCountsThoughOthersMoveThePage() {
        var sitting = hall.convene(THREE).open("s1", "s2", "s3");
        var vote = sitting.vote("Bilancio", "show-of-hands");
        var clerk = clerk(sitting);
        // Where all is in sight, the browser does not scroll to keep in place what is looked at.
        clerk.page().setViewportSize(1280, 2400);
        var close = clerk.button(clerk.say("act.closeVote"));
        close.hover();
        clerk.page().mouse().down();
        // With everybody's ballot the lists above the button go, and it moves up.
        clerk.page()
                .waitForResponse(
                        answer -> answer.url().endsWith(sitting.page("clerk")),
                        () -> sitting.does("/votes/" + vote + "/record", "{\"for\": \"rest\"}"));
        // What would have been laid over the page by now.
        clerk.page().evaluate("() => new Promise((later) => setTimeout(later, 300))");
        assertThat(close).isVisible();
        clerk.page().mouse().up();
        clerk.reads("Approvata");
        assertThat(close).isHidden();
        clerk.hasNoComplaints();
    }

    @Test
    void whatIsHalfTypedSurvivesWhatOthersDo() {
        var sitting = hall.convene(THREE).open("s1", "s2");
        var clerk = clerk(sitting);
        clerk.mark();
        clerk.find("[data-same=statement] > summary").click();
        var text = clerk.find("[data-same=statement] textarea");
        text.fill("Chiede la parola");
        clerk.find("[data-same=statement] select").selectOption("seat:s1");
        text.focus();
        sitting.does("/arrivals", "{\"seat\": \"s3\"}");
        assertThat(clerk.find("#key-s3")).hasClass(Pattern.compile("is-present"));
        assertThat(text).isFocused();
        assertThat(text).hasValue("Chiede la parola");
        assertThat(clerk.find("[data-same=statement] select")).hasValue("seat:s1");
        // Recording something else leaves it as it is, too.
        clerk.find("#seat-s3").click();
        assertThat(clerk.find("#key-s3")).hasClass(Pattern.compile("is-absent"));
        assertThat(text).hasValue("Chiede la parola");
        clerk.find("[data-same=statement] button").click();
        clerk.reads("«Chiede la parola»");
        assertThat(text).hasValue("");
        Assertions.assertThat(sitting.times("StatementRecorded")).isEqualTo(1);
        clerk.stayed().hasNoComplaints();
    }

    @Test
    void whatWasRecordedWronglyIsCorrectedBesideIt() {
        var sitting = hall.convene(THREE).open("s1", "s2");
        var clerk = clerk(sitting);
        clerk.find(".journal li")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Colzate"))
                .first()
                .locator(".line-fix")
                .click();
        assertThat(clerk.find("#fix-h")).isVisible();
        clerk.find("[name=struck]").check();
        clerk.find(".fix-form [name=reason]").fill("Era assente");
        clerk.button(clerk.say("correct.do")).click();
        assertThat(clerk.find("#key-s2")).hasClass(Pattern.compile("is-absent"));
        assertThat(clerk.find(".journal .was")).hasCount(1);
        Assertions.assertThat(sitting.times("AttendanceCorrected")).isEqualTo(1);
    }

    @Test
    void aVoteIsAnnulledAndRepeated() {
        var sitting = hall.convene(THREE).open("s1", "s2", "s3");
        var vote = sitting.vote("Bilancio", "show-of-hands");
        sitting.does("/votes/" + vote + "/record", "{\"for\": \"rest\"}");
        sitting.does("/votes/" + vote + "/closing", "{}");
        var president = hall.guest(Screen.LAPTOP, "en").as("PRESIDENT").go(sitting.page("president"));
        president.find("[data-same=annul-v1] > summary").click();
        president.find("[data-same=annul-v1] [name=reason]").fill("counted twice");
        president.button(president.say("act.annul.yes")).click();
        president
                .find("[data-same^='open-vote-'] > summary")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(president.say("act.repeat")))
                .click();
        president.find("form:has([name=repeats]) button[type=submit]").click();
        president.reads(president.say("vote.cast", 0, 3));
        Assertions.assertThat(sitting.events()).containsSubsequence("VoteClosed", "VoteAnnulled", "VoteOpened");
    }

    @Test
    void oneRecordsAndConductsWithoutScripts() {
        var sitting = hall.convene(THREE);
        var president = hall.guestWithoutScripts("it").as("PRESIDENT").go(sitting.page("president"));
        president.button(president.say("act.open")).click();
        var clerk = hall.guestWithoutScripts("it").as("CLERK").go(sitting.page("clerk"));
        clerk.find("#seat-s1").click();
        clerk.find("#seat-s2").click();
        assertThat(clerk.find("#key-s2")).hasClass(Pattern.compile("is-present"));
        president.go(sitting.page("president"));
        president.find("summary[data-key=' ']").click();
        president
                .find("details:has(> summary[data-key=' ']) textarea[name=subject]")
                .fill("Bilancio");
        president.button(president.say("act.openVote.yes")).click();
        president.button(president.say("act.closeVote")).click();
        president.reads(president.say("outcome.rejected"));
        Assertions.assertThat(sitting.events())
                .containsSubsequence("SessionOpened", "SeatArrived", "VoteOpened", "VoteClosed");
    }

    @Test
    void everythingComesBackAfterTheServerWasAway() {
        var sitting = hall.convene(THREE).open("s1", "s2");
        sitting.vote("Bilancio");
        var wall = hall.guest(Screen.PROJECTOR, "it").go(sitting.page("wall"));
        var president = hall.guest(Screen.LAPTOP, "it").as("PRESIDENT").go(sitting.page("president"));
        wall.reads(wall.say("wall.of", 2)).mark();
        president.reads(president.say("vote.cast", 0, 2)).mark();
        hall.stop();
        assertThat(wall.find("#net")).isVisible();
        hall.startAgain();
        sitting.does("/votes/v1/ballots", "{\"seat\": \"s1\", \"choice\": \"for\"}");
        assertThat(wall.find(".wall-count strong")).hasText("1");
        president.reads(president.say("vote.cast", 1, 2));
        assertThat(wall.find("#net")).isHidden();
        wall.stayed();
        president.stayed();
    }

    @Test
    void aPageThatIsNotToldWhatItShowsAsksAgain() {
        var sitting = hall.convene(THREE).open("s1", "s2");
        var clerk = clerk(sitting).mark();
        var failing = new AtomicInteger();
        clerk.page().route("**/clerk", route -> {
            if (failing.getAndIncrement() == 0) {
                route.fulfill(new Route.FulfillOptions().setStatus(503));
            } else {
                route.resume();
            }
        });
        sitting.does("/arrivals", "{\"seat\": \"s3\"}");
        assertThat(clerk.find("#net")).isVisible();
        assertThat(clerk.find("#key-s3")).hasClass(Pattern.compile("is-present"));
        assertThat(clerk.find("#net")).isHidden();
        clerk.stayed();
    }
}
