package org.plenum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plenum.json.JsonText;
import tools.jackson.databind.JsonNode;

/** Every worked example, from real rules and acts, as somebody at the command line would try it. */
class WorkedExamplesTest {
    static Stream<Arguments> runs() {
        return files().flatMap(file -> {
            var example = parsed(file);
            var runs = new ArrayList<Arguments>();
            for (var run : example.get("runs")) {
                var name = example.get("id").stringValue() + ": "
                        + example.get("rule").stringValue() + ": "
                        + run.get("about").stringValue();
                runs.add(Arguments.of(Named.of(name, run)));
            }
            return runs.stream();
        });
    }

    @ParameterizedTest
    @MethodSource("runs")
    void isCountedAsItsSourceSays(JsonNode run) {
        var answer = Counted.of(run.get("input").toString());
        assertThat(answer.exit()).as(answer.err()).isZero();
        assertThat(answer.err()).isEmpty();
        assertHas(JsonText.json(answer.out()).value(), run.get("expected"), "");
    }

    @Test
    void noExampleIsLeftOut() {
        var told = parsed(resource("/cases/rule-examples.json"))
                .get("examples")
                .valueStream()
                .map(example -> example.get("id").stringValue())
                .toList();
        var tried = files().map(file -> parsed(file).get("id").stringValue()).toList();
        assertThat(told).isNotEmpty();
        assertThat(tried).containsAll(told);
    }

    /** The answer has what is expected; what is not spoken of may be anything. */
    private static void assertHas(JsonNode answer, JsonNode expected, String at) {
        if (expected.isObject()) {
            expected.properties()
                    .forEach(field ->
                            assertHas(answer.path(field.getKey()), field.getValue(), at + "/" + field.getKey()));
        } else if (expected.isNumber()) {
            assertThat(answer.isNumber()).as("%s is a number: %s", at, answer).isTrue();
            assertThat(answer.decimalValue()).as(at).isEqualByComparingTo(expected.decimalValue());
        } else {
            assertThat(answer).as(at).isEqualTo(expected);
        }
    }

    private static Stream<Path> files() {
        try (var found = Files.list(resource("/cases/count"))) {
            return found.sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(WorkedExamplesTest.class.getResource(name))
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode parsed(Path file) {
        try {
            var text = JsonText.json(Files.readAllBytes(file));
            assertThat(text.faults().found()).isEqualTo(List.of());
            return text.value();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
