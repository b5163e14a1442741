package org.plenum.ledger;

import java.time.DateTimeException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/** Entries read back from lines that came from elsewhere than the ledger: an export, a bundle, a damaged row. */
public final class EntryLines {
    /** Most bytes of a line, without its line break. */
    public static final int LONGEST = EntryJson.LONGEST;

    private EntryLines() {}

    /**
     * How a line says it stands in its stream. Nothing else of it is looked at.
     *
     * @param previous the hash of the entry before it; null at position 1
     */
    public record Header(
            StreamId stream, long position, @Nullable EntryHash previous) {}

    /**
     * Reads how a line says it stands in its stream.
     *
     * @throws IllegalArgumentException if it does not begin as a line does
     */
    public static Header header(byte[] line) {
        var plain = PlainLine.header(line);
        return plain == null ? anyHeader(line) : plain;
    }

    /** Reads the beginning of any line, as {@link #header} does. */
    static Header anyHeader(byte[] line) {
        try (var json = EventJson.MAPPER.reader().createParser(line)) {
            expect(json.nextToken() == JsonToken.START_OBJECT);
            var word = json.nextName();
            var kind = Arrays.stream(StreamId.Kind.values())
                    .filter(one -> one.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("the line names no stream"));
            expect(json.nextToken() == JsonToken.VALUE_STRING);
            var stream = new StreamId(kind, json.getString());
            expect("position".equals(json.nextName()) && json.nextToken() == JsonToken.VALUE_NUMBER_INT);
            var position = json.getLongValue();
            expect("previous".equals(json.nextName()));
            var first = json.nextToken() == JsonToken.VALUE_NULL;
            expect(first || json.currentToken() == JsonToken.VALUE_STRING);
            return new Header(stream, position, first ? null : EntryHash.parse(json.getString()));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the line does not begin as an entry does: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a whole line, with the words that stand beside it.
     *
     * @param disclosed as {@link Entry#disclosed} gives it; null where there are none or they are withheld
     * @throws UnreadableEntry if the line is not one of this stream and position, its event is not known, or words beside
     *     it are not those that it commits to
     */
    public static Entry read(StreamId stream, long position, byte[] line, @Nullable String disclosed) {
        try {
            return EntryJson.read(stream, position, line, disclosed);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new UnreadableEntry(stream, position, "the entry cannot be read: " + e.getMessage(), e);
        }
    }

    private static void expect(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("the line does not begin as an entry does");
        }
    }
}
