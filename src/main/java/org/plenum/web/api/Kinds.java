package org.plenum.web.api;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenum.json.Place;
import org.plenum.json.Read;
import org.plenum.json.Reader;
import org.plenum.json.RulesJson;
import org.plenum.json.StagesJson;
import org.plenum.vocabulary.AgendaItem;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.Conclusion;
import org.plenum.vocabulary.Credential;
import org.plenum.vocabulary.ElectionRule;
import org.plenum.vocabulary.FreeText;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.Method;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.Stages;
import org.plenum.vocabulary.Texts;
import org.plenum.vocabulary.TimeWords;
import org.plenum.vocabulary.VoteId;
import org.plenum.vocabulary.Words;
import tools.jackson.databind.node.ObjectNode;

/** The kinds of values that requests hold. */
final class Kinds {
    private static final String IDENTIFIER = "^[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}._:@+-]*$";
    private static final String TIME = "^(\\d{4}-\\d{2}-\\d{2}[T ])?\\d{1,2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2})?$";
    private static final int MOST_CALLS = 99;
    private static final int MOST_NUMBER = 1_000_000;

    static final Kind<AssemblyId> ASSEMBLY = identifier(AssemblyId::new, "an assembly's identifier");
    static final Kind<SessionId> SESSION = identifier(SessionId::new, "a session's identifier");
    static final Kind<SeatId> SEAT = identifier(SeatId::new, "a seat's identifier");
    static final Kind<VoteId> VOTE = identifier(VoteId::new, "a vote's identifier, unique within its session");
    static final Kind<ItemNumber> ITEM = Kind.text(
            ItemNumber::new,
            schema -> describe(schema, "an item's number as it is written: 3, 3/bis")
                    .put("maxLength", 40));

    static final Kind<Boolean> FLAG = plain(Read.BOOLEAN, "boolean", "");
    static final Kind<BigDecimal> DECIMAL = new Kind<>(Read.DECIMAL_NUMBER, new Shape.Plain(schema -> {
        schema.putArray("type").add("string").add("number");
        schema.put("description", "an exact decimal, such as 12.5");
    }));
    static final Kind<Integer> CALL = whole(1, MOST_CALLS, "first, second or further call");
    static final Kind<Integer> SEAT_NUMBER = whole(0, MOST_NUMBER, "a seat's number on the roll");
    static final Kind<Long> POPULATION = new Kind<>(
            Read.whole(0, Long.MAX_VALUE),
            new Shape.Plain(schema -> schema.put("type", "integer").put("minimum", 0)));
    static final Kind<Long> POSITION = new Kind<>(Read.whole(1, Long.MAX_VALUE), positionShape("of an event"));

    static final Kind<String> PERSON = name("name", "a person's name");
    static final Kind<String> ROLE = name("role", "in which role: mayor, councillor");
    static final Kind<FreeText> TEXT = Kind.text(
            FreeText::new,
            schema -> describe(schema, "a text, perhaps of several lines").put("maxLength", Texts.LONGEST_TEXT));

    static final Kind<Mode> MODE = word(Mode.class, "mode");
    static final Kind<Credential> CREDENTIAL = word(Credential.class, "credential");
    static final Kind<Method> METHOD = word(Method.class, "method");
    static final Kind<Outcome> OUTCOME = word(Outcome.class, "outcome");
    static final Kind<Conclusion> CONCLUSION = word(Conclusion.class, "how");
    static final Kind<Choice.Stance> STANCE = word(Choice.Stance.class, "choice");

    static final Kind<TimeWords> TIME_WORDS = Kind.text(
            written -> TimeWords.parse("at", written),
            schema -> describe(schema, "17:51, 17:51:30 or 2024-11-13T17:51, perhaps with an offset")
                    .put("pattern", TIME));
    static final Kind<LocalDate> DATE =
            Kind.text(written -> time("date", written, LocalDate::parse), schema -> schema.put("format", "date"));
    static final Kind<LocalTime> CLOCK = Kind.text(
            written -> time("scheduled", written, LocalTime::parse),
            schema -> describe(schema, "a time of day: 17:30").put("pattern", "^\\d{2}:\\d{2}(:\\d{2})?$"));
    static final Kind<ZoneId> ZONE = Kind.text(
            written -> time("zone", written, ZoneId::of),
            schema -> describe(schema, "a time zone of the IANA database: Europe/Rome"));

    static final Kind<AgendaItem> AGENDA_ITEM = Kind.object("AgendaItem", fields -> {
        var number = fields.required("number", ITEM);
        var title = fields.required("title", name("title", ""));
        var kind = fields.optional("kind", name("kind", "a kind that rules speak of: budget"));
        return () -> new AgendaItem(number.get(), title.get(), kind.orNull());
    });
    static final Kind<List<AgendaItem>> AGENDA = Kind.list(AGENDA_ITEM);

    static final Kind<Seat> ENROLLED_SEAT = Kind.object("Seat", fields -> {
        var id = fields.required("id", SEAT);
        var rest = Forms.seat(fields);
        return () -> rest.apply(id.get());
    });

    static final Kind<RulesOfProcedure> RULES = new Kind<>(RulesJson.RULES, RuleShapes.RULES);
    static final Kind<Rule> MAJORITY = new Kind<>(RulesJson.MAJORITY, RuleShapes.RULE);

    static final Kind<CandidateId> CANDIDATE_ID = identifier(CandidateId::new, "a candidate's identifier");

