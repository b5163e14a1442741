package org.plenum.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.decision.AssemblyState;
import org.plenum.json.FaultyJson;
import org.plenum.json.JsonFault;

class TranscriptReaderTest {
    /** A small whole file; the record is put in where it says so. */
    private static final String FRAME = """
            {
             "plenum": "transcript/1",
             "source": "registro dei verbali",
             "assembly": {"id": "consiglio", "name": "Consiglio", "seats": [
              {"id": "rossi", "name": "Anna Rossi"},
              {"id": "bianchi", "name": "Bruno Bianchi"},
              {"id": "verdi", "name": "Carla Verdi"}]},
             "session": {"id": "s1", "title": "Seduta", "date": "2024-10-26", "zone": "Europe/Rome"},
             "attendees": [{"name": "Dora Neri", "role": "segretaria", "present": true}],
             "agenda": [{"number": "1", "title": "Primo"}],
             "record": [
            %s
             ]
            }
            """;

    private static final int RECORD_LINE = 13;

    static String file(String... steps) {
        return FRAME.formatted(String.join(",\n", steps));
    }

    private static List<JsonFault> faults(String text) {
        return faults(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<JsonFault> faults(byte[] bytes) {
        var faulty = catchThrowableOfType(
                FaultyJson.class,
                () -> Translator.translate(
                        TranscriptReader.read(bytes), new AssemblyState(), Transcribed.NOW, _ -> Optional.empty()));
        assertThat(faulty).as("no fault found").isNotNull();
        return faulty.faults();
    }

    private static String step(String body) {
        return "  {" + body.replace('\'', '"') + "}";
    }

    @Test
    void aWholeFileIsRead() {
        var read = TranscriptReader.read(file(step("'do': 'open'")).getBytes(StandardCharsets.UTF_8));
        assertThat(read.transcript().record())
                .singleElement()
                .satisfies(step -> assertThat(step.deed()).isEqualTo(new Deed.Open()));
        assertThat(read.digest()).hasSize(64);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'do': 'arrive', 'seat': 'gialli' | /record/0/seat | unknown seat: gialli",
                "'do': 'arrive' | /record/0 | the field \"seat\" is missing",
                "'do': 'arrive', 'seat': 'rossi', 'mood': 'x' | /record/0/mood | an unknown field",
                "'do': 'arrive', 'seat': 3 | /record/0/seat | expected a text, found a number",
                "'do': 'arrive', 'seat': 'a/b' | /record/0/seat | an identifier has letters",
                "'do': 'arrive', 'seat': 'rossi', 'mode': 'hybrid' | /record/0/mode | one of: in-person, remote",
                "'do': 'arrive', 'seat': 'rossi', 'at': '25:00' | /record/0/at | not a valid date, time",
                "'do': 'arrive', 'seat': 'rossi', 'at': '2024-10-27T02:30' | /record/0/at | existed twice",
                "'do': 'arrive', 'seat': 'rossi', 'at': '2024-03-31T02:30' | /record/0/at | did not exist",
                "'do': 'arrive', 'seat': 'rossi', 'at': '10:00', 'notAfter': '11:00' | /record/0/at | not both",
                "'do': 'arrive', 'seat': 'rossi', 'notBefore': '12:00', 'notAfter': '11:00' | /record/0/notAfter | contradict",
                "'do': 'arrive', 'seat': 'rossi', 'delegate': 'a\\u202eb' | /record/0/delegate | direction of writing",
                "'do': 'dance' | /record/0/do | an unknown kind of step: dance",
                "'seat': 'rossi' | /record/0 | the field \"do\" is missing",
                "'do': 'adjourn', 'to': '18:00' | /record/0/to | state the day as well",
                "'do': 'adjourn', 'to': 'domani' | /record/0/to | not a valid date",
                "'do': 'rollcall' | /record/0 | the field \"present\" is missing",
                "'do': 'rollcall', 'present': ['rossi', 'rossi'] | /record/0/present | named twice: rossi",
                "'do': 'rollcall', 'present': ['rossi'], 'absent': ['rossi'] | /record/0/absent | named twice: rossi",
                "'do': 'rollcall', 'present': [], 'count': 3 | /record/0/count | not both",
                "'do': 'rollcall', 'count': -1 | /record/0/count | out of bounds",
                "'do': 'rollcall', 'present': [{'seat': 'rossi', 'hat': 1}] | /record/0/present/0/hat | unknown field",
                "'do': 'unnamed' | /record/0 | exactly one of arrived",
                "'do': 'unnamed', 'arrived': 1, 'departed': 2 | /record/0 | exactly one of arrived",
                "'do': 'unnamed', 'arrived': 0 | /record/0/arrived | out of bounds",
                "'do': 'unnamed', 'arrived': 1.5 | /record/0/arrived | a whole number",
                "'do': 'present' | /record/0 | the field \"count\" is missing",
                "'do': 'chair' | /record/0 | exactly one of seat and name",
                "'do': 'clerk', 'seat': 'rossi', 'name': 'X' | /record/0 | exactly one of seat and name",
                "'do': 'item', 'number': '9' | /record/0/number | not on the agenda: 9",
                "'do': 'item', 'number': 1 | /record/0/number | expected a text, found a number",
                "'do': 'conclude', 'number': '1', 'how': 'eaten' | /record/0/how | withdrawn, postponed, noted",
                "'do': 'statement', 'speaker': 'Nessuno', 'text': 'x' | /record/0/speaker | neither a seat nor a person",
                "'do': 'statement', 'speaker': 'rossi', 'text': '  ' | /record/0/text | an empty text",
                "'do': 'statement', 'speaker': 'rossi', 'text': 'a\\u0007b' | /record/0/text | control characters",
                "'do': 'vote', 'subject': 'x' | /record/0 | the field \"id\" is missing",
                "'do': 'vote', 'id': 'v/1', 'subject': 'x' | /record/0/id | an identifier has letters",
                "'do': 'vote', 'id': 'v', 'subject': 'x', 'for': 'all' | /record/0/for | a list of seats or \"rest\"",
                "'do': 'vote', 'id': 'v', 'subject': 'x', 'for': 'rest', 'against': 'rest' | /record/0/against | one list only",
                "'do': 'vote', 'id': 'v', 'subject': 'x', 'for': ['gialli'] | /record/0/for/0 | unknown seat",
                "'do': 'vote', 'id': 'v', 'subject': 'x', 'follows': 'w' | /record/0/follows | no earlier vote: w",
                "'do': 'vote', 'id': 'v', 'subject': 'x', 'mover': 'Gialli' | /record/0/mover | neither a seat",
                "'do': 'vote', 'id': 'v', 'subject': 'x', 'item': '1', 'items': ['1'] | /record/0/items | not both",
                "'do': 'vote', 'id': 'v', 'subject': 'x', 'majority': {'fixed': 0} | /record/0/majority/fixed | rule",
                "'do': 'vote', 'id': 'v', 'subject': 'x', 'method': 'telepathy' | /record/0/method | one of",
                "'do': 'vote', 'id': 'v', 'subject': 'x', 'method': 'secret', 'for': ['rossi'] | /record/0/for | secret vote",
                "'do': 'vote', 'id': 'v', 'subject': 'x', 'recused': [{'seat': 'rossi'}] | /record/0/recused/0 | reason",
                "'do': 'vote', 'id': 'v', 'subject': 'x', 'declared': {'for': -1} | /record/0/declared/for | bounds",
                "'do': 'vote', 'id': 'v', 'subject': 'x', 'declared': {'outcome': 'won'} | /record/0/declared/outcome | one of",
                "'do': 'annul', 'vote': 'v', 'reason': 'x' | /record/0/vote | no earlier vote",
                "'do': 'approve-minutes', 'session': 's0', 'vote': 'v' | /record/0/vote | no earlier vote",
                "'do': 'correct', 'target': 'v', 'reason': 'x' | /record/0/target | no earlier step",
            })
    void eachFaultIsToldWithItsPlaceAndLine(String body, String pointer, String message) {
        var faults = faults(file(step(body)));
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo(pointer);
            assertThat(fault.line()).isEqualTo(RECORD_LINE - 1);
            assertThat(fault.message().en()).contains(message);
            assertThat(fault.message().it())
                    .isNotBlank()
                    .isNotEqualTo(fault.message().en());
        });
    }

    @Test
    void allFaultsAreToldAtOnce() {
        var text = file(
                        step("'do': 'open', 'when': '10:00'"),
                        step("'do': 'arrive', 'seat': 'gialli'"),
                        step("'do': 'vote', 'id': 'v', 'subject': 'x', 'for': ['bianchi', 'neri'], 'against': 'resto'"),
                        step("'do': 'arrive', 'seat': 'rossi', 'at': '2024-10-27T02:10'"),
                        step("'do': 'correct', 'target': 'v', 'reason': 'x'"),
                        step("'do': 'vote', 'id': 'v', 'subject': 'again'"))
                .replace("\"zone\": \"Europe/Rome\"", "\"zone\": \"Europe/Rome\", \"president\": \"neri\"")
                .replace("\"title\": \"Seduta\", ", "");
        assertThat(faults(text).stream().map(JsonFault::pointer))
                .containsExactly(
                        "/session",
                        "/session/president",
                        "/record/0/when",
                        "/record/1/seat",
                        "/record/2/for/1",
                        "/record/2/against",
                        "/record/3/at",
                        "/record/4",
                        "/record/5/id");
    }

    @Test
    void aListThatCannotBeReadIsNotHeldAgainstItsMentions() {
        var text = file(step("'do': 'arrive', 'seat': 'rossi'"), step("'do': 'item', 'number': '1'"))
                .replace("{\"id\": \"rossi\"", "{\"id\": \"ros si\"")
                .replace("\"number\": \"1\", \"title\"", "\"nummer\": \"1\", \"title\"");
        assertThat(faults(text).stream().map(JsonFault::pointer))
                .containsExactly("/assembly/seats/0/id", "/agenda/0", "/agenda/0/nummer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'transcript/1' | 'transcript/2' | /plenum",
                "'source': 'registro dei verbali', | | ``",
                "'id': 'bianchi' | 'id': 'rossi' | /assembly/seats/1/id",
                "'name': 'Anna Rossi' | 'name': 'Anna Rossi', 'weight': '0' | /assembly/seats/0/weight",
                "'name': 'Anna Rossi' | 'name': 'Anna Rossi', 'weight': 'heavy' | /assembly/seats/0/weight",
                "'name': 'Anna Rossi' | 'name': 'Anna Rossi', 'population': -3 | /assembly/seats/0/population",
                "'name': 'Anna Rossi' | 'name': 'Anna Rossi', 'votes': 'yes' | /assembly/seats/0/votes",
                "'name': 'Anna Rossi' | 'name': 'Anna Rossi', 'sheet': 'maybe' | /assembly/seats/0/sheet",
                "'name': 'Consiglio' | 'name': 'Consiglio', 'rules': {'quorum': {'1': {'fixed': -1}}} | /assembly/rules/quorum/1/fixed",
                "'2024-10-26' | '2024-02-30' | /session/date",
                "'2024-10-26' | '26/10/2024' | /session/date",
                "Europe/Rome | Europe/Roma | /session/zone",
                "'title': 'Seduta' | 'title': 'Seduta', 'call': 0 | /session/call",
                "'title': 'Seduta' | 'title': 'Seduta', 'secondCallOf': 's0' | /session/secondCallOf",
                "'title': 'Seduta' | 'title': 'Seduta', 'scheduled': '2024-10-26T10:00' | /session/scheduled",
                "'id': 's1' | 'id': 'a/b' | /session/id",
                "'present': true | 'present': 'si' | /attendees/0/present",
                "'role': 'segretaria', | | /attendees/0",
                "{'number': '1', 'title': 'Primo'} | {'number': '1', 'title': 'Primo'}, {'number': '1', 'title': 'Primo'} | /agenda/1/number",
            })
    void whatStandsAboveTheRecordIsCheckedToo(String was, String is, String pointer) {
        var text = file(step("'do': 'open'"));
        var from = was.replace('\'', '"');
        assertThat(text).contains(from);
        var changed = text.replace(from, is == null ? "" : is.replace('\'', '"'));
        assertThat(faults(changed)).first().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo(pointer);
            assertThat(fault.line()).isPositive();
        });
    }

    @Test
    void aFileWithoutSeatsOrRecordIsRefused() {
        assertThat(faults("{\"plenum\": \"transcript/1\"}").stream()
                        .map(fault -> fault.message().en()))
                .containsExactlyInAnyOrder(
                        "the field \"source\" is missing",
                        "the field \"assembly\" is missing",
                        "the field \"session\" is missing",
                        "the field \"record\" is missing");
    }

    @Test
    void duplicateKeysAreFaults() {
        assertThat(faults(file(step("'do': 'open', 'do': 'close'"))))
                .singleElement()
                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/record/0/do"));
    }

    @Test
    void whatIsTooLargeIsRefusedUnread() {
        var bytes = new byte[10 * 1024 * 1024];
        Arrays.fill(bytes, (byte) ' ');
        assertThat(faults(bytes))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message().en()).contains("larger than 8 MB"));
    }

    @Test
    void whatLooksLikeANumberInYamlMayBeMeantAsAName() {
        var session = Transcribed.of("""
                plenum: transcript/1
                source: 1999
                assembly:
                  id: 12
                  name: Dodici
                  seats:
                    - { id: 1, name: Uno, number: 1, weight: 1.50 }
                    - { id: 2, name: 2, number: 2 }
                session: { id: 2024, title: Seduta, date: 2024-01-02, zone: Europe/Rome, scheduled: 9:30 }
                agenda:
                  - { number: 1, title: Primo }
                  - { number: 2.10, title: Secondo }
                record:
                  - { do: open, at: 9:35 }
                  - { do: rollcall, present: [1, 2] }
                  - { do: item, number: 2.10 }
                  - { do: vote, id: 1, subject: yes, for: [1], against: rest, declared: { for: 1 } }
                """);
        assertThat(session.state().roll().keySet()).hasToString("[1, 2]");
        assertThat(session.state().takenUp()).hasToString("[2.10]");
        assertThat(session.choosing("1", org.plenum.vocabulary.Choice.Stance.AGAINST))
                .containsExactly("2");
    }

    @Test
    void marksAndLineEndsOfOtherSystemsChangeNothing() {
        var whole = file(step("'do': 'open'"), step("'do': 'arrive', 'seat': 'gialli'"));
        for (var text : List.of(whole, "\uFEFF" + whole, whole.replace("\n", "\r\n"), whole.replace("\n", "\r"))) {
            assertThat(faults(text)).singleElement().satisfies(fault -> {
                assertThat(fault.pointer()).isEqualTo("/record/1/seat");
                assertThat(fault.line()).isEqualTo(RECORD_LINE);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n\n", "null", "[]", "\"minutes\"", "42", "Verbale della seduta."})
    void whatIsNoTranscriptAtAllIsToldOnce(String text) {
        assertThat(faults(text))
                .singleElement()
                .satisfies(fault -> assertThat(fault.pointer()).isEmpty());
    }

    @Test
    void whatIsBrokenIsToldInEachLanguageAlone() {
        for (var text : List.of("{\"a\": }", "{\"a\": 1", "a: b: c", "[".repeat(200), "{\"a\": \"" + "\\ud8")) {
            assertThat(faults(text)).singleElement().satisfies(fault -> {
                assertThat(fault.message().it()).startsWith("non è ").doesNotContain("expected", "Unexpected");
                assertThat(fault.message().en()).doesNotContain("\n", "StreamReadConstraints");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\ud800",
                "\\udc00x",
                "\\u0000",
                "\\u001b[31m",
                "\\u202e",
                "\\u2067",
                "\\u200b",
                "\\u2028",
                "\\ufeffx"
            })
    void namesThatHideOrReorderAreRefused(String hidden) {
        var text = file(step("'do': 'open'")).replace("Anna Rossi", "Anna " + hidden + " Rossi");
        assertThat(faults(text)).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/assembly/seats/0/name");
            assertThat(fault.message().it()).doesNotContain("\u202e", "\u001b");
        });
    }

    @Test
    void whatIsNoTextIsRefused() {
        assertThat(faults(new byte[] {'{', (byte) 0xC3, (byte) 0x28, '}'}))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message().en()).contains("not UTF-8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void deepNestingIsHarmless(String level) {
        assertThat(faults(level.repeat(100_000))).isNotEmpty();
    }

    @Test
    void aYamlBombIsHarmless() {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9) + "*a" + (i - 1)));
        }
        assertThat(faults(bomb.toString())).isNotEmpty();
        assertThat(faults("a: &a [*a]")).isNotEmpty();
        assertThat(faults("plenum: !!binary aGVsbG8=")).isNotEmpty();
        assertThat(faults("plenum: !!javax.script.ScriptEngineManager [x]")).isNotEmpty();
        assertThat(faults("? [a, b]\n: c")).isNotEmpty();
        assertThat(faults("<<: {a: b}")).isNotEmpty();
        assertThat(faults("a: b\n---\nc: d")).isNotEmpty();
        assertThat(faults("plenum: .nan\nsource: 0x1F\nassembly: 1_000\nrecord: 017"))
                .isNotEmpty();
    }

    @Test
    void yamlSaysTheSameAsJson() {
        var yaml = """
                plenum: transcript/1
                source: registro dei verbali
                assembly:
                  id: consiglio
                  name: Consiglio
                  seats:
                    - { id: rossi, name: Anna Rossi, sheet: yes }
                    - { id: bianchi, name: Bruno Bianchi, sheet: no }
                session: { id: s1, title: Seduta, date: 2024-10-26, zone: Europe/Rome, scheduled: 17:30 }
                record:
                  - do: open
                    at: 17:51
                  # chi c'era
                  - do: rollcall
                    present: [rossi]
                    absent: [bianchi]
                  - do: vote
                    id: v1
                    subject: "Bilancio: variazione"
                    for: rest
                """;
        var session = Transcribed.of(yaml);
        assertThat(session.choosing("v1", org.plenum.vocabulary.Choice.Stance.FOR))
                .containsExactly("rossi");
        assertThat(session.recorded().stream().map(recorded -> String.valueOf(recorded.stated())))
                .anyMatch(stated -> stated.contains("2024-10-26T17:51"));
        assertThat(faults(yaml.replace("present: [rossi]", "present: [gialli]")))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.pointer()).isEqualTo("/record/1/present/0");
                    assertThat(fault.line()).isEqualTo(15);
                });
    }

    /** Whatever is broken in a file, the answer is a list of faults or a session, never another failure. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anyDamageIsAnsweredWithFaultsOrWithASession(long seed) {
        var random = new Random(seed);
        var whole = Transcribed.resource("/cases/valle-seriana-2024-11-13.json");
        for (var round = 0; round < 300; round++) {
            var damaged = damage(whole.clone(), random);
            try {
                Transcribed.of(damaged);
            } catch (FaultyJson refused) {
                assertThat(refused.faults())
                        .as("seed %d, round %d", seed, round)
                        .isNotEmpty();
            }
        }
    }

    private static byte[] damage(byte[] bytes, Random random) {
        var text = new StringBuilder(new String(bytes, StandardCharsets.UTF_8));
        var tokens = List.of(
                "\"rest\"",
                "null",
                "[]",
                "{}",
                "-1",
                "99999999999999999999",
                "1e400",
                "\"\"",
                "true",
                "\"albino\"",
                "\"\\u0000\"",
                "\"17:51\"",
                "\"2024-10-27T02:30\"",
                ",",
                "}",
                "]",
                ":");
        for (var i = 0; i <= random.nextInt(3); i++) {
            var at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, tokens.get(random.nextInt(tokens.size())));
                case 2 -> {
                    // A whole value is replaced by another.
                    var start = text.indexOf(": ", at);
                    var end = start < 0 ? -1 : text.indexOf("\n", start);
                    if (end > 0) {
                        text.replace(start + 2, end, tokens.get(random.nextInt(tokens.size())) + ",");
                    }
                }
                default -> {
                    var start = text.indexOf("\n", at);
                    var end = start < 0 ? -1 : text.indexOf("\n", start + 1);
                    if (end > 0) {
                        text.delete(start, end);
                    }
                }
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
