package org.plenum.projection.presence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.projection.Moment;
import org.plenum.projection.attendance.Interval;
import org.plenum.projection.attendance.Passage;

/**
 * From an arrival to the departure that ends it, whatever changed in between.
 *
 * @param end when it ended, null while it lasts
 */
record Stay(
        Passage arrival,
        @Nullable Passage departure,
        @Nullable Moment end,
        Interval.Ending ending,
        List<Interval> intervals) {

    static List<Stay> of(List<Interval> intervals) {
        var stays = new ArrayList<Stay>();
        var from = 0;
        for (var i = 1; i <= intervals.size(); i++) {
            if (i == intervals.size()
                    || !intervals.get(i).arrival().equals(intervals.get(from).arrival())) {
                var own = List.copyOf(intervals.subList(from, i));
                var last = own.getLast();
                stays.add(new Stay(last.arrival(), last.departure(), last.to(), last.ending(), own));
                from = i;
            }
        }
        return stays;
    }
}
