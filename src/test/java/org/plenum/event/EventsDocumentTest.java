package org.plenum.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/events.md tells of every event and every field, and of no other. */
class EventsDocumentTest {
    private static final Path DOCUMENT = Path.of("docs", "events.md");

    static Stream<Class<?>> events() {
        return leaves(Event.class);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(Objects.requireNonNull(type.getPermittedSubclasses()))
                        .flatMap(EventsDocumentTest::leaves)
                : Stream.of(type);
    }

    private static String nameOf(Class<?> event) {
        return event.getAnnotation(Stored.class).name();
    }

    @ParameterizedTest
    @MethodSource("events")
    void isToldWithAllItsFields(Class<?> event) throws IOException {
        try (var lines = Files.lines(DOCUMENT)) {
            assertThat(lines.filter(line -> line.startsWith("| `" + nameOf(event) + "` |")))
                    .singleElement()
                    .satisfies(row -> Arrays.stream(event.getRecordComponents())
                            .forEach(field -> assertThat(row).contains("`" + field.getName() + "`")));
        }
    }

    @Test
    void noOtherEventIsTold() throws IOException {
        try (var lines = Files.lines(DOCUMENT)) {
            assertThat(lines.filter(line -> line.startsWith("| `"))
                            .map(line -> line.substring(3, line.indexOf('`', 3))))
                    .containsExactlyInAnyOrderElementsOf(
                            events().map(EventsDocumentTest::nameOf).toList());
        }
    }
}
