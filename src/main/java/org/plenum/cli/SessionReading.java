package org.plenum.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.BiFunction;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.json.MalformedText;
import org.plenum.ledger.Ledger;
import org.plenum.ledger.LedgerFactory;
import org.plenum.ledger.StreamId;
import org.plenum.projection.SessionHistory;
import org.plenum.vocabulary.LocalPoint;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.TimeWords;

/** Reads one session from a data folder, and never makes one. */
final class SessionReading {
    private SessionReading() {}

    /**
     * Answers from a session's history, while the ledger is open.
     *
     * @throws Said if there is no ledger or no such session
     */
    static <T> T of(Path data, String session, BiFunction<SessionHistory, Ledger, T> answer) {
        var tongue = Tongue.current();
        var id = id(session);
        if (!LedgerFactory.exists(data)) {
            throw new Said(tongue.say("Nessun registro in " + data + ".", "There is no ledger in " + data + "."));
        }
        try (var ledger = LedgerFactory.open(data)) {
            var events = new ArrayList<Recorded<SessionEvent>>();
            ledger.reader().read(StreamId.of(id), entry -> events.add(entry.ofSession()));
            if (events.isEmpty()) {
                throw new Said(tongue.say("Seduta sconosciuta: " + session, "Unknown session: " + session));
            }
            return answer.apply(SessionHistory.of(events), ledger);
        }
    }

    private static SessionId id(String session) {
        try {
            return new SessionId(session);
        } catch (Malformed malformed) {
            throw new Said(Tongue.current().say("Seduta sconosciuta: ", "Unknown session: ") + malformed.value());
        }
    }

    /**
     * The moment that somebody asks about: a date and time, or a time of the session's day.
     *
     * @throws Said if it is none, or the session's clocks never showed it
     */
    static LocalPoint moment(SessionHistory history, String written) {
        try {
            var convened = history.convened();
            var point = TimeWords.parse("at", written).resolve(convened.date(), null);
            point.in(convened.zone());
            return point;
        } catch (Malformed malformed) {
            throw new Said(Tongue.current().say(MalformedText.of(malformed)));
        }
    }
}
