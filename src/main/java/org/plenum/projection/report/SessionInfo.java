package org.plenum.projection.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.event.SessionEvent.SessionConvened;
import org.plenum.projection.Moment;
import org.plenum.vocabulary.AgendaItem;
import org.plenum.vocabulary.Conclusion;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.SessionStage;

/**
 * The session itself.
 *
 * @param convened how it was convened
 * @param rules the rules that hold
 * @param rulesAssumed whether nobody stated them
 * @param opened when it was opened, null where it was not
 * @param closed when it was closed or found deserted, null where it was not
 * @param chair who presides, null where nobody was named
 * @param clerk who records, null where nobody was named
 * @param items the agenda as it stands, and what became of each item
 * @param itemAtHand the item last taken up and not concluded, null where there is none
 * @param attendees persons without a seat
 */
public record SessionInfo(
        SessionConvened convened,
        SessionStage stage,
        RulesOfProcedure rules,
        boolean rulesAssumed,
        @Nullable Moment opened,
        @Nullable Moment closed,
        @Nullable Participant chair,
        @Nullable Participant clerk,
        boolean closedToPublic,
        List<Item> items,
        @Nullable ItemNumber itemAtHand,
        List<Attendee> attendees) {

    /** A point of the agenda: when it was taken up, each time, and how it ended where it ended without a vote. */
    public record Item(
            AgendaItem item, List<Moment> takenUp, @Nullable Conclusion conclusion) {}

    /** A person without a seat. */
    public record Attendee(
            String name, @Nullable String role, @Nullable String affiliation, boolean present) {}
}
