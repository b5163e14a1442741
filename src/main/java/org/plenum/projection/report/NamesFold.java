package org.plenum.projection.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.*;
import org.plenum.projection.Names;
import org.plenum.vocabulary.AgendaItem;
import org.plenum.vocabulary.Candidate;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.VoteId;

/** The names in the making. */
final class NamesFold {
    private final Map<SeatId, Seat> seats = new LinkedHashMap<>();
    private final Map<ItemNumber, AgendaItem> items = new LinkedHashMap<>();
    private final Map<VoteId, VoteOpened> votes = new LinkedHashMap<>();
    private final Map<VoteId, List<Candidate>> candidates = new LinkedHashMap<>();
    private final Set<VoteId> staged = new LinkedHashSet<>();
    private @Nullable SessionConvened convened;
    private @Nullable Names view;

    void apply(Recorded<SessionEvent> recorded) {
        var changed = switch (recorded.event()) {
            case SessionConvened e -> {
                convened = e;
                yield items(e.agenda());
            }
            case AgendaAmended e -> items(e.agenda());
            case SeatsEnrolled e -> {
                e.seats().forEach(seat -> seats.put(seat.id(), seat));
                yield true;
            }
            case CandidatesNamed e -> {
                candidates.put(e.vote(), e.standing());
                yield true;
            }
            case StageNamed e -> staged.add(e.vote());
            case VoteOpened e -> {
                votes.put(e.vote(), e);
                yield true;
            }
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
                    MinutesApproved _ -> false;
        };
        view = changed ? null : view;
    }

    private boolean items(List<AgendaItem> agenda) {
        agenda.forEach(item -> items.put(item.number(), item));
        return true;
    }

    Names view() {
        var known = view;
        if (known == null) {
            if (convened == null) {
                throw new IllegalStateException("the session is not convened");
            }
            known = new Names(convened, seats, items, votes, candidates, staged);
            view = known;
        }
        return known;
    }
}
