package org.plenum.ledger;

import java.io.ByteArrayOutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.plenum.event.Event;
import org.plenum.event.Recorded;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.Finding;
import org.plenum.vocabulary.StatedTime;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;

/**
 * The line of an entry: one line of UTF-8 JSON without spaces, its fields in one order. It is written once, when the
 * entry is made; from then on its bytes are kept as they are.
 */
final class EntryJson {
    /** Most bytes of a line: bundles of the transparency log frame entries with 16 bits. */
    static final int LONGEST = 65_535;

    /** The form of a time as it is written, with 0 for any digit. */
    static final String TIME = "0000-00-00T00:00:00.000000Z";

    private static final DateTimeFormatter MICROSECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final ObjectWriter WRITER =
            EventJson.MAPPER.writer().without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
    private static final ObjectReader READER =
            EventJson.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final ObjectReader WITHOUT_WORDS =
            READER.withAttribute(EventJson.DISCLOSURES, Disclosures.of(List.of()));

    /** Readers are made once for each event: most entries have no words beside them, and a replay reads millions. */
    private static final Map<Class<?>, ObjectReader> WITHOUT_WORDS_BY_EVENT = new ConcurrentHashMap<>();

    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};
    private static final TypeReference<List<Disclosures.Disclosure>> DISCLOSED = new TypeReference<>() {};

    private EntryJson() {}

    /**
     * Writes an entry.
     *
     * @param previous the hash of the stream's previous entry, or null at position 1
     * @throws EntryTooLarge if the line is longer than {@link #LONGEST}
     */
    static Entry write(
            StreamId stream, Recorded<? extends Event> recorded, @Nullable EntryHash previous, SaltSource salts) {
        var stored = StoredEvents.nameOf(recorded.event());
        var disclosures = Disclosures.collecting(salts);
        var writer = WRITER.withAttribute(EventJson.DISCLOSURES, disclosures);
        var line = new ByteArrayOutputStream(512);
        try (var json = writer.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringProperty(stream.kind().word(), stream.id());
            json.writeNumberProperty("position", recorded.position());
            if (previous == null) {
                json.writeNullProperty("previous");
            } else {
                json.writeStringProperty("previous", previous.base64());
            }
            json.writeStringProperty("event", stored.name());
            json.writeNumberProperty("version", stored.version());
            json.writeStringProperty("recordedAt", MICROSECONDS.format(recorded.recordedAt()));
            if (recorded.stated() != null) {
                json.writeName("stated");
                writer.writeValue(json, recorded.stated());
            }
            json.writeStringProperty("actor", recorded.actor().value());
            if (!recorded.findings().isEmpty()) {
                json.writeName("findings");
                writer.writeValue(json, recorded.findings());
            }
            json.writeName("payload");
            writer.writeValue(json, recorded.event());
            json.writeStringProperty("salt", Base64.getEncoder().encodeToString(salts.next()));
            json.writeEndObject();
        }
        if (line.size() > LONGEST) {
            throw new EntryTooLarge(stored.name(), line.size());
        }
        var made = disclosures.made();
        return new Entry(
                stream,
                recorded,
                line.toByteArray(),
                made.isEmpty() ? null : EventJson.MAPPER.writeValueAsString(made));
    }

    /**
     * Reads an entry.
     *
     * @throws UnreadableEntry if the line is not one of this stream and position, or its event is not known
     */
    static Entry read(StreamId stream, long position, byte[] line, @Nullable String disclosed) {
        var ballot = disclosed == null ? PlainLine.ballot(stream, position, line) : null;
        if (ballot != null) {
            return new Entry(stream, ballot, line, null);
        }
        return readAny(stream, position, line, disclosed);
    }

    /** Reads an entry of any kind, as {@link #read} does. */
    static Entry readAny(StreamId stream, long position, byte[] line, @Nullable String disclosed) {
        try {
            var reader = disclosed == null
                    ? WITHOUT_WORDS
                    : READER.withAttribute(
                            EventJson.DISCLOSURES, Disclosures.of(EventJson.MAPPER.readValue(disclosed, DISCLOSED)));
            try (var json = reader.createParser(line)) {
                return new Entry(stream, new Fields(stream, position, reader).read(json), line, disclosed);
            }
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new UnreadableEntry(stream, position, "the entry cannot be read: " + e.getMessage(), e);
        }
    }

    /** A time as {@link #write} writes it; read by its places, since a replay reads one for every entry. */
    private static Instant instant(String written) {
        if (!hasFormOfTime(written)) {
            return Instant.parse(written);
        }
        return LocalDateTime.of(
                        Integer.parseInt(written, 0, 4, 10),
                        Integer.parseInt(written, 5, 7, 10),
                        Integer.parseInt(written, 8, 10, 10),
                        Integer.parseInt(written, 11, 13, 10),
                        Integer.parseInt(written, 14, 16, 10),
                        Integer.parseInt(written, 17, 19, 10),
                        Integer.parseInt(written, 20, 26, 10) * 1_000)
                .toInstant(ZoneOffset.UTC);
    }

    private static boolean hasFormOfTime(String written) {
        var has = written.length() == TIME.length();
        for (var i = 0; has && i < TIME.length(); i++) {
            var c = written.charAt(i);
            has = TIME.charAt(i) == '0' ? c >= '0' && c <= '9' : c == TIME.charAt(i);
        }
        return has;
    }

    /** The fields of one line, read in their fixed order. */
    private static final class Fields {
        private final StreamId stream;
        private final long position;
        private final ObjectReader reader;

        Fields(StreamId stream, long position, ObjectReader reader) {
            this.stream = stream;
            this.position = position;
            this.reader = reader;
        }

        private ObjectReader readerOf(Class<?> event) {
            return reader.equals(WITHOUT_WORDS)
                    ? WITHOUT_WORDS_BY_EVENT.computeIfAbsent(event, WITHOUT_WORDS::forType)
                    : reader.forType(event);
        }

        Recorded<? extends Event> read(JsonParser json) {
            expect(json.nextToken() == JsonToken.START_OBJECT, "it is not a JSON object");
            expect(text(json, stream.kind().word()).equals(stream.id()), "it is of another stream");
            expect(number(json, "position") == position, "it is of another position");
            named(json, "previous");
            if (position > 1) {
                EntryHash.parse(json.getString());
            } else {
                expect(json.currentToken() == JsonToken.VALUE_NULL, "a first entry has none before it");
            }
            var name = text(json, "event");
            var version = Math.toIntExact(number(json, "version"));
            var type = StoredEvents.typeOf(stream.kind(), name, version);
            if (type == null) {
                throw new UnreadableEntry(
                        stream, position, "no event is known as " + name + ", version " + version, null);
            }
            var recordedAt = instant(text(json, "recordedAt"));
            var field = json.nextName();
            StatedTime stated = null;
            if ("stated".equals(field)) {
                json.nextToken();
                stated = reader.forType(StatedTime.class).readValue(json);
                field = json.nextName();
            }
            expect("actor".equals(field), "actor is missing");
            json.nextToken();
            var actor = new Actor(json.getString());
            field = json.nextName();
            List<Finding> findings = List.of();
            if ("findings".equals(field)) {
                json.nextToken();
                findings = reader.forType(FINDINGS).readValue(json);
                field = json.nextName();
            }
            expect("payload".equals(field), "payload is missing");
            json.nextToken();
            var event = (Event) readerOf(type).readValue(json);
            expect(Base64.getDecoder().decode(text(json, "salt")).length == SaltSource.LENGTH, "the salt is not one");
            expect(json.nextToken() == JsonToken.END_OBJECT && json.nextToken() == null, "something follows");
            return new Recorded<>(position, recordedAt, stated, actor, findings, event);
        }

        private void named(JsonParser json, String name) {
            expect(name.equals(json.nextName()), name + " is missing");
            json.nextToken();
        }

        private String text(JsonParser json, String name) {
            named(json, name);
            expect(json.currentToken() == JsonToken.VALUE_STRING, name + " is not a string");
            return json.getString();
        }

        private long number(JsonParser json, String name) {
            named(json, name);
            expect(json.currentToken() == JsonToken.VALUE_NUMBER_INT, name + " is not a whole number");
            return json.getLongValue();
        }

        private void expect(boolean holds, String otherwise) {
            if (!holds) {
                throw new UnreadableEntry(stream, position, otherwise, null);
            }
        }
    }
}
