package org.plenum.ledger;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL of the tests' own, from the programs that Debian installs, on a free port and in a temporary folder. */
public final class PostgresServer {
    public static final String USER = "plenum";

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static @Nullable PostgresServer running;

    private final Path programs;
    private final Path folder;
    private final String data;
    private final int port;
    private final AtomicInteger databases = new AtomicInteger();

    private PostgresServer(Path programs) throws IOException {
        this.programs = programs;
        this.folder = Files.createTempDirectory("plenum-postgres");
        this.data = folder.resolve("data").toString();
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = socket.getLocalPort();
        }
    }

    /** The server, started at first need. The test is skipped where PostgreSQL is not installed, and fails in CI. */
    public static synchronized PostgresServer get() {
        var server = running;
        if (server == null) {
            server = another();
            running = server;
        }
        return server;
    }

    /** A server of a test's own, which may crash. */
    static PostgresServer another() {
        var programs = find();
        if (programs.isEmpty() && Boolean.parseBoolean(System.getenv("CI"))) {
            throw new AssertionError("PostgreSQL is needed: install Debian's package postgresql");
        }
        assumeTrue(programs.isPresent(), "skipped: PostgreSQL is not installed (Debian's package postgresql)");
        try {
            var server = new PostgresServer(programs.get());
            server.make();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> find() {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (var versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.comparing(bin ->
                            Double.parseDouble(bin.getParent().getFileName().toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make() throws IOException {
        var owner = isRoot() ? "postgres" : System.getProperty("user.name");
        Files.setOwner(
                folder, folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner));
        run("initdb", "-D", data, "-U", USER, "-A", "trust", "--no-sync", "-E", "UTF8");
        Runtime.getRuntime().addShutdownHook(new Thread(this::remove));
        start();
    }

    /** Starts it, after a crash with what survived it. */
    void start() {
        run(
                "pg_ctl",
                "-D",
                data,
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + folder,
                "start");
    }

    /** Ends it at once: what its log did not have on disk is lost. */
    void crash() {
        run("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop");
    }

    private void remove() {
        crash();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private void run(String program, String... arguments) {
        // PostgreSQL refuses to run as root.
        var command = new ArrayList<>(isRoot() ? List.of("runuser", "-u", "postgres", "--") : List.of());
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new AssertionError(String.join(" ", command) + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Makes a new database and returns its address. */
    public String newDatabase() {
        var name = "ledger" + databases.incrementAndGet();
        execute("CREATE DATABASE " + name);
        return url(name);
    }

    /** Runs a statement as the database's administrator. */
    void execute(String sql) {
        try (var connection = DriverManager.getConnection(url("postgres"), USER, "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
