package org.plenum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscribeCommandTest {
    @TempDir
    private Path folder;

    private static Path minutes(String name) {
        return Path.of(URI.create(Objects.requireNonNull(TranscribeCommandTest.class.getResource("/minutes/" + name))
                .toString()));
    }

    private Line transcribe(Object... files) {
        return transcribe(Locale.ENGLISH, files);
    }

    private Line transcribe(Locale language, Object... files) {
        var arguments = new String[files.length + 3];
        arguments[0] = "transcribe";
        arguments[1] = "--data";
        arguments[2] = data();
        for (var i = 0; i < files.length; i++) {
            arguments[i + 3] = files[i].toString();
        }
        return Line.in(language, arguments);
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void eachFileIsRecordedWholeOrNotAtAll() throws IOException {
        var good = minutes("condominio.json");
        var late = file(
                "late.json",
                Files.readString(minutes("parish-council.json")).replace("\"at\": \"21:30\"", "\"at\": \"31:30\""));
        var said = transcribe(good, late, minutes("associazione.yaml"), folder.resolve("none.json"));
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.out()).contains("tigli-2024-02-22: ", "mulino-2024: ").doesNotContain("wenlow");
        assertThat(said.err().lines())
                .containsExactly(
                        late + ": /record/17/at (line 33): not a valid date, time or duration: \"31:30\"",
                        "No such file: " + folder.resolve("none.json") + ".");
        assertThat(Line.of("report", "tigli-2024-02-22", "--data", data(), "--json")
                        .exit())
                .isZero();
        var nothing = Line.of("report", "wenlow-2024-05-14", "--data", data(), "--json");
        assertThat(nothing.exit()).isEqualTo(2);
        assertThat(nothing.out()).isEmpty();
        var again = transcribe(Locale.ITALIAN, good);
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err()).contains("/session/id (riga 21): la seduta esiste già: tigli-2024-02-22");
    }

    @Test
    void everyFaultOfEveryFileIsToldInTheCallersLanguage() throws IOException {
        var one = file("one.json", "{\"plenum\": \"transcript/1\",\n \"sauce\": 1}");
        var two = file("two.yaml", "plenum: transcript/1\nsource: x\nassembly: { id: a/b, name: A, seats: [] }\n");
        var said = transcribe(Locale.ITALIAN, one, two);
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .contains(one + ": /sauce (riga 2): campo sconosciuto")
                .contains(one + ": / (riga 1): manca il campo \"source\"")
                .contains(two + ": /assembly/id (riga 3): ", two + ": /assembly/seats (riga 3): ")
                .contains(two + ": / (riga 1): manca il campo \"session\"");
        assertThat(said.err().lines().toList())
                .hasSizeGreaterThan(List.of(one, two).size());
    }
}
