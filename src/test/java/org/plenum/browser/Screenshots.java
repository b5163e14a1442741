package org.plenum.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes a picture of every page in its telling states, in both languages, from a demonstration in which an assembly of
 * mayors and a parliament of three hundred vote. All go to target/pictures, the few that the documents show to docs/images.
 * It is no check and not run with the tests: {@code scripts/screenshots} runs it.
 */
@Tag("slow")
@ExtendWith(Chromium.class)
class Screenshots {
    private static final Path ALL = Path.of("target", "pictures");
    private static final Path SHOWN = Path.of("docs", "images");
    private static final Map<String, String> CHOSEN = Map.of(
            "laptop-president-voting-en", "president.png",
            "laptop-clerk-voting-en", "clerk.png",
            "phone-ballot-voting-en", "ballot.png",
            "phone-ballot-confirm-en", "ballot-confirm.png",
            "phone-ballot-recorded-en", "ballot-recorded.png",
            "projector-wall-result-en", "wall.png",
            "laptop-replay-en", "replay.png",
            "laptop-presence-en", "presence.png",
            "laptop-report-en", "report.png");
    /** Which pictures are wanted, of those that somebody asks for by a part of their names. */
    private static final Pattern WANTED = Pattern.compile(System.getenv().getOrDefault("PICTURES", ""));

    private static final String PAST = "valle-seriana-2024-11-13";
    /** A zone in which councils meet while the pictures are taken: it is past five in the afternoon there. */
    private static final ZoneId EVENING = ZoneOffset.ofHours(
            Math.floorMod(17 + 11 - LocalTime.now(ZoneOffset.UTC).getHour(), 24) - 11);

    private static final List<String> LANGUAGES = List.of("it", "en");
    private static final List<String> MAYORS = List.of(
            "Albino, Daniela Carrara",
            "Alzano Lombardo, Elena Bonomi",
            "Aviatico, Mattia Rossi",
            "Casnigo, Lucia Ongaro",
            "Cazzano Sant'Andrea, Marco Spampatti",
            "Cene, Giulia Moreni",
            "Colzate, Andrea Poli",
            "Fiorano al Serio, Sara Bolandrini",
            "Gandino, Filippo Servalli",
            "Gazzaniga, Chiara Merelli",
            "Leffe, Paolo Gallizioli",
            "Nembro, Gianfranco Ravasio",
            "Peia, Silvia Bosio",
            "Pradalunga, Natalina Valoti",
            "Ranica, Mariagrazia Vergani",
            "Selvino, Diego Bertocchi",
            "Vertova, Orlando Gualdi",
            "Villa di Serio, Bruno Rota");

    private Hall hall;

    @BeforeEach
    void open(@TempDir Path data) {
        hall = Hall.on(data);
    }

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void nothingYet() throws IOException {
        for (var language : LANGUAGES) {
            var visitor = hall.guest(Screen.LAPTOP, language);
            take(visitor.go("/"), "laptop-sessions-empty-" + language);
            take(visitor.go("/assemblies"), "laptop-assemblies-empty-" + language);
            take(visitor.go("/sign-in"), "laptop-sign-in-" + language);
        }
        hall.empty();
    }

    @Test
    void theMinutesOfThePast() throws IOException {
        try (var minutes = Objects.requireNonNull(Screenshots.class.getResourceAsStream("/cases/" + PAST + ".json"))) {
            hall.does("/api/transcripts", new String(minutes.readAllBytes(), StandardCharsets.UTF_8));
        }
        var past = "/sessions/" + PAST;
        for (var language : LANGUAGES) {
            var administrator = hall.guest(Screen.LAPTOP, language).as("ADMINISTRATOR");
            take(administrator.go("/"), "laptop-sessions-" + language);
            take(administrator.go("/start"), "laptop-start-" + language);
            take(administrator.go("/assemblies"), "laptop-assemblies-" + language);
            take(administrator.go("/assemblies/valle-seriana"), "laptop-assembly-" + language);
            take(administrator.go("/assemblies/valle-seriana/rules"), "laptop-rules-" + language);
            take(hall.guest(Screen.LAPTOP, language).as("CLERK").go("/transcripts"), "laptop-transcripts-" + language);
            take(administrator.go(past), "laptop-session-" + language);
            take(administrator.go(past + "/replay?position=79"), "laptop-replay-" + language);
            take(administrator.go(past + "/presence"), "laptop-presence-asking-" + language);
            administrator.page().setViewportSize(Screen.LAPTOP.width, 1180);
            take(administrator.go(past + "/presence?vote=verbale-2-10&seat=albino"), "laptop-presence-" + language);
            take(administrator.go(past + "/report"), "laptop-report-" + language);
            administrator.page().setViewportSize(Screen.LAPTOP.width, Screen.LAPTOP.height);
            take(administrator.go(past + "/minutes"), "laptop-minutes-" + language);
            take(administrator.go("/dossiers"), "laptop-dossiers-" + language);
            take(administrator.go("/nowhere").forgets("404"), "laptop-error-" + language);
            print(administrator.go(past + "/report"), "report-" + language);
            print(administrator.go(past + "/minutes"), "minutes-" + language);
            print(
                    administrator.go(past + "/presence/certificate?vote=verbale-2-10&seat=albino"),
                    "certificate-" + language);
            var phone = hall.guest(Screen.PHONE, language).as("AUDITOR");
            take(phone.go("/"), "phone-sessions-" + language);
            take(phone.go(past + "/replay"), "phone-replay-" + language);
            take(phone.go(past + "/presence?vote=verbale-2-10&seat=albino"), "phone-presence-" + language);
            take(phone.go(past + "/report"), "phone-report-" + language);
            hall.empty();
        }
    }

