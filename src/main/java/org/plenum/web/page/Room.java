package org.plenum.web.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.SessionState;
import org.plenum.decision.VoteCount;
import org.plenum.decision.VoteState;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.*;
import org.plenum.projection.RollCallRun;
import org.plenum.vocabulary.Conclusion;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.StatedTime;
import org.plenum.vocabulary.VoteId;

/**
 * A session as pages show it: its state, and when what they speak of happened. It is a fold over the session's events and
 * nothing else. One thread at a time uses it.
 */
final class Room {
    /** When something happened, and where in the record it stands. */
    record Moment(
            long position, Instant recordedAt, @Nullable StatedTime stated) {}

    /** An attendee as last noted. */
    record Attendee(
            String name, @Nullable String role, @Nullable String affiliation, boolean present) {}

    /** An arrival or a departure of a seat, as recorded. */
    record Passage(Moment moment, boolean arrival, @Nullable Mode mode) {}

    private record BallotKey(VoteId vote, SeatId seat) {}

    private final SessionState state = new SessionState();
    private final List<Recorded<SessionEvent>> events = new ArrayList<>();
    private final Map<SeatId, Moment> arrived = new HashMap<>();
    private final Map<SeatId, List<Passage>> passages = new HashMap<>();
    private final Map<VoteId, Moment> opened = new HashMap<>();
    private final Map<VoteId, Moment> closed = new HashMap<>();
    private final Map<VoteId, VoteCount> atClosing = new HashMap<>();
    private final Map<BallotKey, Moment> cast = new HashMap<>();
    private final Map<ItemNumber, Conclusion> concluded = new HashMap<>();
    private final RollCallRun rollCall = new RollCallRun();
    private final Set<Long> answers = new HashSet<>();
    private final Map<String, Attendee> attendees = new LinkedHashMap<>();
    private final Set<VoteId> recounted = new LinkedHashSet<>();
    private final Map<Object, Object> made = new HashMap<>();
    private @Nullable Moment stageSince;
    private @Nullable Moment firstOpened;
    private @Nullable Participant clerk;
    private @Nullable VoteId freshResult;
    private List<SeatId> scrutineers = List.of();

    /**
     * What was made of the room as it is now, for all who see the same of it: made once, and forgotten at the next event.
     *
     * @param key all that it depends on besides the room
     */
    @SuppressWarnings("unchecked")
    <T> T made(Object key, Function<Room, T> make) {
        var known = (T) made.get(key);
        if (known == null) {
            known = make.apply(this);
            made.put(key, known);
        }
        return known;
    }

    /** Takes in the next event. */
    void take(Recorded<SessionEvent> recorded) {
        made.clear();
        if (recorded.event() instanceof VoteClosed e) {
            // Whoever comes or goes afterwards changes nothing of the quorum that it had.
            state.vote(e.vote()).ifPresent(vote -> atClosing.put(e.vote(), VoteCount.of(state, vote)));
        }
        state.evolve(recorded);
        events.add(recorded);
        if (rollCall.goesOn(state, recorded)) {
            answers.add(recorded.position());
        }
        var moment = new Moment(recorded.position(), recorded.recordedAt(), recorded.stated());
        switch (recorded.event()) {
            case SessionConvened e -> {
                stageSince = moment;
                clerk = e.clerk() == null ? null : new Participant.Named(e.clerk());
            }
            case SessionOpened _ -> {
                stageSince = moment;
                firstOpened = moment;
            }
            case SessionSuspended _, SessionResumed _, SessionAdjourned _, SessionDeserted _, SessionClosed _ -> {
                stageSince = moment;
                freshResult = null;
            }
            case SeatArrived e -> {
                arrived.put(e.seat(), moment);
                pass(e.seat(), new Passage(moment, true, e.mode()));
            }
            case SeatDeparted e -> {
                arrived.remove(e.seat());
                pass(e.seat(), new Passage(moment, false, null));
            }
            case VoteOpened e -> {
                opened.put(e.vote(), moment);
                freshResult = null;
            }
            case VoteClosed e -> {
                closed.put(e.vote(), moment);
                freshResult = e.vote();
            }
            case VoteAnnulled e -> freshResult = e.vote().equals(freshResult) ? null : freshResult;
            case ScrutineersAppointed e -> scrutineers = e.seats();
            case BallotCast e -> cast.putIfAbsent(new BallotKey(e.vote(), e.seat()), moment);
            case SecretBallotCast e -> cast.putIfAbsent(new BallotKey(e.vote(), e.seat()), moment);
            case BallotChanged e -> cast.put(new BallotKey(e.vote(), e.seat()), moment);
            case ItemTakenUp e -> {
                concluded.remove(e.number());
                freshResult = null;
            }
            case ItemConcluded e -> concluded.put(e.number(), e.how());
            case AttendeeNoted e ->
                attendees.put(e.name(), new Attendee(e.name(), e.role(), e.affiliation(), e.present()));
            case ClerkReplaced e -> clerk = e.clerk();
            case BallotCorrected e -> recounted.add(e.vote());
            case DeclarationCorrected e -> recounted.add(e.vote());
            case OfVote _,
                    OfConvening _,
                    OfPresence _,
                    OfOffice _,
                    OfProxy _,
                    OfSitting _,
                    OfAgenda _,
                    OfStatement _,
                    SeatRecused _,
                    OfProposal _,
                    MinutesApproved _ -> {
                // Pages show nothing more of these than the state and the journal do.
            }
        }
    }

