package org.plenum.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Plenum as people start it: its command line in a process of its own.
 *
 * @param command the words that start it, before its own arguments
 */
record Product(List<String> command) {
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:(\\d+)");
    private static final long MOST_WAIT_SECONDS = 180;

    /** What a command took. */
    record Ran(Duration time, OptionalLong peakMegabytes) {}

    private static Path errors(Path data) {
        return data.resolveSibling(data.getFileName() + "-errors.txt");
    }

    private Process process(Path data, String... arguments) throws IOException {
        var words = new ArrayList<>(command);
        words.addAll(List.of(arguments));
        words.addAll(List.of("--data", data.toString()));
        return new ProcessBuilder(words).redirectError(errors(data).toFile()).start();
    }

    /** Runs a command to its end, which must be a good one. */
    Ran run(Path data, String... arguments) throws IOException, InterruptedException {
        var begun = System.nanoTime();
        var process = process(data, arguments);
        var peak = OptionalLong.empty();
        var reading = Thread.ofVirtual().start(() -> drain(process));
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            var now = memory(process.pid(), "VmHWM");
            peak = now.isPresent() ? now : peak;
        }
        reading.join();
        if (process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", arguments) + " ended with " + process.exitValue() + ": "
                    + Files.readString(errors(data)));
        }
        return new Ran(Duration.ofNanos(System.nanoTime() - begun), peak);
    }

    private static void drain(Process process) {
        try (var out = process.getInputStream()) {
            out.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the server on a folder and returns when it says that it answers. */
    Server serve(Path data) throws IOException {
        var begun = System.nanoTime();
        var process = process(data, "serve", "--port", "0");
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            var address = ADDRESS.matcher(line);
            if (address.find()) {
                return new Server(process, Integer.parseInt(address.group(1)), begun);
            }
        }
        throw new IllegalStateException("the server did not start: " + Files.readString(errors(data)));
    }

    /** A server that runs. */
    record Server(Process process, int port, long begun) implements AutoCloseable {
        /** How long it is since its process was started. */
        Duration age() {
            return Duration.ofNanos(System.nanoTime() - begun);
        }

        /** Its memory now. */
        OptionalLong megabytes() {
            return memory(process.pid(), "VmRSS");
        }

        /** The most memory that it had. */
        OptionalLong peakMegabytes() {
            return memory(process.pid(), "VmHWM");
        }

        @Override
        public void close() {
            process.destroy();
            try {
                if (process.waitFor(MOST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            process.destroyForcibly();
            throw new IllegalStateException("the server did not end");
        }
    }

    /** Resident memory in megabytes, where the system tells it as Linux does. */
    private static OptionalLong memory(long process, String what) {
        try (var lines = Files.lines(Path.of("/proc/" + process + "/status"))) {
            return lines.filter(line -> line.startsWith(what + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
                    .findFirst();
        } catch (IOException | UncheckedIOException gone) {
            return OptionalLong.empty();
        }
    }
}
