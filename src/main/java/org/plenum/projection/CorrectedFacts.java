package org.plenum.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.AttendanceCorrected;
import org.plenum.event.SessionEvent.SeatArrived;
import org.plenum.event.SessionEvent.SeatDeparted;

/** Arrivals and departures as they should have been recorded, by all corrections known. */
final class CorrectedFacts {
    private final Map<Long, List<AttendanceCorrected>> corrections = new HashMap<>();

    CorrectedFacts(List<Recorded<SessionEvent>> events) {
        for (var recorded : events) {
            if (recorded.event() instanceof AttendanceCorrected correction) {
                corrections
                        .computeIfAbsent(correction.target(), target -> new ArrayList<>())
                        .add(correction);
            }
        }
    }

    /** A fact as it should have been recorded, or null where it should not have been. */
    @Nullable Recorded<SessionEvent> of(Recorded<SessionEvent> recorded) {
        var fact = recorded;
        for (var correction : corrections.getOrDefault(recorded.position(), List.of())) {
            if (correction.struck()) {
                return null;
            }
            fact = new Recorded<>(
                    fact.position(),
                    fact.recordedAt(),
                    correction.stated() == null ? fact.stated() : correction.stated(),
                    fact.actor(),
                    fact.findings(),
                    corrected(fact.event(), correction));
        }
        return fact;
    }

    private static SessionEvent corrected(SessionEvent event, AttendanceCorrected by) {
        if (event instanceof SeatArrived(var seat, var mode, var delegate)) {
            return new SeatArrived(
                    by.seat() == null ? seat : by.seat(),
                    by.mode() == null ? mode : by.mode(),
                    by.delegate() == null ? delegate : by.delegate());
        }
        if (event instanceof SeatDeparted(var seat, var reason, var inferred)) {
            return new SeatDeparted(by.seat() == null ? seat : by.seat(), reason, inferred);
        }
        return event;
    }
}
