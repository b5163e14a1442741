package org.plenum.projection.attendance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.SheetMark;

/** One seat's attendance: what the sheet of paper minutes says of it, and when it was there. */
public record SeatAttendance(Seat seat, @Nullable SheetMark sheet, List<Interval> intervals) {
    /** The interval that lasts, or null where the seat is not there. */
    public @Nullable Interval current() {
        var last = intervals.isEmpty() ? null : intervals.getLast();
        return last == null || last.to() != null ? null : last;
    }
}
