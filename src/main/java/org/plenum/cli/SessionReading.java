package org.plenum.cli;

import java.util.ArrayList;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.ledger.Ledger;
import org.plenum.ledger.LedgerPlace;
import org.plenum.ledger.StreamId;
import org.plenum.projection.SessionHistory;
import org.plenum.vocabulary.LocalPoint;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.TimeWords;

/** Reads one session from a ledger, and never makes one. */
final class SessionReading {
    private SessionReading() {}

    /**
     * Answers from a session's history, while the ledger is open.
     *
     * @throws Said if there is no ledger or no such session
     */
    static <T> T of(LedgerPlace place, String session, BiFunction<SessionHistory, Ledger, T> answer) {
        var tongue = Tongue.current();
        var id = new SessionId(session);
        try (var ledger = ledger(place)) {
            var events = new ArrayList<Recorded<SessionEvent>>();
            ledger.reader().read(StreamId.of(id), entry -> events.add(entry.ofSession()));
            if (events.isEmpty()) {
                throw new Said(tongue.say("Seduta sconosciuta: " + session + ".", "Unknown session: " + session + "."));
            }
            return answer.apply(SessionHistory.of(events), ledger);
        }
    }

    /**
     * Opens the ledger of a place that has one.
     *
     * @throws Said if there is none
     */
    static Ledger ledger(LedgerPlace place) {
        if (!place.holdsLedger()) {
            throw new Said(Tongue.current()
                    .say("In " + place + " non c'è un registro.", "There is no ledger in " + place + "."));
        }
        return place.open();
    }

    /**
     * What was known at a position.
     *
     * @throws Said if the session has no such position
     */
    static SessionHistory known(SessionHistory history, @Nullable Long position) {
        if (position == null) {
            return history;
        }
        if (position < 1 || position > history.head()) {
            throw new Said(Tongue.current()
                    .say(
                            "Le posizioni della seduta vanno da 1 a " + history.head() + ".",
                            "The session's positions are from 1 to " + history.head() + "."));
        }
        return history.asKnownAt(position);
    }

    /**
     * The moment that somebody asks about: a date and time, or a time of the session's day.
     *
     * @throws Malformed if it is none, or the session's clocks never showed it
     */
    static LocalPoint moment(SessionHistory history, String written) {
        var convened = history.convened();
        var point = TimeWords.parse("at", written).resolve(convened.date(), null);
        point.in(convened.zone());
        return point;
    }
}
