package org.plenum.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real server in a process of its own: started as the command line starts it, ended by a signal. */
final class ChildServer implements AutoCloseable {
    /** What a shell says of a process that a signal has ended: 128 and the signal's number. */
    static final int KILLED = 137;

    static final int TERMINATED = 143;

    private static final String ANSWERS_AT = "Plenum answers at ";

    private final Process process;
    private final Path log;
    private final Thread atLast;
    private final String address;

    private ChildServer(Process process, Path log) throws IOException {
        this.process = process;
        this.log = log;
        this.atLast = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(atLast);
        try {
            this.address = address(process);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Starts it on a data folder and a free port, and returns when it answers. What it says goes to the log. */
    static ChildServer start(Path data, Path log) {
        return start(data, log, Map.of());
    }

    /** The same, with settings in its environment. */
    static ChildServer start(Path data, Path log, Map<String, String> settings) {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "org.plenum.Main",
                "serve",
                "--lang=en",
                "--port=0",
                "--data=" + data);
        var builder = new ProcessBuilder(command).redirectError(Redirect.appendTo(log.toFile()));
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.environment().putAll(settings);
        try {
            return new ChildServer(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String address(Process started) throws IOException {
        var lines = started.inputReader(StandardCharsets.UTF_8);
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(ANSWERS_AT)) {
                return line.substring(ANSWERS_AT.length());
            }
        }
        throw new IllegalStateException("the server did not start: " + Files.readString(log));
    }

    String address() {
        return address;
    }

    /** Kills it with a signal that no process can notice, and returns when it is gone. */
    void kill() {
        process.destroyForcibly();
        ended();
    }

    /** Asks it to end, and does not wait. */
    void ask() {
        process.destroy();
    }

    /** What its end was, once it has ended. */
    int exitCode() {
        return process.exitValue();
    }

    /** Asks it to stop, and returns its exit code when it has. */
    int stop() {
        process.destroy();
        return ended();
    }

    private int ended() {
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the server does not end: " + Files.readString(log));
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            close();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            Runtime.getRuntime().removeShutdownHook(atLast);
        } catch (IllegalStateException ending) {
            // The hook runs already: the process is being ended all the same.
            process.destroyForcibly();
        }
    }
}
