package org.plenum.projection.attendance;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.plenum.vocabulary.SeatId;

/** Who was there when, by seat, in the order of the roll. Never changes. */
public record AttendanceView(Map<SeatId, SeatAttendance> bySeat) {
    /** Expects a map that nobody changes any more. */
    public AttendanceView {
        bySeat = Collections.unmodifiableMap(bySeat);
    }

    /** Every seat of the roll. */
    public Collection<SeatAttendance> seats() {
        return bySeat.values();
    }

    /** One seat's attendance, empty where it is not on the roll. */
    public Optional<SeatAttendance> of(SeatId seat) {
        return Optional.ofNullable(bySeat.get(seat));
    }
}
