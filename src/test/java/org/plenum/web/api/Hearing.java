package org.plenum.web.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Server-sent events, read one after the other. */
public final class Hearing implements AutoCloseable {
    private final BufferedReader lines;

    /** One event. */
    public record Event(String id, String name, String data) {}

    Hearing(InputStream body) {
        this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    /** Waits for the next event; empty where the server has ended the answer. */
    public Optional<Event> next() {
        try {
            var event = new Event("", "", "");
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    event = new Event(line.substring(4), event.name, event.data);
                } else if (line.startsWith("event: ")) {
                    event = new Event(event.id, line.substring(7), event.data);
                } else if (line.startsWith("data: ")) {
                    event = new Event(event.id, event.name, event.data + line.substring(6) + "\n");
                } else if (line.isEmpty() && !event.name.isEmpty()) {
                    return Optional.of(event);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
