package org.plenum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenum.ledger.LedgerFactory;
import org.plenum.ledger.Sittings;
import org.plenum.proof.notary.LogFolder;

/** The commands of those who verify, by their exit codes and what they say. */
@Tag("slow")
class TrustCommandsTest {
    private record Said(int exit, String out, String err) {}

    @TempDir
    Path folder;

    private Path data;
    private Path bundle;

    @BeforeEach
    void record() {
        data = folder.resolve("data");
        bundle = folder.resolve("one.zip");
        try (var ledger = LedgerFactory.open(data)) {
            Sittings.whole(ledger, "one", 3);
        }
    }

    private Said run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        Tongue.choose(List.of("--lang", "en"), java.util.Map.of());
        var exit = PlenumCommand.line((folder, port) -> {
                    throw new AssertionError("no server here");
                })
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Said(exit, out.toString(), err.toString());
    }

    private Said onData(String command, String... arguments) {
        var all = new java.util.ArrayList<>(List.of(command, "--data", data.toString()));
        all.addAll(List.of(arguments));
        return run(all.toArray(String[]::new));
    }

    private static int script(Path bundle, String key) throws Exception {
        var process = new ProcessBuilder("node", "scripts/verify-bundle.mjs", bundle.toString(), "--key", key)
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        return process.waitFor();
    }

    @Test
    void exportsVerifiesAndRefuses() throws Exception {
        assertThat(onData("export", "one", "-o", bundle.toString()).exit()).isZero();
        var key = onData("key");
        assertThat(key.exit()).isZero();
        var trusted = key.out().strip();
        var good = run("verify", bundle.toString(), "--key", trusted);
        assertThat(good.exit()).isZero();
        assertThat(good.out()).endsWith("Result: intact.\n").contains("Could not be checked:");
        assertThat(script(bundle, trusted)).isZero();
        var bytes = Files.readString(bundle, java.nio.charset.StandardCharsets.ISO_8859_1);
        var lied = folder.resolve("lied.zip");
        Files.writeString(
                lied,
                bytes.replace("\"electorate\":3", "\"electorate\":4"),
                java.nio.charset.StandardCharsets.ISO_8859_1);
        var wrong = run("verify", lied.toString(), "--key", trusted);
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.out()).contains("Wrong: ").contains("report.json").contains("NOT intact");
        assertThat(script(lied, trusted)).isEqualTo(1);
        var none = run("verify", folder.resolve("nothing.zip").toString());
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.out()).isEmpty();
        assertThat(script(folder.resolve("nothing.zip"), trusted)).isEqualTo(2);
        assertThat(run("verify", bundle.toString(), "--key", "not+a+key").exit())
                .isEqualTo(2);
        assertThat(run("verify").exit()).isEqualTo(2);
        assertThat(onData("export", "nowhere", "-o", bundle.toString()).exit()).isEqualTo(2);
    }

    @Test
    void auditsNameSessionAndPosition() throws Exception {
        assertThat(onData("export", "one", "-o", bundle.toString()).exit()).isZero();
        assertThat(onData("audit").exit()).isZero();
        sql("DELETE FROM entry WHERE stream = 'session/one' AND position = (SELECT MAX(position) FROM entry "
                + "WHERE stream = 'session/one')");
        sql("UPDATE entry SET line = STRINGTOUTF8(REPLACE(UTF8TOSTRING(line), '\"for\"', '\"against\"'))"
                + " WHERE stream = 'session/one' AND position = 10");
        var found = onData("audit");
        assertThat(found.exit()).isEqualTo(1);
        assertThat(found.out())
                .contains("session/one, position")
                .contains("missing")
                .contains("altered");
    }

    @Test
    void anOldBackupIsFoundByTheAuditAndRefusedByTheOthers() throws Exception {
        assertThat(onData("export", "one", "-o", bundle.toString()).exit()).isZero();
        var database = data.resolve("plenum.mv.db");
        var backup = folder.resolve("backup");
        Files.copy(database, backup);
        try (var ledger = LedgerFactory.open(data)) {
            Sittings.whole(ledger, "two", 3);
        }
        assertThat(onData("export", "two", "-o", bundle.toString()).exit()).isZero();
        Files.copy(backup, database, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        var found = onData("audit");
        assertThat(found.exit()).isEqualTo(1);
        assertThat(found.out()).contains("old backup");
        var refused = onData("export", "one", "-o", bundle.toString());
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("are missing").contains("accept-rollback");
        assertThat(onData("accept-rollback", "--reason", "the disk failed").exit())
                .isZero();
        assertThat(onData("audit").exit()).isZero();
        assertThat(onData("export", "one", "-o", bundle.toString()).exit()).isZero();
        assertThat(run("verify", bundle.toString()).out()).contains("the disk failed");
    }

    private void sql(String statement) throws SQLException {
        try (var ledger = LedgerFactory.open(data);
                var connection = ledger.dataSource().getConnection();
                var sql = connection.createStatement()) {
            assertThat(sql.executeUpdate(statement)).isPositive();
        }
    }

    @Test
    void rotatesTheKeyAndRefusesOneThatIsOpenToOthers() throws Exception {
        assertThat(onData("export", "one", "-o", bundle.toString()).exit()).isZero();
        var old = onData("key").out().strip();
        var rotated = onData("rotate-key");
        assertThat(rotated.exit()).isZero();
        assertThat(rotated.out().strip())
                .isNotEqualTo(old)
                .isEqualTo(onData("key").out().strip());
        assertThat(rotated.err()).contains(old);
        assertThat(onData("export", "one", "-o", bundle.toString()).exit()).isZero();
        for (var key : List.of(old, rotated.out().strip())) {
            assertThat(run("verify", bundle.toString(), "--key", key).exit()).isZero();
            assertThat(script(bundle, key)).isZero();
        }
        Files.setPosixFilePermissions(data.resolve(LogFolder.KEY), PosixFilePermissions.fromString("rw-rw-rw-"));
        var refused = onData("export", "one", "-o", bundle.toString());
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("open to others").doesNotContain("Exception");
        assertThat(onData("key").exit()).isEqualTo(2);
    }
}
