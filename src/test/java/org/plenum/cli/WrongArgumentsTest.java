package org.plenum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plenum.ledger.LedgerFactory;
import org.plenum.transcript.Transcriber;
import org.plenum.vocabulary.Actor;

/** Whoever asks wrongly is told so in one sentence, on standard error, and the exit code is 2. */
class WrongArgumentsTest {
    private static final String SESSION = ShippedCase.SESSION;

    @TempDir
    static Path folder;

    private static Path data;

    @BeforeAll
    static void record() throws IOException {
        data = folder.resolve("data");
        try (var ledger = LedgerFactory.open(data)) {
            new Transcriber(ledger, Clock.systemUTC()).transcribe(ShippedCase.content(), Actor.LOCAL, null);
        }
        Files.writeString(folder.resolve("file"), "not a ledger");
        Files.createDirectories(folder.resolve("broken"));
        Files.writeString(folder.resolve("broken/plenum.mv.db"), "not a database".repeat(1_000));
    }

    private static String[] on(Object data, String... arguments) {
        return Stream.concat(Stream.of(arguments), Stream.of("--data", data.toString()))
                .toArray(String[]::new);
    }

    private static String[] asked(String... arguments) {
        return on(data, arguments);
    }

    static Stream<Object[]> wrong() {
        var nowhere = folder.resolve("nowhere");
        var file = folder.resolve("file");
        return Stream.<String[]>of(
                        new String[] {"reprot"},
                        new String[] {"report"},
                        new String[] {"report", SESSION, "more"},
                        new String[] {"report", SESSION, "--colour"},
                        new String[] {"report", SESSION, "--lang", "fr"},
                        asked("report", ""),
                        asked("report", "a/b"),
                        asked("report", "../" + SESSION),
                        asked("report", "x".repeat(101)),
                        asked("report", "no\nlines"),
                        asked("report", "nobody-knows"),
                        asked("report", SESSION, "--position", "0"),
                        asked("report", SESSION, "--position", "-3"),
                        asked("report", SESSION, "--position", "107"),
                        asked("report", SESSION, "--position", "99999999999999999999"),
                        asked("report", SESSION, "--position", "many"),
                        asked("report", SESSION, "--position"),
                        asked("report", SESSION, "--at", "tea time"),
                        asked("report", SESSION, "--at", "25:00"),
                        asked("report", SESSION, "--at", "2024-03-31T02:30"),
                        asked("report", SESSION, "--at", ""),
                        on(nowhere, "report", SESSION),
                        on(file, "report", SESSION),
                        on(folder.resolve("broken"), "report", SESSION),
                        on(folder.resolve("a;b"), "transcribe", "x.json"),
                        asked("presence"),
                        asked("presence", SESSION),
                        asked("presence", SESSION, "verbale-2-10"),
                        asked("presence", SESSION, "no vote", "albino"),
                        asked("presence", SESSION, "verbale-2-10", "a/b"),
                        asked("presence", SESSION, "", "albino"),
                        asked("presence", SESSION, "verbale-2-10", "nobody"),
                        asked("presence", SESSION, "v99", "albino"),
                        asked("presence", "nobody-knows", "verbale-2-10", "albino"),
                        on(nowhere, "presence", SESSION, "verbale-2-10", "albino"),
                        asked("replay"),
                        asked("replay", "a/b"),
                        asked("replay", "nobody-knows"),
                        asked("replay", SESSION, "--step", "--json"),
                        on(nowhere, "replay", SESSION),
                        asked("export", SESSION),
                        asked(
                                "export",
                                "nobody-knows",
                                "-o",
                                folder.resolve("no.zip").toString()),
                        asked("export", "a/b", "-o", folder.resolve("no.zip").toString()),
                        asked(
                                "export",
                                SESSION,
                                "-o",
                                folder.resolve("none/no.zip").toString()),
                        asked("export", SESSION, "-o", folder.toString()),
                        asked("export", SESSION, "-o", folder.resolve("no.zip").toString(), "--withhold", "1"),
                        asked("export", SESSION, "-o", folder.resolve("no.zip").toString(), "--withhold", "9999"),
                        asked("export", SESSION, "-o", folder.resolve("no.zip").toString(), "--withhold", "x"),
                        on(
                                nowhere,
                                "export",
                                SESSION,
                                "-o",
                                folder.resolve("no.zip").toString()),
                        new String[] {"verify"},
                        new String[] {"verify", folder.resolve("none.zip").toString()},
                        new String[] {"verify", folder.toString()},
                        new String[] {"verify", file.toString()},
                        new String[] {"verify", file.toString(), "--key", "no+such+key"},
                        new String[] {
                            "verify",
                            file.toString(),
                            "--key",
                            folder.resolve("none").toString()
                        },
                        new String[] {"verify", file.toString(), "--key", folder.toString()},
                        on(nowhere, "audit"),
                        on(file, "audit"),
                        asked("audit", "more"),
                        asked("accept-rollback"),
                        on(nowhere, "accept-rollback", "--reason", "so"),
                        asked("accept-rollback", "--reason", ""),
                        asked("transcribe"),
                        asked("transcribe", folder.resolve("none.json").toString()),
                        asked("transcribe", folder.toString()),
                        asked("transcribe", file.toString()),
                        on(file, "transcribe", file.toString()),
                        on(file.resolve("under"), "transcribe", file.toString()),
                        on("/proc/plenum", "transcribe", file.toString()),
                        asked("serve", "--port", "70000"),
                        asked("serve", "--port", "-1"),
                        asked("serve", "--port", "http"),
                        asked("serve", "now"))
                .map(arguments -> new Object[] {String.join(" ", arguments), arguments});
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void wrong(String said, String[] arguments) {
        // Each in one of the two languages: what is said in one is said in the other beside it.
        var language = said.length() % 2 == 0 ? Locale.ITALIAN : Locale.ENGLISH;
        var answer = Plenum.speaking(language, "", arguments);
        assertThat(answer.exit()).as(answer.err()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err().strip().lines()).hasSize(1);
        assertThat(answer.err()).doesNotContain("Exception", "\tat ", "null");
        assertThat(answer.err().strip()).matches("(?s)\\p{Lu}.*[.)]|.*: .*");
    }

    @Test
    void aLedgerInUseIsSaidAtOnce() {
        try (var _ = LedgerFactory.open(data)) {
            for (var arguments : new String[][] {
                asked("report", SESSION),
                asked("presence", SESSION, "verbale-2-10", "albino"),
                asked("replay", SESSION),
                asked("export", SESSION, "-o", folder.resolve("no.zip").toString()),
                asked("audit"),
                asked("accept-rollback", "--reason", "so"),
                asked("transcribe", folder.resolve("file").toString())
            }) {
                var answer = Plenum.run(arguments);
                assertThat(answer.exit()).isEqualTo(2);
                assertThat(answer.out()).isEmpty();
                assertThat(answer.err())
                        .contains("is in use by a running server")
                        .hasLineCount(1);
            }
        }
    }

    @Test
    void withoutACommandItSaysSo() {
        var answer = Plenum.run();
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).startsWith("A command is missing.");
    }
}
