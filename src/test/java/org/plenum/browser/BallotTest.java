package org.plenum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The delegate's page on a bad network, under an impatient thumb, and where one cannot vote. */
class BallotTest extends HallTest {
    private Hall.Sitting sitting;

    private Guest voting(String... present) {
        sitting = hall.convene(THREE).open(present);
        sitting.vote("Bilancio");
        return hall.guest(Screen.PHONE, "it").delegate(sitting, "s1");
    }

    private void isRecordedOnce(Guest delegate) {
        isAt(delegate, "recorded");
        assertThat(delegate.find(".receipt")).containsText(delegate.say("receipt.position"));
        Assertions.assertThat(sitting.times("BallotCast")).isEqualTo(1);
    }

    private static void isAt(Guest delegate, String stage) {
        assertThat(delegate.find("#ballot")).hasAttribute("data-stage", stage);
    }

    @Test
    void aConnectionLostInTheMiddleLosesNothing() {
        var delegate = voting("s1", "s2");
        delegate.context().setOffline(true);
        delegate.find(".big.for").click();
        delegate.button(delegate.say("ballot.send")).click();
        assertThat(delegate.find("[data-step=sending]")).isVisible();
        assertThat(delegate.find("#net")).isVisible();
        Assertions.assertThat(sitting.times("BallotCast")).isZero();
        delegate.context().setOffline(false);
        isRecordedOnce(delegate);
    }

    @Test
    void aDoubleTapIsOneBallot() {
        var delegate = voting("s1", "s2");
        delegate.find(".big.against").dblclick();
        delegate.button(delegate.say("ballot.send")).dblclick();
        isRecordedOnce(delegate);
        delegate.reads(delegate.say("choice.against"));
    }

    @Test
    void anAnswerThatNeverCameIsAskedForAgainUnderTheSameKey() {
        var delegate = voting("s1", "s2");
        // The server records the ballot; its answer is lost on the way, twice.
        var lost = new int[1];
        delegate.page().route("**/ballot", route -> {
            if (route.request().method().equals("POST") && lost[0]++ < 2) {
                route.fetch(new Route.FetchOptions().setMaxRedirects(0));
                route.abort();
            } else {
                route.resume();
            }
        });
        delegate.find(".big.for").click();
        delegate.button(delegate.say("ballot.send")).click();
        isRecordedOnce(delegate);
        Assertions.assertThat(lost[0]).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aReloadWhileSendingGoesOnSending() {
        var delegate = voting("s1", "s2");
        delegate.page().route("**/ballot", route -> {
            if (route.request().method().equals("POST")) {
                route.abort();
            } else {
                route.resume();
            }
        });
        delegate.find(".big.for").click();
        delegate.button(delegate.say("ballot.send")).click();
        assertThat(delegate.find("[data-step=sending]")).isVisible();
        delegate.page().unroute("**/ballot");
        delegate.page().reload();
        isRecordedOnce(delegate);
    }

    @Test
    void aVoteThatClosesUnderTheFingerIsSaidPlainly() {
        sitting = hall.convene(THREE).open("s1", "s2");
        var vote = sitting.vote("Bilancio");
        var delegate = hall.guest(Screen.PHONE, "it");
        // This phone hears nothing of what goes on.
        delegate.page().route("**/ballot", route -> {
            if (route.request().resourceType().equals("eventsource")) {
                route.abort();
            } else {
                route.resume();
            }
        });
        delegate.delegate(sitting, "s1");
        delegate.find(".big.for").click();
        sitting.does("/votes/" + vote + "/closing", "{}");
        delegate.button(delegate.say("ballot.send")).click();
        delegate.reads(delegate.say("ballot.late"));
        isAt(delegate, "result");
        Assertions.assertThat(sitting.times("BallotCast")).isZero();
    }

    @Test
    void whoIsNotRecordedAsPresentAsksTheClerk() {
        var delegate = voting("s2", "s3");
        isAt(delegate, "not-present");
        var clerk = hall.guest(Screen.LAPTOP, "it").as("CLERK").go(sitting.page("clerk"));
        delegate.button(delegate.say("ballot.ask")).click();
        assertThat(clerk.find("#callers")).containsText("Comune di Albino");
        clerk.find("#seat-s1").click();
        assertThat(clerk.find("#callers .caller")).hasCount(0);
        // Present now, but not when the vote opened.
        isAt(delegate, "not-entitled");
        delegate.reads(delegate.say("ballot.not-entitled.words"));
    }

    @Test
    void eachReasonWhyOneCannotVoteIsSaid() {
        var delegate = voting("s1", "s2");
        sitting.does("/recusals", "{\"seat\": \"s1\", \"vote\": \"v1\", \"reason\": \"interesse\"}");
        isAt(delegate, "recused");
        delegate.reads(delegate.say("ballot.recused.words"));
        var other = hall.guest(Screen.PHONE, "en").delegate(sitting, "s2");
        sitting.does("/votes/v1/non-participations", "{\"seat\": \"s2\"}");
        isAt(other, "declined");
        other.reads(other.say("ballot.declined.words"));
        sitting.does("/votes/v1/closing", "{}");
        sitting.does("/votes", "{\"subject\": \"A voce\", \"method\": \"show-of-hands\"}");
        isAt(other, "by-voice");
        sitting.does("/votes/v2/closing", "{}");
        sitting.does("/closing", "{}");
        isAt(other, "over");
        isAt(delegate, "over");
    }

    @Test
    void oneVotesWithoutScripts() {
        sitting = hall.convene(THREE).open("s1", "s2");
        sitting.vote("Bilancio");
        var delegate = hall.guestWithoutScripts("it").delegate(sitting, "s1");
        delegate.find(".big.abstain").click();
        delegate.button(delegate.say("ballot.send")).click();
        isRecordedOnce(delegate);
        delegate.reads(delegate.say("choice.abstain"));
    }

    @Test
    void aReceiptIsKept() {
        var delegate = voting("s1", "s2");
        delegate.find(".big.for").click();
        delegate.button(delegate.say("ballot.send")).click();
        isRecordedOnce(delegate);
        var file = delegate.page()
                .waitForDownload(
                        () -> delegate.link(delegate.say("receipt.save")).click());
        Assertions.assertThat(file.suggestedFilename()).endsWith("-v1.txt");
        Assertions.assertThat(file.path())
                .content()
                .contains("Bilancio", "Comune di Albino")
                .containsPattern("[0-9a-f]{64}");
    }
}
