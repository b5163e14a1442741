package org.plenum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What somebody is told who tries what cannot be done, on the page where they try it. */
class WhatCannotBeDoneTest extends HallTest {

    private Guest clerk(Hall.Sitting sitting, String seat) {
        return hall.guest(Screen.LAPTOP, "it").as("CLERK").go(sitting.page("clerk?seat=" + seat));
    }

    @Test
    void aProxyBeyondTheCapIsRefusedAndWhatWasChosenStays() {
        var sitting = hall.convene(
                        List.of("Albino", "Colzate", "Leffe", "Gandino", "Casnigo"), "{\"proxiesPerHolder\": 1}")
                .open("s1", "s2", "s3");
        sitting.does("/proxies", "{\"from\": \"s4\", \"to\": \"s1\"}");
        var clerk = clerk(sitting, "s5");
        clerk.mark();
        var holder = clerk.find("[data-same=proxy-one] select");
        holder.selectOption("s1");
        clerk.find("[data-same=proxy-one] button").click();
        assertThat(clerk.find("#notice .trouble")).isVisible();
        assertThat(holder).hasValue("s1");
        Assertions.assertThat(sitting.times("ProxyGiven")).isEqualTo(1);
        holder.selectOption("s2");
        clerk.find("[data-same=proxy-one] button").click();
        assertThat(clerk.find("#notice .done")).hasText("✓ " + clerk.say("done.proxy"));
        assertThat(clerk.find("#key-s5 .key-state")).containsText("Colzate");
        clerk.stayed().hasNoComplaints();
    }

    @Test
    void onePersonForTwoSeatsIsRefusedAndTheNameStaysInItsField() {
        var sitting = hall.convene(THREE).open("s1", "s2");
        var clerk = clerk(sitting, "s2");
        var name = clerk.find("[data-same=delegate-one] [name=delegate]");
        name.fill("Delegato 1");
        clerk.find("[data-same=delegate-one] button").click();
        assertThat(clerk.find("#notice .trouble")).containsText("Delegato 1");
        assertThat(name).hasValue("Delegato 1");
        Assertions.assertThat(sitting.times("DelegateReplaced")).isZero();
        name.fill("Maria Verdi");
        clerk.find("[data-same=delegate-one] button").click();
        assertThat(clerk.find("#key-s2 .key-state")).containsText("Maria Verdi");
        assertThat(clerk.find("#notice .trouble")).hasCount(0);
    }

    @Test
    void whileTheSessionPausesNothingIsPutToTheVoteAndEverybodyIsToldSo() {
        var sitting = hall.convene(THREE).open("s1", "s2");
        var president = hall.guest(Screen.LAPTOP, "en").as("PRESIDENT").go(sitting.page("president"));
        var delegate = hall.guest(Screen.PHONE, "en").delegate(sitting, "s1");
        var wall = hall.guest(Screen.PROJECTOR, "en").go(sitting.page("wall"));
        president.mark();
        president.find("[data-same=suspend] > summary").click();
        president.button(president.say("act.suspend")).click();
        assertThat(president.button(president.say("act.resume"))).isEnabled();
        assertThat(president.find("[data-key=' ']")).hasCount(0);
        assertThat(delegate.find("#ballot")).hasAttribute("data-stage", "not-now");
        delegate.reads(delegate.say("ballot.not-now.words"));
        wall.reads(wall.say("stage.suspended"));
        president.button(president.say("act.resume")).click();
        assertThat(president.find("[data-key=' ']")).isVisible();
        assertThat(delegate.find("#ballot")).hasAttribute("data-stage", "waiting");
        president.stayed().hasNoComplaints();
    }

    @Test
    void whileAVoteIsOpenTheSessionNeitherPausesNorEnds() {
        var sitting = hall.convene(THREE).open("s1", "s2");
        sitting.vote("Bilancio");
        var president = hall.guest(Screen.LAPTOP, "it").as("PRESIDENT").go(sitting.page("president"));
        assertThat(president.button(president.say("act.suspend"))).isDisabled();
        assertThat(president.find("#why-suspend")).not().isEmpty();
        assertThat(president.button(president.say("act.close"))).isDisabled();
        assertThat(president.find("#why-close")).not().isEmpty();
    }

    @Test
    void whoOnlyLooksOnIsToldThatTheRoleDoesNotAllowIt() {
        var sitting = hall.convene(THREE);
        var reader = hall.guest(Screen.LAPTOP, "en").as("READER").go(sitting.page("president"));
        assertThat(reader.button(reader.say("act.open"))).isDisabled();
        assertThat(reader.find("#why-open")).hasText(reader.say("not.permitted"));
        // Somebody who kept the page open while they took another role is told so as they press.
        var clerk = hall.guest(Screen.LAPTOP, "en").as("CLERK").go(sitting.page("clerk"));
        var other = clerk.context().newPage();
        other.navigate("/sign-in");
        other.locator("button[name=role][value=READER].role-card").click();
        other.waitForURL("**/");
        clerk.find("#seat-s1").click();
        clerk.page().waitForURL("**/sign-in?refused=true*");
        clerk.reads(clerk.say("signIn.refused"));
        Assertions.assertThat(sitting.times("SeatArrived")).isZero();
    }

    @Test
    void aSecondVoteFindsTheFirstOpen() {
        var sitting = hall.convene(THREE).open("s1", "s2");
        var clerk = hall.guest(Screen.LAPTOP, "it");
        // This page hears nothing of what goes on.
        clerk.page().route("**/pulse*", Route::abort);
        clerk.as("CLERK").go(sitting.page("clerk"));
        var question = clerk.find("details:has(> summary[data-key=' '])");
        question.locator("summary").first().click();
        question.locator("textarea[name=subject]").fill("Un'altra questione");
        sitting.vote("Bilancio");
        clerk.button(clerk.say("act.openVote.yes")).click();
        assertThat(clerk.find("#notice .trouble")).isVisible();
        Assertions.assertThat(sitting.times("VoteOpened")).isEqualTo(1);
    }
}
