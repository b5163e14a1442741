package org.plenum.web.api;

import java.util.List;
import org.plenum.ledger.Ledger;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.Texts;

/** Somebody who speaks or moves a motion: told exactly, or by a text that is a seat of the roll or else a name. */
sealed interface Speaker {
    /** Told exactly. */
    record Exact(Participant participant) implements Speaker {}

    /** A seat's identifier, or an attendee's name; the roll tells which. */
    record Written(String text) implements Speaker {}

    /** A text, or an object that says which of the two is meant. */
    Kind<Speaker> KIND = kind();

    private static Kind<Speaker> kind() {
        Kind<Speaker> exact = Kind.object("Participant", fields -> {
            var participant = Forms.participant(fields);
            return () -> new Exact(participant.get());
        });
        Kind<Speaker> written = Kind.text(
                text -> new Written(Texts.name("speaker", text)),
                schema -> schema.put("description", "a seat's identifier, or an attendee's name")
                        .put("maxLength", Texts.LONGEST_NAME));
        return new Kind<>(
                place -> (place.value().isString() ? written : exact).reader().read(place),
                new Shape.OneOf(List.of(written.shape(), exact.shape())));
    }

    /** Who is meant in a session. */
    default Participant in(Ledger ledger, SessionId session) {
        return switch (this) {
            case Exact(var participant) -> participant;
            case Written(var text) ->
                ledger.roll(session).keySet().stream()
                        .filter(seat -> seat.value().equals(text))
                        .findFirst()
                        .<Participant>map(Participant.OfSeat::new)
                        .orElseGet(() -> new Participant.Named(text));
        };
    }
}
