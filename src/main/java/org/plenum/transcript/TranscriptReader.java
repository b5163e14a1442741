package org.plenum.transcript;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenum.json.Faults;
import org.plenum.json.FaultyJson;
import org.plenum.json.JsonText;
import org.plenum.json.Place;
import org.plenum.json.Read;
import org.plenum.json.Reader;
import org.plenum.json.RulesJson;
import org.plenum.json.StrictObject;
import org.plenum.vocabulary.AgendaItem;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.Delegate;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.Texts;
import org.plenum.vocabulary.TimeWords;

/**
 * Reads a transcript file, JSON or YAML. What can't be understood is refused whole, with everything that is wrong and
 * where; what only contradicts itself is not the reader's business.
 */
public final class TranscriptReader {
    /** Most bytes that a file may have. */
    public static final int LARGEST = 8 * 1024 * 1024;

    private static final String FORMAT = "transcript/1";
    private static final int MOST = 1_000_000;

    private final Known known = new Known();
    private final StrictObject file;

    private TranscriptReader(StrictObject file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @throws org.plenum.json.FaultyJson with everything that is wrong
     */
    public static TranscriptFile read(byte[] bytes) {
        var text = parse(bytes);
        var transcript = StrictObject.read(text, file -> new TranscriptReader(file).transcript());
        return new TranscriptFile(transcript, text.faults(), TranscriptFile.digest(bytes));
    }

    private static JsonText parse(byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw refusal(
                    "il file supera " + LARGEST / 1024 / 1024 + " MB",
                    "the file is larger than " + LARGEST / 1024 / 1024 + " MB");
        }
        var text = decoded(bytes);
        var start = text.stripLeading();
        return start.startsWith("{") || start.startsWith("[") || start.isEmpty()
                ? JsonText.json(text)
                : JsonText.yaml(text);
    }

