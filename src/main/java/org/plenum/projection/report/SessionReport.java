package org.plenum.projection.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.projection.AsAt;
import org.plenum.projection.Names;
import org.plenum.projection.PlacedFinding;
import org.plenum.projection.attendance.AttendanceView;
import org.plenum.projection.quorum.QuorumView;
import org.plenum.projection.results.ResultsView;

/**
 * A session told whole: as known at a position, and perhaps as at a time. Never changes.
 *
 * @param position the position of the last event that it knows
 * @param at the time that it is of, null where it tells all that is known
 * @param names the names behind the identifiers
 * @param findings every finding, in the order of the record
 */
public record SessionReport(
        long position,
        @Nullable AsAt at,
        SessionInfo session,
        Names names,
        AttendanceView attendance,
        QuorumView quorum,
        ResultsView results,
        List<PlacedFinding> findings) {
    /** Keeps its own copy of the findings. */
    public SessionReport {
        findings = List.copyOf(findings);
    }
}
