package org.plenum.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that {@code scripts/bench} measures can be measured; how fast it is, is not a matter of tests. */
@Tag("slow")
class BenchTest {
    @Test
    void everyPartFindsSomething(@TempDir Path temporary) throws Exception {
        var folder = Files.createDirectories(temporary.resolve("bench"));
        var findings = Bench.measure(
                Plan.tiny(),
                folder,
                new Product(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx300m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.plenum.Main")));
        assertThat(findings.failures()).isEmpty();
        var page = PerformancePage.of(findings, Machine.here(), true);
        assertThat(page).contains("| 4 clients |", "plenum verify", "an empty folder", "its report", "the live stream");
        assertThat(page).doesNotContain("null");
        assertThat(folder).doesNotExist();
    }
}
