package org.plenum.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The first thing anybody does: start the server, take a role, look. */
@Tag("slow")
@ExtendWith(Chromium.class)
class FirstLookTest {
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

    @Test
    void aPresidentFindsTheSession() {
        var sitting = hall.convene(List.of("Comune di Albino", "Comune di Colzate", "Comune di Leffe"));
        var president = hall.guest(Screen.LAPTOP, "it").as("PRESIDENT").go(sitting.page("president"));
        assertThat(president.button("Apri la seduta")).isEnabled();
        president.fits("president").isAccessible("president").hasNoComplaints().picture("first-look");
    }
}
