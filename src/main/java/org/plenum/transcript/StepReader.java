package org.plenum.transcript;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenum.command.SessionCommand.RollEntry;
import org.plenum.json.Place;
import org.plenum.json.Read;
import org.plenum.json.Reader;
import org.plenum.json.RulesJson;
import org.plenum.json.StagesJson;
import org.plenum.json.StrictObject;
import org.plenum.transcript.Known.Kind;
import org.plenum.vocabulary.Across;
import org.plenum.vocabulary.DeclaredCounts;
import org.plenum.vocabulary.Delegate;
import org.plenum.vocabulary.FreeText;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.Method;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.Movement;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.TimeWords;
import org.plenum.vocabulary.VoteId;
import org.plenum.vocabulary.When;

/** Reads the steps of a record, each in the light of those before it. */
final class StepReader {
    private static final int MOST = 1_000_000;
    private static final List<String> OTHER_FIELDS = List.of(
            "at",
            "notBefore",
            "notAfter",
            "seat",
            "name",
            "number",
            "how",
            "mode",
            "delegate",
            "from",
            "to",
            "count",
            "arrived",
            "departed",
            "returned",
            "vote",
            "session");
    private static final List<String> VOTE_FIELDS = List.of(
            "item",
            "items",
            "subject",
            "method",
            "majority",
            "recused",
            "mover",
            "seconder",
            "follows",
            "repeats",
            "minutesOf",
            "stages",
            "continues");
    private static final Reader<FreeText> TEXT = Read.text(FreeText::new);
    private static final Reader<Integer> COUNT = Read.number(0, MOST);

    private final Known known;
    private final TimeLine times;

    StepReader(Known known, TimeLine times) {
        this.known = known;
        this.times = times;
    }

    Reader<List<Step>> record() {
        return Read.list(Read.object(this::step));
    }

    private @Nullable Step step(StrictObject data) {
        var id = data.optional("id", Read.text(VoteId::new));
        var word = data.text("do");
        var when = when(data);
        var note = data.optional("note", TEXT);
        if (id != null) {
            times.reach(id.value());
        }
        var deed = word == null ? unknown(data) : deed(word, data, id, when);
        var ofThePast = deed instanceof Deed.CorrectPassage || deed instanceof Deed.CorrectInWords;
        if (!ofThePast) {
            times.follow(data, when);
        }
        if (deed instanceof Deed.Adjourn(var to)) {
            times.goOn(to);
        }
        if (id != null && word != null) {
            known.step(data.place().child("id", data.place().value().path("id")), id.value(), kind(word, data, deed));
        }
        var pointer = data.place().pointer();
        var index = Integer.parseInt(pointer.substring(pointer.lastIndexOf('/') + 1));
        return deed == null
                ? null
                : new Step(index, id == null ? null : id.value(), ofThePast ? When.NOT_STATED : when, note, deed);
    }

    private static Kind kind(String word, StrictObject data, @Nullable Deed deed) {
        return switch (word) {
            case "vote" ->
                data.place().value().path("method").asString("").equals("secret") ? Kind.SECRET_VOTE : Kind.VOTE;
            case "arrive" -> Kind.ARRIVAL;
            case "depart" -> Kind.DEPARTURE;
            case "rollcall" -> deed instanceof Deed.CountRoll ? Kind.OTHER : Kind.ROLL;
            case "statement" -> Kind.STATEMENT;
            default -> Kind.OTHER;
        };
    }

    private static @Nullable Deed unknown(StrictObject data) {
        data.ignoreTheRest();
        return null;
    }