    @Test
    void theMayorsVote() throws IOException {
        var sitting = convene(
                "mayors-2026",
                "Assemblea dei Sindaci della Valle Seriana",
                "Assemblea dei Sindaci, sessione di bilancio",
                "comune-",
                MAYORS);
        look(sitting, "convened");
        var present = IntStream.rangeClosed(1, MAYORS.size())
                .filter(at -> at != 5 && at != 13)
                .mapToObj(at -> "comune-" + at)
                .toList();
        sitting.open(present.toArray(String[]::new));
        sitting.does("/mode-changes", "{\"seat\": \"comune-3\", \"mode\": \"remote\"}");
        sitting.does("/items/taking-up", "{\"number\": \"1\"}");
        look(sitting, "open");
        sitting.does("/items/taking-up", "{\"number\": \"2\"}");
        var vote = "/votes/" + sitting.vote("Bilancio di previsione 2026-2028 e documento unico di programmazione");
        for (var seat : present.subList(0, 11)) {
            var choice = seat.equals("comune-6") ? "against" : seat.equals("comune-9") ? "abstain" : "for";
            sitting.does(vote + "/ballots", "{\"seat\": \"" + seat + "\", \"choice\": \"" + choice + "\"}");
        }
        look(sitting, "voting");
        for (var language : LANGUAGES) {
            var seat = language.equals("it") ? "comune-17" : "comune-18";
            var phone = hall.guest(Screen.PHONE, language).delegate(sitting, seat);
            take(phone, "phone-ballot-voting-" + language);
            phone.find(".big.for").click();
            // For a moment it cannot be pressed, so that a second tap never confirms.
            phone.find("[data-step=confirm] button:enabled").waitFor();
            take(phone, "phone-ballot-confirm-" + language);
            phone.button(phone.say("ballot.send")).click();
            phone.find("#ballot[data-stage=recorded]").waitFor();
            take(phone, "phone-ballot-recorded-" + language);
            take(
                    hall.guest(Screen.PHONE, language).delegate(sitting, "comune-5"),
                    "phone-ballot-not-present-" + language);
        }
        hall.empty();
        for (var seat : present.subList(11, present.size() - 2)) {
            sitting.does(vote + "/ballots", "{\"seat\": \"" + seat + "\", \"choice\": \"for\"}");
        }
        sitting.does(vote + "/closing", "{}");
        look(sitting, "result");
        for (var language : LANGUAGES) {
            take(hall.guest(Screen.PHONE, language).delegate(sitting, "comune-9"), "phone-ballot-result-" + language);
        }
        hall.empty();
        sitting.does("/suspension", "{}");
        look(sitting, "suspended");
        sitting.does("/resumption", "{}");
        sitting.does("/closing", "{}");
        look(sitting, "closed");
        for (var language : LANGUAGES) {
            var reader = hall.guest(Screen.LAPTOP, language).as("AUDITOR");
            take(reader.go(sitting.page("report")), "laptop-report-live-" + language);
            take(reader.go(sitting.page("replay")), "laptop-replay-live-" + language);
            print(reader.go(sitting.page("minutes")), "minutes-live-" + language);
        }
        hall.empty();
    }

