package org.plenum.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as a process with an environment of its own. */
@Tag("slow")
class ChildServerTest {
    @Test
    void aFolderThatIsNamedOnTheCommandLineGoesBeforeOneInTheEnvironment(@TempDir Path home) throws Exception {
        var named = Files.createDirectory(home.resolve("named"));
        var other = Files.createDirectory(home.resolve("other"));
        try (var server = ChildServer.start(named, home.resolve("log"), Map.of("PLENUM_DATA", other.toString()))) {
            assertThat(server.address()).startsWith("http");
            assertThat(named.resolve("notary.key")).exists();
            assertThat(other).isEmptyDirectory();
            assertThat(server.stop()).isEqualTo(ChildServer.TERMINATED);
        }
    }
}
