package org.plenum.transcript;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.json.Place;
import org.plenum.json.Read;
import org.plenum.json.Reader;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.Texts;
import org.plenum.vocabulary.VoteId;
import tools.jackson.databind.JsonNode;

/**
 * What a file has named so far, so that each later mention can be checked where it stands. What could not be read is not
 * held against its mentions: one fault is told once.
 */
final class Known {
    /** What a step is, as far as a correction needs to know. */
    enum Kind {
        VOTE,
        SECRET_VOTE,
        ARRIVAL,
        DEPARTURE,
        ROLL,
        STATEMENT,
        OTHER
    }

    private final Set<SeatId> seats = new HashSet<>();
    private final Set<ItemNumber> items = new HashSet<>();
    private final Set<String> people = new HashSet<>();
    private final Map<String, Kind> steps = new HashMap<>();
    private int seatsNamed;
    private int itemsNamed;
    private int attendeesNamed;
    private boolean rollIsRead;
    private boolean agendaIsRead;
    private boolean attendeesAreRead;

    // ---- what is named

    void seat(Place place, SeatId seat) {
        seatsNamed++;
        if (!seats.add(seat)) {
            place.impossible(
                    "due componenti con lo stesso identificativo: " + seat, "two seats with one identifier: " + seat);
        }
    }

    void item(Place place, ItemNumber item) {
        itemsNamed++;
        if (!items.add(item)) {
            place.impossible("due punti con lo stesso numero: " + item, "two items with one number: " + item);
        }
    }

    void attendee(Place place, String name) {
        attendeesNamed++;
        if (!people.add(name)) {
            place.impossible("persona nominata due volte: " + name, "a person named twice: " + name);
        }
    }

    /** A person may be named in passing any number of times. */
    void person(String name) {
        people.add(name);
    }

    void step(Place place, String id, Kind kind) {
        if (steps.putIfAbsent(id, kind) != null) {
            place.impossible("identificativo già usato: " + id, "an identifier already used: " + id);
        }
    }

    /** The lists have been read; where each member's name could be, whatever else is mentioned is certainly unknown. */
    void listsAreRead(JsonNode roll, JsonNode agenda, JsonNode attendees) {
        rollIsRead = roll.isArray() && roll.size() == seatsNamed;
        agendaIsRead = agenda.isMissingNode() || agenda.isNull() || agenda.size() == itemsNamed;
        attendeesAreRead = attendees.isMissingNode() || attendees.isNull() || attendees.size() == attendeesNamed;
    }

    // ---- mentions

    /** A seat of the roll. */
    @Nullable SeatId readSeat(Place place) {
        var seat = Read.text(SeatId::new).read(place);
        if (seat != null && rollIsRead && !seats.contains(seat)) {
            place.impossible("componente sconosciuto: " + seat, "unknown seat: " + seat);
            return null;
        }
        return seat;
    }

    /** An item of the agenda. */
    @Nullable ItemNumber readItem(Place place) {
        var item = Read.text(ItemNumber::new).read(place);
        if (item != null && agendaIsRead && !items.contains(item)) {
            place.impossible(
                    "punto che non è all'ordine del giorno: " + item, "an item that is not on the agenda: " + item);
            return null;
        }
        return item;
    }

    /** A seat by its identifier, or an attendee by name. */
    @Nullable Participant readParticipant(Place place) {
        var name = Read.text(text -> Texts.name("name", text)).read(place);
        if (name == null) {
            return null;
        }
        var seat = asSeat(name);
        if (seat != null && seats.contains(seat)) {
            return new Participant.OfSeat(seat);
        }
        if (people.contains(name) || !rollIsRead || !attendeesAreRead) {
            return new Participant.Named(name);
        }
        place.impossible(
                "né un componente né una persona nominata nel verbale: " + name,
                "neither a seat nor a person whom the minutes name: " + name);
        return null;
    }

    /** A seat by its identifier, or else a person of that name, who is known from here on. */
    @Nullable Participant readAnybody(Place place) {
        var name = Read.text(text -> Texts.name("name", text)).read(place);
        if (name == null) {
            return null;
        }
        var seat = asSeat(name);
        if (seat != null && seats.contains(seat)) {
            return new Participant.OfSeat(seat);
        }
        person(name);
        return new Participant.Named(name);
    }

    private static @Nullable SeatId asSeat(String name) {
        try {
            return new SeatId(name);
        } catch (Malformed notAnIdentifier) {
            // Names of people have blanks, which no identifier has.
            return null;
        }
    }

    /** A vote that stands earlier in the record. */
    Reader<VoteId> earlierVote() {
        return place -> {
            var vote = Read.text(VoteId::new).read(place);
            if (vote == null) {
                return null;
            }
            var kind = steps.get(vote.value());
            if (kind != Kind.VOTE && kind != Kind.SECRET_VOTE) {
                place.impossible("nessuna votazione precedente: " + vote, "no earlier vote: " + vote);
                return null;
            }
            return vote;
        };
    }

    /** What an earlier step is; null, with a fault, where there is none of that name. */
    @Nullable Kind kindOf(Place place, String id) {
        var kind = steps.get(id);
        if (kind == null) {
            place.impossible("nessun passo precedente ha questo id: " + id, "no earlier step has this id: " + id);
        }
        return kind;
    }
}
