package org.plenum.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.command.AssemblyCommand.FoundAssembly;
import org.plenum.command.Command;
import org.plenum.command.SessionCommand.ConveneSession;
import org.plenum.command.SessionCommand.NoteAttendee;
import org.plenum.ledger.Answer;
import org.plenum.ledger.Ledger;
import org.plenum.ledger.Submission;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.AgendaItem;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.Delegate;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.Provenance;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.web.account.FirstAdministrator;

/** Coming in where people sign in: from the console's link to a delegate's phone. */
@Tag("slow")
@ExtendWith(Chromium.class)
class AccountsTest {
    private static final String PASSWORD = "una frase abbastanza lunga";

    @TempDir
    private static Path data;

    private static Hall hall;

    @BeforeAll
    static void open() {
        hall = Hall.inProduction(data);
    }

    @AfterAll
    static void close() {
        hall.close();
    }

    @AfterEach
    void home() {
        hall.empty();
    }

    private static String firstLink() {
        var words = hall.server()
                .bean(FirstAdministrator.class)
                .invitation()
                .orElseThrow()
                .en();
        return words.substring(words.indexOf("/link/")).strip();
    }

    private static Guest looked(Guest guest, String name) {
        guest.picture("accounts-" + name);
        return guest.fits(name).isAccessible(name).hasNoComplaints();
    }

    @Test
    void fromTheConsolesLinkToTheDelegatesPhone() {
        var link = firstLink();
        for (var language : List.of("it", "en")) {
            looked(hall.guest(Screen.PHONE, language).go(link), "first-phone-" + language);
            looked(hall.guest(Screen.PHONE, language).go("/sign-in"), "sign-in-phone-" + language);
        }
        var administrator = hall.guestWithoutScripts("it");
        administrator.go(link);
        administrator.find("#display").fill("Anna Bianchi");
        administrator.find("#name").fill("anna");
        administrator.find("#password").fill(PASSWORD);
        administrator.button("Entra").click();
        administrator.page().waitForURL("**/people");

        found();
        var desk = hall.guest(Screen.LAPTOP, "it");
        desk.go("/sign-in?back=/people");
        looked(desk, "sign-in");
        desk.find("#name").fill("anna");
        desk.find("#password").fill("sbagliata di certo");
        desk.button("Accedi").click();
        desk.reads("non corrispondono");
        // The browser reports every answer that is no page to show.
        desk.forgets("401");
        desk.find("#password").fill(PASSWORD);
        desk.button("Accedi").click();
        desk.page().waitForURL("**/people");
        desk.go("/people/new");
        looked(desk, "invite");
        desk.find("#display").fill("Carlo Neri");
        desk.find("#name").fill("carlo");
        desk.find("#role").selectOption("clerk");
        desk.find("button[type=submit].btn-primary").click();
        desk.reads("Carlo Neri");
        looked(desk, "handed-one");
        looked(desk.go("/people/carlo"), "person");
        looked(desk.go("/people/sheet?assembly=assemblea-di-prova"), "sheet");
        desk.find("button[type=submit].btn-primary").click();
        looked(desk, "handed");
        var delegates = desk.find(".handed-link code").first().innerText();
        looked(desk.go("/people"), "people");
        looked(desk.go("/account"), "account");

        var phone = hall.guest(Screen.PHONE, "it");
        phone.go(delegates.substring(delegates.indexOf("/link/")));
        looked(phone, "delegate-phone");
        phone.button("Entra").click();
        phone.page().waitForURL("**/");
        assertThat(phone.find(".person").innerText()).isNotBlank();
        looked(phone.go("/account"), "account-phone");
        phone.go("/nowhere").reads("").forgets("404");
        looked(phone, "nowhere-phone");
        aWallGoesToSignInWhenWhoeverOpenedItHasLeft(desk);
    }

    private static void aWallGoesToSignInWhenWhoeverOpenedItHasLeft(Guest desk) {
        convened();
        var wall = desk.context().newPage();
        wall.navigate("/sessions/seduta/wall");
        wall.waitForSelector(".wall-grid");
        desk.go("/account").button("Esci").first().click();
        desk.page().waitForURL("**/sign-in?out");
        // What is believed of a sign-in is believed for a few seconds; then the next thing that happens sends the wall
        // away.
        for (var guest = 1; !wall.url().contains("/sign-in") && guest <= 200; guest++) {
            does(new NoteAttendee(new SessionId("seduta"), "Ospite " + guest, null, null, true));
            wall.waitForTimeout(200);
        }
        assertThat(wall.url()).contains("/sign-in?back=");
    }

    private static void convened() {
        does(new ConveneSession(
                new SessionId("seduta"),
                new AssemblyId("assemblea-di-prova"),
                "",
                "Seduta",
                LocalDate.of(2026, 11, 23),
                ZoneId.of("Europe/Rome"),
                Provenance.LIVE,
                1,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(new AgendaItem(new ItemNumber("1"), "Bilancio", null)),
                List.of(),
                null,
                Map.of()));
    }

    private static void does(Command command) {
        var answer = hall.server()
                .bean(Ledger.class)
                .submit(Submission.of(command, Actor.LOCAL))
                .join();
        assertThat(answer).isInstanceOf(Answer.Accepted.class);
    }

    private static void found() {
        var seats = List.of("Albino", "Colzate", "Leffe").stream()
                .map(name -> new Seat(
                        new SeatId(name.toLowerCase(java.util.Locale.ROOT)),
                        "Comune di " + name,
                        null,
                        BigDecimal.ONE,
                        null,
                        null,
                        true,
                        Delegate.named("Delegato di " + name)))
                .toList();
        does(new FoundAssembly(new AssemblyId("assemblea-di-prova"), "Assemblea di prova", seats, null));
    }
}
