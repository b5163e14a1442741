package org.plenum.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The texts that stand beside entries, position by position. */
final class EntryTexts implements AutoCloseable {
    private static final int LONGEST = 16 << 20;

    private final Lines in;
    private @Nullable JsonNode next;
    private long at;
    private int count;

    EntryTexts(InputStream in) throws IOException, MalformedFile {
        this.in = new Lines(in, LONGEST);
        advance();
    }

    private void advance() throws IOException, MalformedFile {
        var line = in.next();
        try {
            next = line == null ? null : BundleFiles.JSON.readTree(line);
        } catch (JacksonException e) {
            throw new MalformedFile("i testi non si leggono", "the texts cannot be read");
        }
        if (next != null) {
            if (!next.path("texts").isArray() || next.path("position").asLong(-1) <= at) {
                throw new MalformedFile("i testi non sono in ordine", "the texts are not in order");
            }
            at = next.path("position").asLong();
        }
    }

    /** The texts of the entry at a position; null where it has none here. Positions must ascend. */
    @Nullable String of(long position) throws MalformedFile {
        var found = next;
        if (found == null || found.path("position").asLong() != position) {
            count = 0;
            return null;
        }
        count = found.path("texts").size();
        try {
            advance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.path("texts").toString();
    }

    /** How many texts the entry had that was asked about last. */
    int count() {
        return count;
    }

    void requireEnd() throws MalformedFile {
        if (next != null) {
            throw new MalformedFile("ci sono testi di voci che mancano", "there are texts of entries that are missing");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