    @Test
    void theParliamentVotes() throws IOException {
        var sitting = convene(
                "parliament-2026",
                "Consiglio dei Trecento",
                "Seduta plenaria",
                "seggio-",
                IntStream.rangeClosed(1, 300)
                        .mapToObj(at -> "Collegio " + at + ", Delegata del collegio " + at)
                        .toList());
        sitting.open(
                IntStream.rangeClosed(1, 271).mapToObj(at -> "seggio-" + at).toArray(String[]::new));
        sitting.does("/items/taking-up", "{\"number\": \"2\"}");
        look(sitting, "talking-300");
        var vote = "/votes/" + sitting.vote("Riforma del regolamento: voto per appello nominale", "show-of-hands");
        look(sitting, "voting-300");
        sitting.does(
                vote + "/record",
                "{\"for\": \"rest\", \"against\": [%s], \"abstain\": [%s]}".formatted(seats(1, 104), seats(105, 120)));
        sitting.does(vote + "/closing", "{}");
        look(sitting, "result-300");
    }

    private static String seats(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(at -> "\"seggio-" + at + "\"")
                .collect(Collectors.joining(", "));
    }

    private Hall.Sitting convene(String id, String assembly, String title, String prefix, List<String> lines) {
        var roll = new ArrayList<String>();
        for (var at = 1; at <= lines.size(); at++) {
            var line = lines.get(at - 1).split(", ");
            var name = prefix.equals("comune-") ? "Comune di " + line[0] : line[0];
            roll.add("{\"id\": \"%s%d\", \"number\": %d, \"name\": \"%s\", \"delegate\": \"%s\"}"
                    .formatted(prefix, at, at, name, line[1]));
        }
        hall.does(
                "/api/assemblies",
                "{\"id\": \"%s\", \"name\": \"%s\", \"seats\": [%s]}".formatted(id, assembly, String.join(", ", roll)));
        hall.does("/api/assemblies/" + id + "/sessions", """
                {"id": "%s", "title": "%s", "date": "2026-03-12", "zone": "%s", "place": "Sala consiliare", "agenda": [
                  {"number": "1", "title": "Approvazione del verbale della seduta precedente"},
                  {"number": "2", "title": "Bilancio di previsione 2026-2028", "kind": "budget"},
                  {"number": "3", "title": "Convenzione per il servizio di trasporto scolastico"},
                  {"number": "3/bis", "title": "Mozione sulle piste ciclabili di fondovalle"},
                  {"number": "4", "title": "Varie ed eventuali"}]}
                """.formatted(id, title, EVENING));
        return new Hall.Sitting(hall, id, id);
    }

    /** Consoles and wall as they are now, in both languages. */
    private void look(Hall.Sitting sitting, String state) throws IOException {
        for (var language : LANGUAGES) {
            var suffix = state + "-" + language;
            if (!WANTED.matcher(suffix).find()) {
                continue;
            }
            take(
                    hall.guest(Screen.LAPTOP, language).as("PRESIDENT").go(sitting.page("president")),
                    "laptop-president-" + suffix);
            var clerk = hall.guest(Screen.LAPTOP, language).as("CLERK");
            take(clerk.go(sitting.page("clerk")), "laptop-clerk-" + suffix);
            var wall = hall.guest(Screen.PROJECTOR, language);
            take(wall.go(sitting.page("wall")), "projector-wall-" + suffix);
            if (language.equals("it")) {
                take(wall.go(sitting.page("wall") + "?theme=light"), "projector-wall-light-" + suffix);
                take(hall.guest(Screen.WALL, language).go(sitting.page("wall")), "wall-" + suffix);
                take(
                        hall.guest(Screen.PHONE, language).as("PRESIDENT").go(sitting.page("president")),
                        "phone-president-" + suffix);
            }
            if (Set.of("open", "voting").contains(state)) {
                take(clerk.go(sitting.page("clerk") + "?seat=comune-7"), "laptop-clerk-seat-" + suffix);
                take(
                        hall.guest(Screen.PHONE, language).delegate(sitting, "comune-12"),
                        "phone-ballot-" + state + "-plain-" + language);
            }
            hall.empty();
        }
    }

    private static void take(Guest guest, String name) throws IOException {
        if (!WANTED.matcher(name).find()) {
            return;
        }
        guest.page().evaluate("() => document.fonts.ready");
        var whole = !name.startsWith("wall") && !name.startsWith("projector") && !CHOSEN.containsKey(name);
        var path = ALL.resolve(name + ".png");
        guest.page().screenshot(new Page.ScreenshotOptions().setPath(path).setFullPage(whole));
        var shown = CHOSEN.get(name);
        if (shown != null) {
            Files.createDirectories(SHOWN);
            Files.copy(path, SHOWN.resolve(shown), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** As it comes out of the printer. */
    private static void print(Guest guest, String name) {
        guest.page()
                .pdf(new Page.PdfOptions()
                        .setPath(ALL.resolve(name + ".pdf"))
                        .setPreferCSSPageSize(true)
                        .setFormat("A4"));
    }
}