    private @Nullable Deed deed(String word, StrictObject data, @Nullable VoteId id, When when) {
        return switch (word) {
            case "open" -> new Deed.Open();
            case "suspend" -> new Deed.Suspend();
            case "resume" -> new Deed.Resume();
            case "close" -> new Deed.Close();
            case "adjourn" -> new Deed.Adjourn(data.optional("to", this::day, When.NOT_STATED));
            case "deserted" -> new Deed.Deserted(data.optional("reason", TEXT));
            case "rollcall" -> rollCall(data);
            case "arrive", "depart" -> passage(word, data);
            case "mode" -> {
                var seat = data.required("seat", known::readSeat);
                var mode = data.required("mode", TranscriptWords.MODE);
                yield seat == null || mode == null ? null : new Deed.ChangeMode(seat, mode);
            }
            case "delegate" -> {
                var seat = data.required("seat", known::readSeat);
                var delegate = data.required("delegate", TranscriptReader.name("delegate"));
                yield seat == null || delegate == null ? null : new Deed.ReplaceDelegate(seat, delegate);
            }
            case "proxy" -> {
                var from = data.required("from", known::readSeat);
                var to = data.required("to", known::readSeat);
                yield from == null || to == null ? null : new Deed.GiveProxy(from, to);
            }
            case "unnamed" -> unnamed(data);
            case "present" -> {
                var count = data.required("count", COUNT);
                yield count == null ? null : new Deed.DeclarePresent(count);
            }
            case "chair" -> {
                var who = seatOrName(data);
                yield who == null ? null : new Deed.TakeChair(who);
            }
            case "clerk" -> {
                var who = seatOrName(data);
                yield who == null ? null : new Deed.ReplaceClerk(who);
            }
            case "item" -> {
                var item = data.required("number", known::readItem);
                yield item == null ? null : new Deed.TakeUp(item);
            }
            case "conclude" -> {
                var item = data.required("number", known::readItem);
                var how = data.required("how", TranscriptWords.CONCLUSION);
                yield item == null || how == null ? null : new Deed.Conclude(item, how);
            }
            case "statement" -> {
                var speaker = data.required("speaker", known::readParticipant);
                var text = data.required("text", TEXT);
                yield speaker == null || text == null ? null : new Deed.Say(speaker, text);
            }
            case "vote" -> vote(data, id);
            case "annul" -> {
                var vote = data.required("vote", known.earlierVote());
                var reason = data.required("reason", TEXT);
                yield vote == null || reason == null ? null : new Deed.Annul(vote, reason);
            }
            case "correct" -> correct(data, when);
            case "approve-minutes" -> {
                var session = data.required("session", Read.text(SessionId::new));
                var vote = data.required("vote", known.earlierVote());
                yield session == null || vote == null ? null : new Deed.ApproveMinutes(session, vote);
            }
            default -> {
                data.impossible(
                        "do", "passo sconosciuto: " + shortened(word), "an unknown kind of step: " + shortened(word));
                yield unknown(data);
            }
        };
    }

    private static String shortened(String word) {
        return new Malformed(Malformed.Fault.WORD, "do", word).value();
    }

    // ---- when

    private static When when(StrictObject data) {
        var at = data.optional("at", time("at"));
        var notBefore = data.optional("notBefore", time("notBefore"));
        var notAfter = data.optional("notAfter", time("notAfter"));
        if (at != null && (notBefore != null || notAfter != null)) {
            data.impossible(
                    "at",
                    "un'ora, oppure limiti (notBefore, notAfter), non entrambi",
                    "a time, or bounds (notBefore, notAfter), not both");
            return new When(at, null, null);
        }
        return new When(at, notBefore, notAfter);
    }

    private static Reader<TimeWords> time(String field) {
        return Read.text(text -> TimeWords.parse(field, text));
    }

    /** Another day: a date, or a date and time. */
    private @Nullable When day(Place place) {
        var text = Read.TEXT.read(place);
        if (text == null) {
            return null;
        }
        try {
            var dateAlone = text.matches("\\d{4}-\\d{2}-\\d{2}");
            var words = TimeWords.parse("to", dateAlone ? text + "T00:00" : text);
            if (words.date() == null) {
                place.impossible(
                        "indicare anche il giorno, come 2024-11-20T18:00",
                        "state the day as well, as in 2024-11-20T18:00");
                return null;
            }
            if (dateAlone) {
                return new When(null, words, TimeWords.parse("to", text + "T23:59"));
            }
            times.alone(place, words);
            return new When(words, null, null);
        } catch (Malformed refused) {
            place.fault(refused);
            return null;
        }
    }

    // ---- who is there

    private @Nullable Deed rollCall(StrictObject data) {
        if (data.has("count")) {
            var count = data.required("count", COUNT);
            if (data.has("present") || data.has("absent")) {
                data.fault(
                        "count",
                        "nomi (present, absent) oppure un numero (count), non entrambi",
                        "names (present, absent) or a number (count), not both");
            }
            return count == null ? null : new Deed.CountRoll(count);
        }
        var present = data.required("present", Read.list(this::answered));
        var absent = data.list("absent", known::readSeat);
        eachOnce(data, "present", present == null ? List.of() : seats(present), "absent", absent);
        return present == null ? null : new Deed.CallRoll(present, absent);
    }

