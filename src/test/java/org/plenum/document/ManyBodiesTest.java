package org.plenum.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plenum.json.JsonText;
import org.plenum.projection.Minutes;
import org.plenum.projection.presence.PresenceAtVote;
import org.plenum.projection.report.ReportAsAt;
import org.plenum.projection.report.SessionFold;
import org.plenum.projection.report.SessionReport;
import org.plenum.vocabulary.FindingCode;
import org.plenum.vocabulary.LocalPoint;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.VoteId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Minutes of bodies of many kinds, and what their reports must say: written down from the minutes by hand, before any was
 * recorded. Expectations name only the fields that they are about; a list stands for the whole list.
 */
class ManyBodiesTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    static Stream<Path> minutes() throws IOException {
        var folder = Path.of(URI.create(Objects.requireNonNull(ManyBodiesTest.class.getResource("/minutes"))
                .toString()));
        try (var files = Files.list(folder)) {
            return files.filter(file -> !file.toString().endsWith(".expected.json")).sorted().toList().stream();
        }
    }

    static SessionReport told(Path file) throws IOException {
        return SessionFold.of(Minutes.of(Files.readString(file))).view();
    }

    static JsonNode expected(Path file) throws IOException {
        var name = file.getFileName().toString().replaceFirst("\\.(json|yaml)$", ".expected.json");
        return MAPPER.readTree(Files.readString(file.resolveSibling(name), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("minutes")
    void theReportSaysWhatTheMinutesMean(Path file) throws IOException {
        check(told(file), expected(file));
    }

    /** At every position, and at every hour of the days around it, the past can be told. */
    @ParameterizedTest
    @MethodSource("minutes")
    void everyMomentOfThePastCanBeTold(Path file) throws IOException {
        var history = Minutes.of(Files.readString(file));
        var whole = MAPPER.readTree(ReportJson.report(SessionFold.of(history).view()));
        for (var position = 1L; position <= history.head(); position++) {
            var known = MAPPER.readTree(ReportJson.report(
                    SessionFold.of(history.asKnownAt(position)).view()));
            assertThat(known.get("ledger").get("events").asLong()).isEqualTo(position);
        }
        var present = new ArrayList<Integer>();
        for (var hour = 1; hour < 72; hour++) {
            var time = new LocalPoint(history.convened().date().atStartOfDay().plusHours(hour), false, null);
            if (time.time().toString().startsWith("2024-10-27T02")) {
                continue;
            }
            var then = MAPPER.readTree(ReportJson.report(ReportAsAt.of(history.asAt(time))));
            present.add((int) then.get("attendance")
                    .valueStream()
                    .filter(seat -> seat.get("intervals").size() > 0)
                    .count());
        }
        // Who has been there never becomes fewer, and in the end it is everybody who ever was.
        assertThat(present).isSorted();
        assertThat(present.getLast()).isEqualTo((int) whole.get("attendance")
                .valueStream()
                .filter(seat -> seat.get("intervals").size() > 0)
                .count());
    }

    static Stream<Arguments> small() throws IOException {
        try (var in = Objects.requireNonNull(ManyBodiesTest.class.getResourceAsStream("/minutes-small/cases.json"))) {
            return MAPPER.readTree(in)
                    .valueStream()
                    .map(each -> Arguments.of(each.get("case").stringValue(), each));
        }
    }

    /** The minutes of a small council, with what one case says of it. */
    static String minutesOf(JsonNode small) {
        var file = (ObjectNode) MAPPER.readTree("""
                { "plenum": "transcript/1", "source": "a small case",
                  "assembly": { "id": "council", "name": "The council", "seats": [
                    { "id": "a", "name": "Ada" }, { "id": "b", "name": "Bea" }, { "id": "c", "name": "Cle" },
                    { "id": "d", "name": "Dea" }, { "id": "e", "name": "Eva" } ] },
                  "session": { "id": "s", "title": "Session", "date": "2026-03-10", "zone": "Europe/Rome" },
                  "agenda": [ { "number": "1", "title": "Budget" } ] }
                """);
        if (small.has("rules")) {
            ((ObjectNode) file.get("assembly")).set("rules", small.get("rules"));
        }
        if (small.has("attendees")) {
            file.set("attendees", small.get("attendees"));
        }
        return file.set("record", small.get("record")).toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("small")
    void eachSmallCaseIsToldAsItIs(String name, JsonNode small) {
        var typed = Instant.parse("2026-06-01T08:00:00Z");
        check(SessionFold.of(Minutes.of(minutesOf(small), typed)).view(), small.get("expected"));
    }

    /** What {@code do} may say, with the fields that each step may have besides those of every step. */
    private static final Map<String, List<String>> STEPS = Map.ofEntries(
            Map.entry("open", List.of()),
            Map.entry("suspend", List.of()),
            Map.entry("resume", List.of()),
            Map.entry("close", List.of()),
            Map.entry("adjourn", List.of("to")),
            Map.entry("deserted", List.of("reason")),
            Map.entry("rollcall", List.of("present", "absent", "count")),
            Map.entry("arrive", List.of("seat", "mode", "delegate", "reason")),
            Map.entry("depart", List.of("seat", "mode", "delegate", "reason")),
            Map.entry("mode", List.of("seat", "mode")),
            Map.entry("delegate", List.of("seat", "delegate")),
            Map.entry("proxy", List.of("from", "to")),
            Map.entry("unnamed", List.of("arrived", "departed", "returned")),
            Map.entry("present", List.of("count")),
            Map.entry("chair", List.of("seat", "name")),
            Map.entry("clerk", List.of("seat", "name")),
            Map.entry("item", List.of("number")),
            Map.entry("conclude", List.of("number", "how")),
            Map.entry("statement", List.of("speaker", "text")),
            Map.entry(
                    "vote",
                    List.of(
                            "item",
                            "items",
                            "subject",
                            "method",
                            "majority",
                            "for",
                            "against",
                            "abstain",
                            "blank",
                            "void",
                            "declined",
                            "absent",
                            "recused",
                            "mover",
                            "seconder",
                            "follows",
                            "repeats",
                            "declared")),
            Map.entry("annul", List.of("vote", "reason")),
            Map.entry("correct", List.of("target", "reason")),
            Map.entry("approve-minutes", List.of("session", "vote")));

    private static final List<String> EVERY_STEP = List.of("id", "at", "notBefore", "notAfter", "note");
    private static final List<String> DECLARED =
            List.of("present", "voters", "for", "against", "abstain", "blank", "void", "declined", "absent", "outcome");

    /** Nothing that a transcript can say goes untried, and nothing that a report can find. */
    @Test
    void allThatMinutesCanSayIsSaidSomewhere() throws IOException {
        var said = new TreeSet<String>();
        var found = EnumSet.noneOf(FindingCode.class);
        for (var file : minutes().toList()) {
            said(JsonText.yaml(Files.readString(file)).value(), said);
            told(file).findings().forEach(each -> found.add(each.finding().code()));
        }
        for (var small : small().map(each -> (JsonNode) each.get()[1]).toList()) {
            said(MAPPER.readTree(minutesOf(small)), said);
        }
        var sayable = new TreeSet<String>();
        STEPS.forEach((step, fields) -> fields.forEach(field -> sayable.add(step + "." + field)));
        STEPS.keySet().forEach(sayable::add);
        EVERY_STEP.forEach(field -> sayable.add("*." + field));
        DECLARED.forEach(field -> sayable.add("declared." + field));
        assertThat(said).containsAll(sayable);
        assertThat(found).containsExactlyInAnyOrder(FindingCode.values());
    }

    private static void said(JsonNode file, Set<String> said) {
        file.get("record").forEach(step -> {
            var word = step.get("do").stringValue();
            said.add(word);
            step.propertyNames().forEach(field -> {
                said.add(word + "." + field);
                said.add("*." + field);
            });
            if (word.equals("vote") && step.has("declared")) {
                step.get("declared").propertyNames().forEach(field -> said.add("declared." + field));
            }
        });
    }

    private static void check(SessionReport report, JsonNode expected) {
        var differences = new ArrayList<String>();
        var brief = Brief.report(MAPPER.readTree(ReportJson.report(report)));
        for (var part : List.of("session", "roll", "votingSeats", "attendance", "quorum", "votes", "findings")) {
            if (expected.has(part)) {
                compare(part, expected.get(part), brief.get(part), differences);
            }
        }
        if (expected.has("presence")) {
            expected.get("presence").properties().forEach(asked -> {
                var words = asked.getKey().split(" ");
                var answer = PresenceAtVote.of(report, new VoteId(words[0]), new SeatId(words[1]))
                        .orElseThrow();
                var told = Brief.presence(MAPPER.readTree(ReportJson.presence(report, answer, List.of())));
                compare("presence " + asked.getKey(), asked.getValue(), told, differences);
            });
        }
        assertThat(differences).isEmpty();
    }

    private static void compare(String at, JsonNode expected, JsonNode found, List<String> differences) {
        if (expected.isObject() && found != null && found.isObject()) {
            expected.properties()
                    .forEach(field -> compare(
                            at + "." + field.getKey(), field.getValue(), found.get(field.getKey()), differences));
        } else if (expected.isArray() && found != null && found.isArray() && expected.size() == found.size()) {
            for (var i = 0; i < expected.size(); i++) {
                compare(at + "[" + i + "]", expected.get(i), found.get(i), differences);
            }
        } else if (!same(expected, found)) {
            differences.add(at + ": expected " + expected + ", found " + found);
        }
    }

    /** An asterisk in an expected text stands for anything. */
    private static boolean same(JsonNode expected, JsonNode found) {
        if (expected.isString() && found != null && found.isString()) {
            var form = Stream.of(expected.stringValue().split("\\*", -1))
                    .map(Pattern::quote)
                    .toList();
            return found.stringValue().matches(String.join(".*", form));
        }
        return expected.equals(found);
    }
}