    private static String decoded(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notText) {
            throw refusal("il file non è un testo UTF-8", "the file is not UTF-8 text");
        }
    }

    private static RuntimeException refusal(String it, String en) {
        var faults = new Faults();
        faults.add("", it, en);
        return new FaultyJson(faults.found());
    }

    private @Nullable Transcript transcript() {
        var format = file.text("plenum");
        if (format != null && !format.equals(FORMAT)) {
            file.impossible(
                    "plenum",
                    "formato sconosciuto, previsto \"" + FORMAT + "\"",
                    "an unknown format, expected \"" + FORMAT + "\"");
        }
        var source = file.required("source", name("source"));
        var assembly = file.required("assembly", Read.object(this::assembly));
        var attendees = file.optional("attendees", Read.list(Read.object(this::attendee)), List.of());
        var agenda = file.optional("agenda", Read.list(Read.object(this::item)), List.of());
        var raw = file.place().value();
        known.listsAreRead(raw.path("assembly").path("seats"), raw.path("agenda"), raw.path("attendees"));
        var times = new TimeLine[1];
        var session = file.required("session", Read.object(data -> session(data, times)));
        var steps = new StepReader(known, times[0] == null ? new TimeLine(null, null) : times[0]);
        var record = file.required("record", steps.record());
        return source == null || assembly == null || session == null || record == null
                ? null
                : new Transcript(source, assembly, session, attendees, agenda, record);
    }

    // ---- the assembly

    private Transcript.@Nullable Assembly assembly(StrictObject data) {
        var id = data.required("id", Read.text(AssemblyId::new));
        var name = data.required("name", name("name"));
        var rules = data.optional("rules", RulesJson.RULES);
        var seats = data.required("seats", Read.list(Read.object(this::seat)));
        if (seats != null && seats.isEmpty()) {
            data.impossible("seats", "un organo ha almeno un componente", "a body has at least one seat");
        }
        return id == null || name == null || seats == null ? null : new Transcript.Assembly(id, name, rules, seats);
    }

    private Transcript.@Nullable Seat seat(StrictObject data) {
        var id = data.required("id", place -> {
            var seat = Read.text(SeatId::new).read(place);
            if (seat != null) {
                known.seat(place, seat);
            }
            return seat;
        });
        var name = data.required("name", name("name"));
        var number = data.optional("number", Read.number(0, MOST));
        var delegate = data.optional("delegate", name("delegate"));
        var role = data.optional("role", name("role"));
        var weight = data.optional("weight", TranscriptReader::weight, BigDecimal.ONE);
        var population = data.optional("population", Read.whole(0, 100_000_000_000L));
        var office = data.optional("office", name("office"));
        var votes = data.flag("votes", true);
        var sheet = data.optional("sheet", TranscriptWords.SHEET);
        if (id == null || name == null) {
            return null;
        }
        var person = delegate == null ? null : new Delegate(delegate, role, null);
        return new Transcript.Seat(
                new Seat(id, name, number, weight, population, office, votes, person),
                delegate == null ? role : null,
                sheet);
    }

    private static @Nullable BigDecimal weight(Place place) {
        var weight = Read.DECIMAL_NUMBER.read(place);
        if (weight != null && weight.signum() <= 0) {
            place.impossible("il peso di un voto è maggiore di zero", "a vote's weight is more than zero");
            return null;
        }
        return weight;
    }

    // ---- the session

    private Transcript.@Nullable Session session(StrictObject data, TimeLine[] times) {
        var id = data.required("id", Read.text(SessionId::new));
        var title = data.required("title", name("title"));
        var date = data.required("date", Read.text(TranscriptReader::date));
        var zone = data.required("zone", TranscriptReader::zone);
        times[0] = new TimeLine(date, zone);
        var call = data.optional("call", Read.number(1, 99), 1);
        var secondCallOf = data.optional("secondCallOf", Read.text(SessionId::new));
        if (call == 1 && secondCallOf != null) {
            data.impossible(
                    "secondCallOf",
                    "solo una seconda o ulteriore convocazione ne ripete un'altra: indicare \"call\"",
                    "only a second or further call repeats another one: state \"call\"");
        }
        var place = data.optional("place", name("place"));
        var scheduled = data.optional("scheduled", Read.text(words -> timeOfDay("scheduled", words)));
        times[0].alone(data, "scheduled", scheduled);
        var president = data.optional("president", known::readSeat);
        var clerk = data.optional("clerk", name("clerk"));
        if (clerk != null) {
            known.person(clerk);
        }
        return id == null || title == null || date == null || zone == null
                ? null
                : new Transcript.Session(
                        id,
                        title,
                        date,
                        zone,
                        call,
                        secondCallOf,
                        place,
                        scheduled == null ? null : scheduled.time(),
                        president,
                        clerk);
    }

    private static LocalDate date(String text) {
        try {
            var date = LocalDate.parse(text);
            if (date.getYear() >= 1000 && date.getYear() <= 9999) {
                return date;
            }
        } catch (DateTimeException unreadable) {
            throw caused(new Malformed(Malformed.Fault.TIME, "date", text), unreadable);
        }
        throw new Malformed(Malformed.Fault.TIME, "date", text);
    }

    private static @Nullable ZoneId zone(Place place) {
        var name = Read.TEXT.read(place);
        if (name == null) {
            return null;
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            place.impossible(
                    "fuso orario sconosciuto; per l'Italia \"Europe/Rome\"",
                    "an unknown time zone; for Italy \"Europe/Rome\"");
            return null;
        }
    }

    private static TimeWords timeOfDay(String what, String text) {
        var words = TimeWords.parse(what, text);
        if (words.date() != null || words.offset() != null) {
            throw new Malformed(Malformed.Fault.TIME, what, text);
        }
        return words;
    }

    private static Malformed caused(Malformed refused, Exception cause) {
        refused.initCause(cause);
        return refused;
    }

    // ---- people and agenda

    private Transcript.@Nullable Attendee attendee(StrictObject data) {
        var name = data.required("name", place -> {
            var read = name("name").read(place);
            if (read != null) {
                known.attendee(place, read);
            }
            return read;
        });
        var role = data.required("role", name("role"));
        var affiliation = data.optional("affiliation", name("affiliation"));
        var present = data.required("present", Read.BOOLEAN);
        return name == null || role == null || present == null
                ? null
                : new Transcript.Attendee(name, role, affiliation, present);
    }

    private @Nullable AgendaItem item(StrictObject data) {
        var number = data.required("number", place -> {
            var read = Read.text(ItemNumber::new).read(place);
            if (read != null) {
                known.item(place, read);
            }
            return read;
        });
        var title = data.required("title", name("title"));
        var kind = data.optional("kind", name("kind"));
        return number == null || title == null ? null : new AgendaItem(number, title, kind);
    }

    static Reader<String> name(String what) {
        return Read.text((Function<String, String>) text -> Texts.name(what, text));
    }
}
