package org.plenum.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plenum.event.Event;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.event.Stored;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.Finding;
import org.plenum.vocabulary.FindingCode;
import org.plenum.vocabulary.FreeText;
import org.plenum.vocabulary.SeatId;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every version of every event has a golden file: the payload of its entry, and the words beside it. Code may change as it
 * likes, these files may not: what was once stored must be read for ever.
 */
class GoldenEventsTest {
    private static final JsonMapper PLAIN =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static SaltSource counted() {
        var salts = new AtomicInteger();
        return () -> {
            var salt = new byte[SaltSource.LENGTH];
            salt[0] = (byte) salts.incrementAndGet();
            return salt;
        };
    }

    static Entry entry(Event event) {
        var stream =
                new StreamId(event instanceof SessionEvent ? StreamId.Kind.SESSION : StreamId.Kind.ASSEMBLY, "golden");
        var recorded = new Recorded<>(1, Instant.EPOCH, null, Actor.LOCAL, List.of(), event);
        return EntryJson.write(stream, recorded, null, counted());
    }

    static List<Event> samples() {
        return EventSamples.all();
    }

    private static String name(Stored stored) {
        return stored.name() + "." + stored.version() + ".json";
    }

    static ObjectNode golden(Event event) {
        var entry = entry(event);
        var golden = PLAIN.createObjectNode();
        golden.set("payload", PLAIN.readTree(entry.line()).get("payload"));
        if (entry.disclosed() != null) {
            golden.set("disclosed", PLAIN.readTree(entry.disclosed()));
        }
        return golden;
    }

    private static ObjectNode stored(String name) {
        try (var file = GoldenEventsTest.class.getResourceAsStream("/golden/" + name)) {
            assertThat(file).as("a golden file /golden/" + name).isNotNull();
            return (ObjectNode) PLAIN.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyEventHasASample() {
        assertThat(samples().stream().map(Event::getClass).collect(Collectors.toSet()))
                .isEqualTo(Set.copyOf(StoredEvents.all()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isWrittenAsItsGoldenFile(Event event) {
        assertThat(golden(event)).isEqualTo(stored(name(StoredEvents.nameOf(event))));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isReadFromItsGoldenFile(Event event) {
        var stored = StoredEvents.nameOf(event);
        var golden = stored(name(stored));
        var kind = event instanceof SessionEvent ? StreamId.Kind.SESSION : StreamId.Kind.ASSEMBLY;
        var line = "{\"" + kind.word() + "\":\"golden\",\"position\":1,\"previous\":null,\"event\":\"" + stored.name()
                + "\",\"version\":" + stored.version()
                + ",\"recordedAt\":\"1970-01-01T00:00:00.000000Z\",\"actor\":\"local\",\"payload\":"
                + golden.get("payload") + ",\"salt\":\"AAAAAAAAAAAAAAAAAAAAAA==\"}";
        var disclosed = golden.has("disclosed") ? golden.get("disclosed").toString() : null;
        var entry = EntryJson.read(new StreamId(kind, "golden"), 1, line.getBytes(StandardCharsets.UTF_8), disclosed);
        assertThat(entry.recorded().event()).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isReadBackFromItsLine(Event event) {
        var entry = entry(event);
        var again = EntryJson.read(entry.stream(), 1, entry.line(), entry.disclosed());
        assertThat(again.recorded()).isEqualTo(entry.recorded());
        assertThat(again.hash()).isEqualTo(entry.hash());
    }

    @Test
    void aWithheldTextIsReadAsWithheld() {
        var entry = entry(new SessionEvent.NoteRecorded(1, new FreeText("not for everyone")));
        assertThat(new String(entry.line(), StandardCharsets.UTF_8)).doesNotContain("everyone");
        var withheld = EntryJson.read(entry.stream(), 1, entry.line(), null);
        assertThat(withheld.recorded().event()).isEqualTo(new SessionEvent.NoteRecorded(1, FreeText.withheld()));
        assertThat(withheld.hash()).isEqualTo(entry.hash());
    }

    @Test
    void theLineHasAllItsFieldsInOneOrder() {
        var recorded = new Recorded<Event>(
                2,
                Instant.parse("2026-11-23T10:00:00.123456Z"),
                org.plenum.vocabulary.When.at("2026-11-23T09:59").resolve(java.time.LocalDate.EPOCH, null),
                new Actor("clerk@albino"),
                List.of(Finding.about(FindingCode.ALREADY_PRESENT, "already-present", List.of(new SeatId("albino")))),
                new SessionEvent.SessionOpened());
        var previous = EntryHash.of(new byte[] {1});
        var entry = EntryJson.write(new StreamId(StreamId.Kind.SESSION, "s"), recorded, previous, counted());
        assertThat(entry.toString())
                .isEqualTo("{\"session\":\"s\",\"position\":2,\"previous\":\"" + previous.base64()
                        + "\",\"event\":\"SessionOpened\",\"version\":1"
                        + ",\"recordedAt\":\"2026-11-23T10:00:00.123456Z\",\"stated\":\"2026-11-23T09:59\""
                        + ",\"actor\":\"clerk@albino\",\"findings\":[{\"code\":\"already-present\""
                        + ",\"topic\":\"already-present\",\"seats\":[\"albino\"]}],\"payload\":{}"
                        + ",\"salt\":\"AQAAAAAAAAAAAAAAAAAAAA==\"}");
        assertThat(EntryJson.read(entry.stream(), 2, entry.line(), null).recorded())
                .isEqualTo(recorded);
    }

    static Stream<String> broken() {
        var good = entry(new SessionEvent.RollCalled(13)).toString();
        return Stream.of(
                good.replace("\"golden\"", "\"other\""),
                good.replace("\"position\":1", "\"position\":2"),
                good.replace("RollCalled", "RollRecalled"),
                good.replace("\"version\":1", "\"version\":2"),
                good.replace("{\"present\":13}", "{}"),
                good.replace("{\"present\":13}", "{\"present\":13,\"absent\":2}"),
                good.replace("{\"present\":13}", "{\"present\":\"13\"}"),
                good.replace("{\"present\":13}", "{\"present\":13.5}"),
                good.replace("\"actor\":\"local\",", ""),
                good.replace("\"local\"", "\"a/b\""),
                good.replace("1970-01-01", "1970-13-01"),
                good.replace("==\"}", "==\",\"more\":1}"),
                good.replace("==\"}", "==\"}{}"),
                good.substring(0, good.length() - 1),
                "",
                "null");
    }

    @ParameterizedTest
    @MethodSource("broken")
    void anythingElseIsUnreadable(String line) {
        var stream = new StreamId(StreamId.Kind.SESSION, "golden");
        assertThatExceptionOfType(UnreadableEntry.class)
                .isThrownBy(() -> EntryJson.read(stream, 1, line.getBytes(StandardCharsets.UTF_8), null))
                .matches(unreadable ->
                        unreadable.position() == 1 && unreadable.stream().equals(stream));
    }

    @Test
    void wordsThatAreNotThoseCommittedToAreUnreadable() {
        var entry = entry(new SessionEvent.NoteRecorded(1, new FreeText("not for everyone")));
        var altered = String.valueOf(entry.disclosed()).replace("everyone", "anyone");
        assertThatExceptionOfType(UnreadableEntry.class)
                .isThrownBy(() -> EntryJson.read(entry.stream(), 1, entry.line(), altered));
    }
}
