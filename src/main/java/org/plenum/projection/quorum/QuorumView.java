package org.plenum.projection.quorum;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.Rule;

/**
 * The session's quorum and how it went.
 *
 * @param rule the presence needed at this call, apart from items with a quorum of their own
 * @param by the measure that the numbers are in
 * @param timeline every change, a roll call being one; empty while nothing is stated about presence
 */
public record QuorumView(Rule rule, Measure by, List<QuorumStep> timeline) {
    /** Keeps its own copy of the timeline. */
    public QuorumView {
        timeline = List.copyOf(timeline);
    }

    /** The quorum now, null while nothing is stated about presence. */
    public @Nullable QuorumStep now() {
        return timeline.isEmpty() ? null : timeline.getLast();
    }
}
