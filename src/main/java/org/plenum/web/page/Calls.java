package org.plenum.web.page;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.web.live.SessionPulse;
import org.springframework.stereotype.Component;

/**
 * Delegates who are not recorded as present and ask the clerk to look up. It is a sign between two pages and no fact of the
 * session: it is kept in memory, and gone once the seat is recorded or the server starts again.
 */
@Component
class Calls {
    private final Map<SessionId, Map<SeatId, Instant>> waiting = new ConcurrentHashMap<>();
    private final SessionPulse pulse;
    private final InstantSource clock = InstantSource.system();

    Calls(SessionPulse pulse) {
        this.pulse = pulse;
    }

    /** Asks for a seat of the session's roll; asking again changes nothing. */
    void ask(SessionId session, SeatId seat) {
        waiting.computeIfAbsent(session, _ -> new ConcurrentHashMap<>()).putIfAbsent(seat, clock.instant());
        pulse.call(session);
    }

    /** Who waits, and since when; whoever has been recorded meanwhile waits no longer. */
    Map<SeatId, Instant> waiting(SessionId session, Room room) {
        var asking = waiting.getOrDefault(session, Map.of());
        asking.keySet().removeIf(seat -> room.state().attendance().find(seat).isPresent());
        var ordered = new LinkedHashMap<SeatId, Instant>();
        asking.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }
}
