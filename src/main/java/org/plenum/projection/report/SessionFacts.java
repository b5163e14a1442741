package org.plenum.projection.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.SessionState;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.*;
import org.plenum.projection.Moment;
import org.plenum.projection.report.SessionInfo.Attendee;
import org.plenum.projection.report.SessionInfo.Item;
import org.plenum.vocabulary.Conclusion;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.Participant;

/** The session itself in the making, event by event. */
final class SessionFacts {
    private @Nullable Moment opened;
    private @Nullable Moment closed;
    private @Nullable Participant clerk;
    private final Map<ItemNumber, List<Moment>> takenUp = new LinkedHashMap<>();
    private final Map<ItemNumber, Conclusion> conclusions = new LinkedHashMap<>();
    private final Map<String, Attendee> attendees = new LinkedHashMap<>();

    void apply(Recorded<SessionEvent> recorded) {
        switch (recorded.event()) {
            case SessionConvened e -> clerk = e.clerk() == null ? null : new Participant.Named(e.clerk());
            case SessionOpened _ -> opened = opened == null ? Moment.of(recorded) : opened;
            case SessionClosed _, SessionDeserted _ -> closed = Moment.of(recorded);
            case ClerkReplaced e -> clerk = e.clerk();
            case ItemTakenUp e -> {
                takenUp.computeIfAbsent(e.number(), number -> new ArrayList<>()).add(Moment.of(recorded));
                conclusions.remove(e.number());
            }
            case ItemConcluded e -> conclusions.put(e.number(), e.how());
            case AttendeeNoted e -> note(e);
            case OfVote _,
                    OfConvening _,
                    OfSitting _,
                    OfPresence _,
                    OfOffice _,
                    OfProxy _,
                    OfAgenda _,
                    OfStatement _,
                    SeatRecused _,
                    OfProposal _,
                    MinutesApproved _ -> {}
        }
    }

    private void note(AttendeeNoted e) {
        var before = attendees.get(e.name());
        attendees.put(
                e.name(),
                new Attendee(
                        e.name(),
                        e.role() == null && before != null ? before.role() : e.role(),
                        e.affiliation() == null && before != null ? before.affiliation() : e.affiliation(),
                        e.present()));
    }

    SessionInfo view(SessionState state) {
        return new SessionInfo(
                state.convened(),
                state.stage(),
                state.rules(),
                state.rulesAssumed(),
                opened,
                closed,
                state.chair(),
                clerk,
                state.isClosedToPublic(),
                state.agenda().stream()
                        .map(item -> new Item(
                                item,
                                List.copyOf(takenUp.getOrDefault(item.number(), List.of())),
                                conclusions.get(item.number())))
                        .toList(),
                state.itemAtHand().orElse(null),
                List.copyOf(attendees.values()));
    }
}