    static final Kind<VoteEndpoints.Standing> CANDIDATE = Kind.object("Candidate", fields -> {
        var id = fields.required("id", CANDIDATE_ID);
        var name = fields.optional("name", name("candidate name", "left out, that of the seat with this identifier"));
        var seniority = fields.optional("seniority", DATE);
        return () -> new VoteEndpoints.Standing(id.get(), name.orNull(), seniority.orNull());
    });

    static final Kind<Stages> STAGES = Kind.object("Stages", fields -> {
        var outright = fields.optional("outright", MAJORITY);
        var each = fields.required("each", MAJORITY);
        var times = fields.required("times", whole(1, Stages.MOST_TIMES, "how many votes must be carried"));
        var within = fields.optional("within", term("within", "how long after the first the last may be: P30D"));
        var apart = fields.optional("apart", term("apart", "how long after one the next may be at the earliest: P3M"));
        return () -> new Stages(outright.orNull(), each.get(), times.get(), within.orNull(), apart.orNull());
    });

    static final Kind<VoteEndpoints.StageBefore> STAGE_BEFORE = Kind.object("StageBefore", fields -> {
        var session = fields.required("session", SESSION);
        var vote = fields.required("vote", VOTE);
        return () -> new VoteEndpoints.StageBefore(session.get(), vote.get());
    });

    private static Kind<Period> term(String name, String what) {
        return Kind.text(
                written -> StagesJson.term(name, written),
                schema -> describe(schema, what).put("format", "duration"));
    }

    private static final int MOST_PLACES = 1_000;

    private static final Kind<ElectionRule.Round> ROUND = Kind.object("Round", fields -> {
        var threshold = fields.optional("threshold", new Kind<>(RulesJson.THRESHOLD, RuleShapes.RULE));
        var best = fields.optional("best", whole(1, MOST_PLACES, "only so many, the best of the round before, stand"));
        return () -> new ElectionRule.Round(threshold.orNull(), best.orNull());
    });

    static final Kind<ElectionRule> ELECTION = Kind.object("Election", fields -> {
        var usual = ElectionRule.ofOne();
        var places = fields.optional("places", whole(1, MOST_PLACES, "how many are to be elected"));
        var preferences = fields.optional("preferences", whole(1, MOST_PLACES, "how many a ballot may prefer"));
        var rounds = fields.optional("rounds", Kind.list(ROUND));
        var ties = fields.optional("ties", word(ElectionRule.Ties.class, "ties"));
        var by = fields.optional("by", word(Measure.class, "by"));
        return () -> new ElectionRule(
                places.or(usual.places()),
                preferences.or(usual.preferences()),
                rounds.or(usual.rounds()),
                ties.or(usual.ties()),
                by.or(usual.by()));
    });

    private static final Kind<Choice> PREFERENCES = Kind.object("Preferences", fields -> {
        var candidates = fields.required("preferences", Kind.list(CANDIDATE_ID));
        return () -> new Choice.Preferences(candidates.get());
    });
    static final Kind<Choice> CHOICE = new Kind<>(
            place -> place.value().isString()
                    ? STANCE.reader().read(place)
                    : PREFERENCES.reader().read(place),
            new Shape.OneOf(List.of(STANCE.shape(), PREFERENCES.shape())));

    private Kinds() {}

    /** A name, title or subject on one line. */
    static Kind<String> name(String what, String description) {
        return Kind.text(
                value -> Texts.name(what, value),
                schema -> describe(schema, description).put("maxLength", Texts.LONGEST_NAME));
    }

    /** A position that stands in an address. */
    static Kind<Long> writtenPosition(String description) {
        return new Kind<>(Kinds::writtenPosition, positionShape(description));
    }

    /** One of the constants of a type, by its word. */
    static <E extends Enum<E>> Kind<E> word(Class<E> type, String what) {
        var words = new LinkedHashMap<String, E>();
        for (var constant : type.getEnumConstants()) {
            words.put(Words.of((Enum<?>) constant), constant);
        }
        return new Kind<>(Read.word(words), new Shape.Plain(schema -> words(schema, words)));
    }

    private static void words(ObjectNode schema, Map<String, ?> words) {
        schema.put("type", "string");
        words.keySet().forEach(schema.putArray("enum")::add);
    }

    private static <T> Kind<T> identifier(Function<String, T> make, String description) {
        return Kind.text(
                make,
                schema -> describe(schema, description).put("maxLength", 100).put("pattern", IDENTIFIER));
    }

    private static Kind<Integer> whole(int least, int most, String description) {
        return new Kind<>(
                Read.number(least, most),
                new Shape.Plain(schema -> describe(schema, description)
                        .put("type", "integer")
                        .put("minimum", least)
                        .put("maximum", most)));
    }

    private static <T> Kind<T> plain(Reader<T> reader, String type, String description) {
        return new Kind<>(
                reader, new Shape.Plain(schema -> describe(schema, description).put("type", type)));
    }

    private static Shape positionShape(String description) {
        Consumer<ObjectNode> schema = node -> describe(node, "the position " + description)
                .put("type", "integer")
                .put("minimum", 1);
        return new Shape.Plain(schema);
    }

    private static @Nullable Long writtenPosition(Place place) {
        var written = place.value().stringValue();
        if (!written.matches("[0-9]{1,18}")) {
            place.fault("previsto un numero intero", "expected a whole number");
            return null;
        }
        return Long.valueOf(written);
    }

    private static ObjectNode describe(ObjectNode schema, String description) {
        return description.isEmpty() ? schema : schema.put("description", description);
    }

    private static <T> T time(String what, String written, Function<String, T> parse) {
        try {
            return parse.apply(written);
        } catch (DateTimeException unreadable) {
            var refused = new Malformed(Malformed.Fault.TIME, what, written);
            refused.initCause(unreadable);
            throw refused;
        }
    }
}
