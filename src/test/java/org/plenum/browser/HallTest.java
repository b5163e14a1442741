package org.plenum.browser;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A test in a hall of its own: one server for the class, and guests that go home after each test. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(Chromium.class)
abstract class HallTest {
    static final List<String> THREE = List.of("Comune di Albino", "Comune di Colzate", "Comune di Leffe");

    Hall hall;

    @BeforeAll
    void open(@TempDir Path data) {
        hall = Hall.on(data);
    }

    @AfterAll
    void close() {
        hall.close();
    }

    @AfterEach
    void home() {
        hall.empty();
    }
}
