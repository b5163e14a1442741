package org.plenum.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.web.account.AccountName;
import org.plenum.web.account.Accounts;
import org.plenum.web.security.Offices;
import org.plenum.web.security.Role;

/** A passkey on a device that the browser plays: added, used to come in, taken back. */
@Tag("slow")
@ExtendWith(Chromium.class)
class PasskeysTest {
    private static final String PASSWORD = "una frase abbastanza lunga";

    @TempDir
    private static Path data;

    private static Hall hall;

    @BeforeAll
    static void open() {
        hall = Hall.inProduction(data);
        account("anna", Role.ADMINISTRATOR);
        account("bruno", Role.AUDITOR);
        account("carla", Role.CLERK);
    }

    @AfterAll
    static void close() {
        hall.close();
    }

    @AfterEach
    void home() {
        hall.empty();
    }

    private static void account(String name, Role role) {
        var accounts = hall.server().bean(Accounts.class);
        var of = new AccountName(name);
        accounts.invite(of, name, null, Offices.everywhere(Set.of()).with(role, (AssemblyId) null), Set.of(), "test");
        var link = accounts.link(of, "/", Duration.ofHours(1), "test");
        assertThat(accounts.use(accounts.link(link).orElseThrow(), PASSWORD)).isPresent();
    }

    /** Passkeys are for names, not for numbers: the same server under its own name. */
    private static String home(String path) {
        return "http://localhost:" + hall.address().getPort() + path;
    }

    private static Guest signedIn(Guest guest, String name) {
        guest.go(home("/sign-in?back=/account"));
        guest.find("#name").fill(name);
        guest.find("#password").fill(PASSWORD);
        guest.button(guest.say("frame.signIn")).click();
        guest.page().waitForURL("**/account");
        return guest;
    }

    private static void add(Guest guest, String label, String password) {
        guest.find("#passkey-label").fill(label);
        guest.find("#passkey-password").fill(password);
        guest.button(guest.say("account.passkey.make")).click();
    }

    private static void signOut(Guest guest) {
        guest.button(guest.say("frame.signOut")).click();
        guest.page().waitForURL("**/sign-in?out");
    }

    private static void withPasskey(Guest guest) {
        guest.go(home("/sign-in?back=/account"));
        guest.button(guest.say("signIn.passkey")).click();
    }

    @Test
    void aDeviceThatKnowsSomebodySignsThemInUntilItIsTakenBack() {
        var guest = hall.guest(Screen.LAPTOP, "it");
        var device = Device.of(guest);
        signedIn(guest, "anna");
        add(guest, "Portatile", "sbagliata di certo");
        guest.reads(guest.say("account.passkey.refused")).forgets("403");
        assertThat(device.passkeys()).as("a wrong password").isZero();
        add(guest, "Portatile", PASSWORD);
        guest.reads("Portatile");
        assertThat(device.passkeys()).isOne();
        guest.fits("passkeys").isAccessible("passkeys").picture("passkeys");
        signOut(guest);

        withPasskey(guest);
        guest.page().waitForURL("**/account");
        assertThat(guest.find(".person").innerText()).isEqualTo("anna");
        guest.hasNoComplaints();

        guest.find("[action$='/passkeys/remove'] button").click();
        guest.reads(guest.say("account.passkey.removed"));
        signOut(guest);
        withPasskey(guest);
        guest.reads(guest.say("signIn.passkey.failed"));
        guest.isAccessible("a passkey that holds no more");
    }

    @Test
    void onAPhoneInEnglishAndAnAdministratorTakesItBack() {
        var guest = hall.guest(Screen.PHONE, "en");
        Device.of(guest);
        signedIn(guest, "bruno");
        add(guest, "Phone", PASSWORD);
        guest.find("li:has-text('Phone')").waitFor();
        guest.fits("passkeys").isAccessible("passkeys").picture("passkeys-phone");
        signOut(guest);
        withPasskey(guest);
        guest.page().waitForURL("**/account");
        guest.hasNoComplaints();
        signOut(guest);

        var administrator = signedIn(hall.guest(Screen.LAPTOP, "en"), "anna");
        administrator.go(home("/people/bruno"));
        administrator.button(administrator.say("people.passkeys.remove", 1)).click();
        administrator.reads(administrator.say("people.passkeys.removed"));
        withPasskey(guest);
        guest.reads(guest.say("signIn.passkey.failed"));
    }

    @Test
    void aLockedAccountStaysOutAndADeviceThatDoesNotAskWhoHoldsItIsNoPasskey() {
        var guest = hall.guest(Screen.LAPTOP, "en");
        var device = Device.of(guest);
        signedIn(guest, "carla");
        device.verifies(false);
        add(guest, "Found key", PASSWORD);
        guest.reads(guest.say("account.passkey.failed"));
        device.verifies(true);
        add(guest, "Own key", PASSWORD);
        guest.find("li:has-text('Own key')").waitFor();
        signOut(guest);
        hall.server().bean(Accounts.class).lock(new AccountName("carla"), "test");
        withPasskey(guest);
        guest.reads(guest.say("signIn.passkey.failed"));
        hall.server().bean(Accounts.class).unlock(new AccountName("carla"), "test");
        withPasskey(guest);
        guest.page().waitForURL("**/account");
    }

    /** A security device that the browser plays: it holds passkeys and confirms each use by itself. */
    private record Device(CDPSession session, String id) {
        static Device of(Guest guest) {
            var session = guest.context().newCDPSession(guest.page());
            session.send("WebAuthn.enable");
            var options = new JsonObject();
            options.addProperty("protocol", "ctap2");
            options.addProperty("transport", "internal");
            options.addProperty("hasResidentKey", true);
            options.addProperty("hasUserVerification", true);
            options.addProperty("isUserVerified", true);
            options.addProperty("automaticPresenceSimulation", true);
            var authenticator = new JsonObject();
            authenticator.add("options", options);
            var added = session.send("WebAuthn.addVirtualAuthenticator", authenticator);
            return new Device(session, added.get("authenticatorId").getAsString());
        }

        /** Whether it can tell that its owner holds it. */
        void verifies(boolean verifies) {
            var verified = new JsonObject();
            verified.addProperty("authenticatorId", id);
            verified.addProperty("isUserVerified", verifies);
            session.send("WebAuthn.setUserVerified", verified);
        }

        int passkeys() {
            var which = new JsonObject();
            which.addProperty("authenticatorId", id);
            return session.send("WebAuthn.getCredentials", which)
                    .getAsJsonArray("credentials")
                    .size();
        }
    }
}