    private static List<SeatId> seats(List<RollEntry> entries) {
        return entries.stream().map(RollEntry::seat).toList();
    }

    /** A roll has one answer for each seat. */
    private static void eachOnce(
            StrictObject data, String first, List<SeatId> seats, String second, List<SeatId> others) {
        var seen = new HashSet<SeatId>();
        for (var list : List.of(Map.entry(first, seats), Map.entry(second, others))) {
            for (var i = 0; i < list.getValue().size(); i++) {
                if (!seen.add(list.getValue().get(i))) {
                    data.impossible(
                            list.getKey(),
                            "componente nominato due volte: " + list.getValue().get(i),
                            "a seat named twice: " + list.getValue().get(i));
                }
            }
        }
    }

    private @Nullable RollEntry answered(Place place) {
        if (place.text() != null) {
            var seat = known.readSeat(place);
            return seat == null ? null : new RollEntry(seat, Mode.NOT_STATED, null);
        }
        return Read.object(data -> {
                    var seat = data.required("seat", known::readSeat);
                    var mode = data.optional("mode", TranscriptWords.MODE, Mode.NOT_STATED);
                    var delegate = data.optional("delegate", TranscriptReader.name("delegate"));
                    return seat == null
                            ? null
                            : new RollEntry(seat, mode, delegate == null ? null : Delegate.named(delegate));
                })
                .read(place);
    }

    private @Nullable Deed passage(String word, StrictObject data) {
        var seat = data.required("seat", known::readSeat);
        var mode = data.optional("mode", TranscriptWords.MODE, Mode.NOT_STATED);
        var delegate = data.optional("delegate", TranscriptReader.name("delegate"));
        var reason = data.optional("reason", TEXT);
        if (seat == null) {
            return null;
        }
        return word.equals("arrive")
                ? new Deed.Arrive(seat, mode, delegate, reason)
                : new Deed.Depart(seat, mode, delegate, reason);
    }

    private static @Nullable Deed unnamed(StrictObject data) {
        Deed deed = null;
        var said = 0;
        for (var movement : Movement.values()) {
            var field = movement.name().toLowerCase(Locale.ROOT);
            if (data.has(field)) {
                said++;
                var count = data.required(field, Read.number(1, MOST));
                deed = count == null ? null : new Deed.MoveUnnamed(movement, count);
            }
        }
        if (said != 1) {
            data.fault(
                    "serve uno solo tra arrived, departed e returned",
                    "exactly one of arrived, departed and returned is needed");
            return null;
        }
        return deed;
    }

    private @Nullable Participant seatOrName(StrictObject data) {
        var seat = data.optional("seat", known::readSeat);
        var name = data.optional("name", TranscriptReader.name("name"));
        if (data.has("seat") == data.has("name")) {
            data.fault("serve uno solo tra seat e name", "exactly one of seat and name is needed");
            return null;
        }
        if (name != null) {
            known.person(name);
            return new Participant.Named(name);
        }
        return seat == null ? null : new Participant.OfSeat(seat);
    }

    // ---- votes

    private @Nullable Deed vote(StrictObject data, @Nullable VoteId id) {
        if (!data.has("id")) {
            data.fault("manca il campo \"id\"", "the field \"id\" is missing");
        }
        var subject = data.required("subject", TranscriptReader.name("subject"));
        var method = data.optional("method", TranscriptWords.METHOD);
        var majority = data.optional("majority", RulesJson.MAJORITY);
        var items = items(data);
        var division = division(data);
        if (method == Method.SECRET) {
            keepSecret(data, division);
        }
        var recused = data.list("recused", Read.object(this::recusal));
        var mover = data.optional("mover", known::readParticipant);
        var seconder = data.optional("seconder", known::readParticipant);
        var follows = data.optional("follows", known.earlierVote());
        var repeats = data.optional("repeats", known.earlierVote());
        var across = across(data);
        var elections = new ElectionReader(known, method == Method.SECRET);
        var declared = data.optional("declared", Read.object(object -> {
            elections.declared(object);
            return declared(object);
        }));
        var contest = elections.contest(data);
        return id == null || subject == null
                ? null
                : new Deed.Vote(
                        id, items, subject, method, majority, division, recused, mover, seconder, follows, repeats,
                        across, declared, contest);
    }