    /** A vote counted: as it stands while it is open; else with the quorum that it had at its closing. */
    VoteCount count(VoteState vote) {
        var then = atClosing.get(vote.opened().vote());
        return then == null ? VoteCount.of(state, vote) : then.with(VoteCount.found(state, vote));
    }

    SessionState state() {
        return state;
    }

    /** All events, in order. */
    List<Recorded<SessionEvent>> events() {
        return events;
    }

    /** The event at a position that is known. */
    Recorded<SessionEvent> event(long position) {
        return events.stream()
                .filter(recorded -> recorded.position() == position)
                .findFirst()
                .orElseThrow();
    }

    /** Whether the event at a position is a roll call or an answer to one. */
    boolean answersRoll(long position) {
        return answers.contains(position);
    }

    /** Since when a present seat is there. */
    Optional<Moment> arrived(SeatId seat) {
        return Optional.ofNullable(arrived.get(seat));
    }

    Optional<Moment> opened(VoteId vote) {
        return Optional.ofNullable(opened.get(vote));
    }

    Optional<Moment> closed(VoteId vote) {
        return Optional.ofNullable(closed.get(vote));
    }

    /** When a seat's ballot was recorded. */
    Optional<Moment> cast(VoteId vote, SeatId seat) {
        return Optional.ofNullable(cast.get(new BallotKey(vote, seat)));
    }

    Optional<Conclusion> concluded(ItemNumber item) {
        return Optional.ofNullable(concluded.get(item));
    }

    private void pass(SeatId seat, Passage passage) {
        passages.computeIfAbsent(seat, _ -> new ArrayList<>()).add(passage);
    }

    /** A seat's arrivals and departures as they were recorded, in order. */
    List<Passage> passages(SeatId seat) {
        return List.copyOf(passages.getOrDefault(seat, List.of()));
    }

    /** Those without a seat, as last noted. */
    List<Attendee> attendees() {
        return List.copyOf(attendees.values());
    }

    /** The votes of which ballots or numbers were put right. */
    Set<VoteId> recounted() {
        return Collections.unmodifiableSet(recounted);
    }

    /** Since when the session is in its stage. */
    Optional<Moment> stageSince() {
        return Optional.ofNullable(stageSince);
    }

    Optional<Moment> firstOpened() {
        return Optional.ofNullable(firstOpened);
    }

    /** Who records. */
    Optional<Participant> clerk() {
        return Optional.ofNullable(clerk);
    }

    /** The vote whose result is the last thing that happened: until the assembly turns to something else. */
    Optional<VoteId> freshResult() {
        return Optional.ofNullable(freshResult);
    }

    /** Who helps with the counting. */
    List<SeatId> scrutineers() {
        return scrutineers;
    }
}
