package org.plenum.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every page, in both languages and in each of its states: shuts nobody out, is whole from 320 pixels to a 4K wall, moves
 * for nobody who asked for stillness, and brings nothing along that its policy forbids.
 */
@Tag("slow")
@ExtendWith(Chromium.class)
class EveryPageTest {
    private static final String PAST = "/sessions/valle-seriana-2024-11-13";
    private static final List<String> PAGES = List.of(
            "/",
            "/sign-in",
            "/start",
            "/assemblies",
            "/assemblies/new",
            "/assemblies/valle-seriana",
            "/assemblies/valle-seriana/rules",
            "/assemblies/valle-seriana/rules?preset=eu-council",
            "/dossiers?person=Daniele+Esposito",
            PAST,
            PAST + "/president",
            PAST + "/clerk",
            PAST + "/ballot",
            PAST + "/wall",
            PAST + "/report",
            PAST + "/minutes",
            PAST + "/replay?position=79",
            PAST + "/presence",
            PAST + "/presence?vote=verbale-2-10&seat=albino",
            PAST + "/presence/certificate?vote=verbale-2-10&seat=albino",
            "/nowhere");
    /** Nothing in a page's own text is script or style. */
    private static final Pattern INLINE =
            Pattern.compile("<style|<script(?![^>]*\\ssrc=)|\\sstyle=|\\son[a-z]+=|javascript:");
    /** Names as long as they come, so that what is too narrow for them shows. */
    private static final List<String> SEATS = IntStream.rangeClosed(1, 24)
            .mapToObj(at -> at % 5 == 0
                    ? "Unione Montana dei Comuni della Valle di Scalve e dell'Alta Valle " + at
                    : "Comune di San Giovanni in Valdarno " + at)
            .toList();

    private static Hall hall;

    @BeforeAll
    static void open(@TempDir Path data) throws IOException {
        hall = Hall.on(data);
        try (var minutes = Objects.requireNonNull(
                EveryPageTest.class.getResourceAsStream("/cases/valle-seriana-2024-11-13.json"))) {
            hall.does("/api/transcripts", new String(minutes.readAllBytes(), StandardCharsets.UTF_8));
        }
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
    void pagesThatStandStill(String language) {
        var softly = new SoftAssertions();
        var visitor = hall.guest(Screen.LAPTOP, language).as("ADMINISTRATOR");
        for (var page : PAGES) {
            examine(softly, visitor, page, language);
        }
        examine(softly, hall.guest(Screen.LAPTOP, language).as("CLERK"), "/transcripts", language);
        examine(softly, hall.guest(Screen.LAPTOP, language), "/", language);
        softly.assertAll();
    }

    @ParameterizedTest
    @CsvSource({"convened, it", "open, en", "suspended, en", "voting, it", "voting, en", "result, it", "closed, en"})
    void pagesOfALiveSession(String state, String language) {
        var softly = new SoftAssertions();
        var sitting = at(state);
        var president = hall.guest(Screen.LAPTOP, language).as("PRESIDENT");
        examine(softly, president, sitting.page("president"), language);
        var clerk = hall.guest(Screen.LAPTOP, language).as("CLERK");
        examine(softly, clerk, sitting.page("clerk"), language);
        if (state.equals("open") || state.equals("voting")) {
            examine(softly, clerk, sitting.page("clerk") + "?seat=s5", language);
        }
        var wall = hall.guest(Screen.WALL, language);
        // Colours differ by what is shown, not by language.
        for (var theme : language.equals("it") ? List.of("dark", "light") : List.of("dark")) {
            examine(softly, wall, sitting.page("wall") + "?theme=" + theme, language);
        }
        // Nobody comes in as a delegate any more where a session is over.
        for (var seat : state.equals("closed") ? List.<String>of() : List.of("s1", "s5", "s24")) {
            var delegate = hall.guest(Screen.PHONE, language).delegate(sitting, seat);
            examine(softly, delegate, sitting.page("ballot"), language);
        }
        softly.assertAll();
    }

    /** Asks one page everything, at its usual size and at the smallest. */
    private static void examine(SoftAssertions softly, Guest guest, String page, String language) {
        var usual = guest.page().viewportSize();
        var text = text(guest.page().navigate(page));
        softly.check(() -> guest.isAccessible(page));
        softly.check(() -> guest.fits(page));
        softly.check(() -> guest.isStill(page));
        softly.assertThat(guest.page().url()).as("nobody was sent elsewhere").endsWith(page);
        softly.assertThat(guest.find("html").getAttribute("lang")).as(page).isEqualTo(language);
        softly.assertThat(text).as("untranslated: " + page).doesNotContain("??");
        softly.assertThat(INLINE.matcher(text)
                        .results()
                        .map(found -> found.group())
                        .toList())
                .as("inline: " + page)
                .isEmpty();
        guest.page().setViewportSize(Screen.NARROW.width, Screen.NARROW.height);
        softly.check(() -> guest.fits(page));
        guest.page().setViewportSize(usual.width, usual.height);
        softly.check(() -> guest.forgets("404").hasNoComplaints());
    }

    private static String text(Response response) {
        assertThat(response).isNotNull();
        return response.text();
    }

    /** A sitting brought as far as the state wants it. */
    private static Hall.Sitting at(String state) {
        var sitting = hall.convene(SEATS);
        if (state.equals("convened")) {
            return sitting;
        }
        sitting.open(IntStream.rangeClosed(1, 20).mapToObj(at -> "s" + at).toArray(String[]::new));
        sitting.does("/mode-changes", "{\"seat\": \"s2\", \"mode\": \"remote\"}");
        if (state.equals("suspended")) {
            sitting.does("/suspension", "{}");
            return sitting;
        }
        sitting.does("/items/taking-up", "{\"number\": \"2\"}");
        if (state.equals("open")) {
            return sitting;
        }
        var vote = "/votes/" + sitting.vote("Approvazione del bilancio di previsione 2025-2027 e dei suoi allegati");
        sitting.does(vote + "/ballots", "{\"seat\": \"s1\", \"choice\": \"for\"}");
        sitting.does(vote + "/ballots", "{\"seat\": \"s3\", \"choice\": \"against\"}");
        if (state.equals("voting")) {
            return sitting;
        }
        sitting.does(vote + "/record", "{\"for\": \"rest\", \"abstain\": [\"s4\"]}");
        sitting.does(vote + "/closing", "{}");
        if (state.equals("closed")) {
            sitting.does("/closing", "{}");
        }
        return sitting;
    }
}
