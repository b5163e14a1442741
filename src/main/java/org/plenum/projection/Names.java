package org.plenum.projection;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.event.SessionEvent.SessionConvened;
import org.plenum.event.SessionEvent.VoteOpened;
import org.plenum.vocabulary.AgendaItem;
import org.plenum.vocabulary.Candidate;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.Delegate;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.VoteId;

/** The names behind a session's identifiers, so that sentences can be written of its events. Never changes. */
public final class Names {
    private final SessionConvened convened;
    private final Map<SeatId, Seat> seats;
    private final Map<ItemNumber, AgendaItem> items;
    private final Map<VoteId, VoteOpened> votes;
    private final Map<VoteId, List<Candidate>> candidates;
    private final Set<VoteId> staged;

    /**
     * The names of a session, of its roll, of every item that was ever on its agenda, of its votes, and of who stands in
     * those that are elections.
     */
    public Names(
            SessionConvened convened,
            Map<SeatId, Seat> seats,
            Map<ItemNumber, AgendaItem> items,
            Map<VoteId, VoteOpened> votes,
            Map<VoteId, List<Candidate>> candidates,
            Set<VoteId> staged) {
        this.staged = Set.copyOf(staged);
        this.candidates = Map.copyOf(candidates);
        this.convened = convened;
        this.seats = Collections.unmodifiableMap(new LinkedHashMap<>(seats));
        this.items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
        this.votes = Collections.unmodifiableMap(new LinkedHashMap<>(votes));
    }

    /** How the session was convened. */
    public SessionConvened convened() {
        return convened;
    }

    /** The roll, in its order. */
    public Map<SeatId, Seat> roll() {
        return seats;
    }

    /** The votes, in the order of opening. */
    public Map<VoteId, VoteOpened> votes() {
        return votes;
    }

    /** The name of a seat; its identifier where it is not on the roll. */
    public String seat(SeatId seat) {
        var known = seats.get(seat);
        return known == null ? seat.value() : known.name();
    }

    /** Who usually acts for a seat, or null. */
    public @Nullable Delegate delegate(SeatId seat) {
        var known = seats.get(seat);
        return known == null ? null : known.delegate();
    }

    /** The name of somebody who takes part. */
    public String participant(Participant participant) {
        return switch (participant) {
            case Participant.OfSeat(var seat) -> seat(seat);
            case Participant.Named(var name) -> name;
        };
    }

    /** The title of an item, or null where no such item was ever on the agenda. */
    public @Nullable String title(ItemNumber item) {
        var known = items.get(item);
        return known == null ? null : known.title();
    }

    /** Whether a vote is a stage of a question that several sessions decide. */
    public boolean isStage(VoteId vote) {
        return staged.contains(vote);
    }

    /** Whether candidates stand in a vote. */
    public boolean isElection(VoteId vote) {
        return candidates.containsKey(vote);
    }

    /** The name of a candidate in an election; its identifier where none such stands in it. */
    public String candidate(VoteId vote, CandidateId candidate) {
        return candidates.getOrDefault(vote, List.of()).stream()
                .filter(each -> each.id().equals(candidate))
                .map(Candidate::name)
                .findFirst()
                .orElse(candidate.value());
    }

    /** The subject of a vote; its identifier where there is none such. */
    public String subject(VoteId vote) {
        var known = votes.get(vote);
        return known == null ? vote.value() : known.subject();
    }
}
