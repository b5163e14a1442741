package org.plenum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.MouseButton;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A meeting without a mouse, and seats under a long press. */
class KeyboardTest extends HallTest {
    /** More than anybody has to go through on one page. */
    private static final int MANY = 120;

    /** Goes on with the tabulator until something has the keyboard. */
    private static void reach(Guest guest, Locator goal) {
        for (var times = 0; times < MANY; times++) {
            if (Boolean.TRUE.equals(goal.evaluate("each => each === document.activeElement"))) {
                return;
            }
            guest.page().keyboard().press("Tab");
        }
        throw new AssertionError("out of reach of the keyboard: " + goal);
    }

    @Test
    void presidentClerkAndDelegateMeetByKeyboardAlone() {
        var sitting = hall.convene(THREE);
        var president = hall.guest(Screen.LAPTOP, "it").as("PRESIDENT").go(sitting.page("president"));
        var clerk = hall.guest(Screen.LAPTOP, "it").as("CLERK").go(sitting.page("clerk"));
        var delegate = hall.guest(Screen.LAPTOP, "it").delegate(sitting, "s1");

        president.page().keyboard().press("?");
        assertThat(president.find("#keys")).isVisible();
        president.page().keyboard().press("Escape");
        assertThat(president.find("#keys")).isHidden();
        reach(president, president.button(president.say("act.open")));
        president.page().keyboard().press("Enter");
        assertThat(president.find("[data-key=n]")).isVisible();

        // Three seats as fast as somebody types, each recorded once and in this order.
        clerk.page().keyboard().press("/");
        for (var letters : new String[] {"lef", "albi", "colz"}) {
            clerk.page().keyboard().type(letters);
            clerk.page().keyboard().press("Enter");
        }
        for (var seat : new String[] {"s1", "s2", "s3"}) {
            assertThat(clerk.find("#key-" + seat)).hasClass(Pattern.compile("is-present"));
        }
        assertThat(clerk.find("#find")).isFocused();
        assertThat(clerk.find(".journal li").first()).containsText("Colzate");
        assertThat(clerk.find(".journal li").nth(2)).containsText("Leffe");

        assertThat(president.find("summary[data-key=' ']")).isVisible();
        president.page().keyboard().press("n");
        assertThat(president.find(".item-now")).hasCount(1);
        president.page().keyboard().press("Space");
        assertThat(president.button(president.say("act.openVote.yes"))).isFocused();
        president.page().keyboard().press("Escape");
        assertThat(president.find(".open-vote[open]")).hasCount(0);
        president.find("summary[data-key=' ']").focus();
        president.page().keyboard().press("Enter");
        reach(president, president.button(president.say("act.openVote.yes")));
        president.page().keyboard().press("Enter");

        reach(delegate, delegate.find(".big.abstain"));
        delegate.page().keyboard().press("Enter");
        reach(delegate, delegate.button(delegate.say("ballot.send")));
        assertThat(delegate.button(delegate.say("ballot.send"))).isEnabled();
        delegate.page().keyboard().press("Enter");
        assertThat(delegate.find("#ballot")).hasAttribute("data-stage", "recorded");

        president.reads(president.say("vote.cast", 1, 3));
        president.page().keyboard().press("Space");
        assertThat(president.find(".result")).isVisible();
        president.page().keyboard().press("Space");
        president.reads(president.say("done.proclaim"));
        Assertions.assertThat(sitting.events())
                .containsSubsequence("SeatArrived", "ItemTakenUp", "VoteOpened", "VoteClosed", "OutcomeProclaimed");
        Assertions.assertThat(sitting.times("SeatArrived")).isEqualTo(3);
        for (var guest : new Guest[] {president, clerk, delegate}) {
            guest.hasNoComplaints();
        }
    }

    @Test
    void theVoiceOfEachSeatIsRecordedByALetter() {
        var sitting = hall.convene(THREE).open("s1", "s2", "s3");
        sitting.vote("A voce", "roll-call");
        var clerk = hall.guest(Screen.LAPTOP, "it").as("CLERK").go(sitting.page("clerk"));
        clerk.find("[data-same=voice-s1] button").first().focus();
        for (var letter : new String[] {"letter.for", "letter.against", "letter.abstain"}) {
            clerk.page().keyboard().press(clerk.say(letter));
        }
        clerk.reads(clerk.say("vote.cast", 3, 3));
        sitting.does("/votes/v1/closing", "{}");
        clerk.reads(clerk.say("outcome.rejected"));
        Assertions.assertThat(sitting.times("BallotCast")).isEqualTo(3);
    }

    @Test
    void aLongPressOpensWhatElseCanBeDoneWithASeat() {
        var sitting = hall.convene(THREE).open("s1");
        var clerk = hall.guest(Screen.LAPTOP, "it").as("CLERK").go(sitting.page("clerk"));
        clerk.mark();
        clerk.find("#seat-s2").hover();
        clerk.page().mouse().down();
        assertThat(clerk.find("#one-h")).isVisible();
        clerk.page().mouse().up();
        assertThat(clerk.find("#one-h")).isFocused();
        clerk.find("[data-same=arrive-one] [name=mode]").selectOption("remote");
        clerk.find("[data-same=arrive-one] button").click();
        assertThat(clerk.find("#key-s2")).hasClass(Pattern.compile("is-remote"));
        // Letting go recorded nothing, and the next short press does.
        Assertions.assertThat(sitting.times("SeatDeparted")).isZero();
        clerk.find("#seat-s1").click();
        assertThat(clerk.find("#key-s1")).hasClass(Pattern.compile("is-absent"));
        clerk.find("#seat-s3").click(new Locator.ClickOptions().setButton(MouseButton.RIGHT));
        assertThat(clerk.find("#one-h")).containsText("Leffe");
        Assertions.assertThat(sitting.times("SeatArrived")).isEqualTo(2);
        clerk.stayed().hasNoComplaints();
    }
}