    private static @Nullable Across across(StrictObject data) {
        var minutesOf = data.optional("minutesOf", Read.text(SessionId::new));
        var stages = data.optional("stages", StagesJson.STAGES);
        var continues = data.optional("continues", Read.object(StepReader::stageBefore));
        if (Stream.of("minutesOf", "stages", "continues", "candidates")
                                .filter(data::has)
                                .count()
                        > 1
                || (data.has("majority") && (data.has("stages") || data.has("continues")))) {
            data.fault(
                    "minutesOf, stages, continues e candidates si escludono, e con stages e continues anche majority",
                    "minutesOf, stages, continues and candidates exclude each other, and stages and continues majority");
            return null;
        }
        return minutesOf != null ? Across.minutesOf(minutesOf) : stages != null ? Across.first(stages) : continues;
    }

    private static @Nullable Across stageBefore(StrictObject data) {
        var session = data.required("session", Read.text(SessionId::new));
        var vote = data.required("vote", Read.text(VoteId::new));
        return session == null || vote == null ? null : Across.after(session, vote);
    }

    private List<ItemNumber> items(StrictObject data) {
        var item = data.optional("item", known::readItem);
        var items = data.list("items", known::readItem);
        if (data.has("item") && data.has("items")) {
            data.fault("items", "item oppure items, non entrambi", "item or items, not both");
        }
        return item == null ? items : List.of(item);
    }

    private Division division(StrictObject data) {
        var named = new EnumMap<Stand, List<SeatId>>(Stand.class);
        Stand rest = null;
        for (var stand : Stand.values()) {
            var field = field(stand);
            var listed = data.optional(field, this::listed);
            if (listed == null) {
                continue;
            }
            if (!listed.rest()) {
                named.put(stand, listed.seats());
            } else if (rest == null) {
                rest = stand;
            } else {
                data.impossible(
                        field,
                        "\"rest\" può stare in un solo elenco, ed è già in " + field(rest),
                        "\"rest\" can stand in one list only, and is already in " + field(rest));
            }
        }
        return new Division(named, rest);
    }

    static String field(Stand stand) {
        return stand.name().toLowerCase(Locale.ROOT);
    }

    private record Listed(boolean rest, List<SeatId> seats) {}

    private @Nullable Listed listed(Place place) {
        if (place.value().isString()) {
            if (place.value().stringValue().equals("rest")) {
                return new Listed(true, List.of());
            }
            place.fault("previsto un elenco di componenti o \"rest\"", "expected a list of seats or \"rest\"");
            return null;
        }
        var seats = Read.list(known::readSeat).read(place);
        return seats == null ? null : new Listed(false, seats);
    }

    /** How a seat voted in a secret vote stands nowhere in the ledger. */
    private static void keepSecret(StrictObject data, Division division) {
        Stream.of(Stand.values())
                .filter(stand -> stand.stance().isPresent())
                .filter(stand -> division.rest() == stand || division.named().containsKey(stand))
                .forEach(stand -> data.impossible(
                        field(stand),
                        "in una votazione segreta non si scrive chi ha votato come: indicare i numeri in declared",
                        "in a secret vote nobody's choice is written: give the numbers in declared"));
    }

    private Deed.@Nullable Recusal recusal(StrictObject data) {
        var seat = data.required("seat", known::readSeat);
        var reason = data.required("reason", TEXT);
        return seat == null || reason == null ? null : new Deed.Recusal(seat, reason);
    }

    private static DeclaredCounts declared(StrictObject data) {
        return new DeclaredCounts(
                data.optional("present", COUNT),
                data.optional("voters", COUNT),
                data.optional("for", COUNT),
                data.optional("against", COUNT),
                data.optional("abstain", COUNT),
                data.optional("blank", COUNT),
                data.optional("void", COUNT),
                data.optional("declined", COUNT),
                data.optional("absent", COUNT),
                data.optional("outcome", TranscriptWords.OUTCOME));
    }

    // ---- corrections

    private @Nullable Deed correct(StrictObject data, When when) {
        var target = data.required("target", Read.text(VoteId::new));
        var reason = data.required("reason", TEXT);
        var kind = target == null
                ? null
                : known.kindOf(data.place().child("target", data.place().value().path("target")), target.value());
        if (target == null || kind == null) {
            return unknown(data);
        }
        var deed = switch (kind) {
            case VOTE, SECRET_VOTE -> correctVote(data, target.value(), kind, orNone(reason));
            case ARRIVAL, DEPARTURE -> correctPassage(data, target.value(), kind, when, orNone(reason));
            case ROLL -> correctRoll(data, target.value(), orNone(reason));
            case STATEMENT -> correctStatement(data, target.value(), orNone(reason));
            case OTHER -> correctInWords(data, target.value(), when, OTHER_FIELDS, orNone(reason));
        };
        return reason == null ? null : deed;
    }

    /** Reading goes on without a reason, to find what else is wrong. */
    private static FreeText orNone(@Nullable FreeText reason) {
        return reason == null ? FreeText.withheld() : reason;
    }

    /** What was said otherwise, field by field, in the words of the file. */
    private Deed correctInWords(StrictObject data, String target, When when, List<String> fields, FreeText reason) {
        times.meantAt(data, target, when);
        var words = fields.stream()
                .flatMap(field -> Stream.ofNullable(data.optional(field, StepReader::written))
                        .map(value -> field + ": " + value))
                .collect(Collectors.joining("; "));
        if (words.isEmpty()) {
            nothingCorrected(data, String.join(", ", fields));
            return new Deed.CorrectInWords(target, FreeText.withheld(), reason);
        }
        return new Deed.CorrectInWords(target, new FreeText(words), reason);
    }

    private static @Nullable String written(Place place) {
        var text = place.text();
        return text == null ? place.value().toString() : text;
    }

    private Deed correctVote(StrictObject data, String target, Kind kind, FreeText reason) {
        var division = division(data);
        if (kind == Kind.SECRET_VOTE) {
            keepSecret(data, division);
        }
        var declared = data.optional("declared", Read.object(StepReader::declared));
        if (VOTE_FIELDS.stream().anyMatch(data::has)) {
            if (!division.named().isEmpty() || division.rest() != null || declared != null) {
                data.fault(
                        "rettificare gli elenchi e il resto della votazione con due passi",
                        "correct the lists and the rest of the vote in two steps");
            }
            return correctInWords(data, target, When.NOT_STATED, VOTE_FIELDS, reason);
        }
        if (division.named().isEmpty() && division.rest() == null && declared == null) {
            nothingCorrected(data, "for, against, abstain, blank, void, declined, absent, declared");
        }
        return new Deed.CorrectVote(target, division, declared, reason);
    }

    private Deed correctPassage(StrictObject data, String target, Kind kind, When when, FreeText reason) {
        var struck = data.flag("struck", false);
        var seat = data.optional("seat", known::readSeat);
        var mode = kind == Kind.ARRIVAL ? data.optional("mode", TranscriptWords.MODE) : null;
        var delegate = kind == Kind.ARRIVAL ? data.optional("delegate", TranscriptReader.name("delegate")) : null;
        var changes = seat != null || mode != null || delegate != null || !when.equals(When.NOT_STATED);
        if (struck && changes) {
            data.impossible(
                    "struck",
                    "ciò che non è avvenuto non ha altri dati da rettificare",
                    "what did not happen has nothing else to correct");
        }
        if (!struck && !changes) {
            nothingCorrected(
                    data,
                    kind == Kind.ARRIVAL
                            ? "at, notBefore, notAfter, seat, mode, delegate, struck"
                            : "at, notBefore, notAfter, seat, struck");
        }
        return new Deed.CorrectPassage(target, struck, seat, times.meantAt(data, target, when), mode, delegate, reason);
    }

    private Deed correctRoll(StrictObject data, String target, FreeText reason) {
        var present = data.optional("present", Read.list(this::answered));
        var absent = data.list("absent", known::readSeat);
        eachOnce(data, "present", present == null ? List.of() : seats(present), "absent", absent);
        if (!data.has("present") && !data.has("absent")) {
            nothingCorrected(data, "present, absent");
        }
        return new Deed.CorrectRoll(target, present, absent, reason);
    }

    private Deed correctStatement(StrictObject data, String target, FreeText reason) {
        var speaker = data.optional("speaker", known::readParticipant);
        var text = data.optional("text", TEXT);
        if (!data.has("speaker") && !data.has("text")) {
            nothingCorrected(data, "speaker, text");
        }
        return new Deed.CorrectStatement(target, speaker, text, reason);
    }

    private static void nothingCorrected(StrictObject data, String fields) {
        data.fault(
                "manca ciò che viene rettificato, uno tra: " + fields,
                "what is corrected is missing, one of: " + fields);
    }
}
