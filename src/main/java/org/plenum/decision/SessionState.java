package org.plenum.decision;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.StandingBallots.Ballot;
import org.plenum.decision.counting.Election;
import org.plenum.decision.counting.Electorate;
import org.plenum.decision.counting.Presence;
import org.plenum.decision.counting.Roll;
import org.plenum.decision.counting.VotingRight;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.*;
import org.plenum.event.SessionEvent.CandidatesNamed;
import org.plenum.event.SessionEvent.CommandProposed;
import org.plenum.event.SessionEvent.LotDrawn;
import org.plenum.event.SessionEvent.ProposalConfirmed;
import org.plenum.event.SessionEvent.ProposalWithdrawn;
import org.plenum.event.SessionEvent.RollCallOrdered;
import org.plenum.event.SessionEvent.VotesDeclared;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.AgendaItem;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.Delegate;
import org.plenum.vocabulary.FreeText;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.LocalPoint;
import org.plenum.vocabulary.Lot;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.Provenance;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionStage;
import org.plenum.vocabulary.SheetMark;
import org.plenum.vocabulary.Span;
import org.plenum.vocabulary.StatedTime;
import org.plenum.vocabulary.VoteId;

/**
 * What a session's events amount to, as far as decisions need it. It changes only by {@link #evolve}; one thread at a
 * time may use it.
 */
public final class SessionState {
    private @Nullable SessionConvened convened;
    private SessionStage stage = SessionStage.CONVENED;
    private long openedAt;
    private final Map<SeatId, Seat> roll = new LinkedHashMap<>();
    private Roll countingRoll = new Roll(List.of());
    private RulesOfProcedure rules = RulesOfProcedure.defaults();
    private boolean rulesAssumed;
    private final Map<SeatId, SheetMark> sheet = new LinkedHashMap<>();

    private final Attendance attendance = new Attendance();
    private final Map<SeatId, SeatId> proxies = new LinkedHashMap<>();
    private final Map<String, Boolean> attendees = new HashMap<>();
    private @Nullable Participant chair;
    private @Nullable Boolean quorumAsVerified;
    private boolean closedToPublic;

    private List<AgendaItem> agenda = List.of();
    private final Set<ItemNumber> takenUp = new HashSet<>();
    private @Nullable ItemNumber itemAtHand;
    private final Map<ItemNumber, Set<SeatId>> recusedByItem = new HashMap<>();

    private final Map<VoteId, VoteState> votes = new LinkedHashMap<>();
    private final Map<Long, Proposal> proposals = new LinkedHashMap<>();
    private BeforeVote before = BeforeVote.NOTHING;
    private final Latest<Presence> presences = new Latest<>();
    private final Latest<Electorate> electorates = new Latest<>();
    private @Nullable VoteId openVote;
    private final Set<Long> statements = new HashSet<>();

    private long position;
    private @Nullable Instant lastRecordedAt;
    private @Nullable LocalDateTime lastStated;
    private @Nullable Mark latestStated;
    private @Nullable Mark mark;
    private @Nullable Mark lastLifecycle;
    private final Map<SeatId, Mark> lastOfSeat = new HashMap<>();

    /** An event by its position and the stretch of time in which it happened. */
    record Mark(long position, Span span) {}

    /** A command that waits for a second person: what it is, as data, and who gave it. */
    public record Proposal(long position, String command, FreeText content, Actor by) {}

    /** What waits for a second person, in order. */
    public Collection<Proposal> proposals() {
        return proposals.values();
    }

    /** What was proposed at a position and still waits. */
    public Optional<Proposal> proposal(long at) {
        return Optional.ofNullable(proposals.get(at));
    }

    /** Whether the session exists. */
    public boolean isConvened() {
        return convened != null;
    }

    /** How the session was convened; it must have been. */
    public SessionConvened convened() {
        return Objects.requireNonNull(convened, "the session is not convened");
    }

    /** Whether the session is entered from paper minutes. */
    public boolean isTranscribed() {
        return convened().provenance() == Provenance.TRANSCRIBED;
    }

    /** Where it stands. */
    public SessionStage stage() {
        return stage;
    }

    /** Whether it was opened at any time. */
    public boolean wasOpened() {
        return openedAt > 0;
    }

    /** The seats, in the order of the roll. */
    public Map<SeatId, Seat> roll() {
        return roll;
    }

    /** The seats that have a vote, as counting takes them. */
    public Roll countingRoll() {
        return countingRoll;
    }

    /** The rules that hold. */
    public RulesOfProcedure rules() {
        return rules;
    }

    /** Whether nobody stated these rules. */
    public boolean rulesAssumed() {
        return rulesAssumed;
    }

    /** What the attendance sheet says. */
    public Map<SeatId, SheetMark> sheet() {
        return sheet;
    }

    /** Who is there. */
    public Attendance attendance() {
        return attendance;
    }

    /** The voting seats that were present at any time since the opening, in the order of the roll. */
    public Set<SeatId> sat() {
        var sat = new LinkedHashSet<SeatId>();
        if (openedAt > 0) {
            countingRoll.seats().stream()
                    .filter(seat -> attendance.wasThereSince(seat, openedAt))
                    .forEach(sat::add);
        }
        return sat;
    }

    /** Who is represented by whom: giver to holder. */
    public Map<SeatId, SeatId> proxies() {
        return proxies;
    }

    /** Whether an attendee is present; empty where nobody of that name was noted. */
    public Optional<Boolean> attendee(String name) {
        return Optional.ofNullable(attendees.get(name));
    }

    /** What the last look at the quorum found; null before the first, and where it could not be told. */
    public @Nullable Boolean quorumAsVerified() {
        return quorumAsVerified;
    }

    /** Whether the public is out. */
    public boolean isClosedToPublic() {
        return closedToPublic;
    }

    /** The agenda, in its order. */
    public List<AgendaItem> agenda() {
        return agenda;
    }

    /** The item with that number. */
    public Optional<AgendaItem> item(ItemNumber number) {
        return agenda.stream().filter(item -> item.number().equals(number)).findFirst();
    }

    /** The items that were taken up. */
    public Set<ItemNumber> takenUp() {
        return takenUp;
    }

    /** The item last taken up and not concluded. */
    public Optional<ItemNumber> itemAtHand() {
        return Optional.ofNullable(itemAtHand);
    }

    /** The seats recused for any of these items. */
    public Set<SeatId> recusedFor(Collection<ItemNumber> items) {
        var recused = new LinkedHashSet<SeatId>();
        items.forEach(item -> recused.addAll(recusedByItem.getOrDefault(item, Set.of())));
        return recused;
    }

    /** Who presides; null where nobody was named. */
    public @Nullable Participant chair() {
        return chair;
    }

    /** The seat that presides; null where nobody was named or the chair has no seat. */
    public @Nullable SeatId chairSeat() {
        return chair instanceof Participant.OfSeat(var seat) ? seat : null;
    }

    /** The votes, in the order of opening. */
    public Map<VoteId, VoteState> votes() {
        return votes;
    }

    /** The vote with that identifier. */
    public Optional<VoteState> vote(VoteId vote) {
        return Optional.ofNullable(votes.get(vote));
    }

    /** The vote that is open. */
    public Optional<VoteState> openVote() {
        return Optional.ofNullable(openVote).map(votes::get);
    }

    /** Whether a statement stands at a position. */
    public boolean hasStatementAt(long target) {
        return statements.contains(target);
    }

    /** The position of the last event; 0 before the first. */
    public long position() {
        return position;
    }

    /** When an event accepted now is recorded: now, but never before the last one, even if the clock steps back. */
    public Instant recordingTime(Instant now) {
        return lastRecordedAt != null && lastRecordedAt.isAfter(now) ? lastRecordedAt : now;
    }

    /** The last local time that somebody stated, or null. */
    public @Nullable LocalDateTime lastStated() {
        return lastStated;
    }

    /** The event whose stated time begins latest, or null. */
    @Nullable Mark latestStated() {
        return latestStated;
    }

    /** The last opening, suspension, resumption or end whose time is known, or null. */
    @Nullable Mark lastLifecycle() {
        return lastLifecycle;
    }

    /** The last event of a seat whose time is known, or null. */
    @Nullable Mark lastOf(SeatId seat) {
        return lastOfSeat.get(seat);
    }

    /** The person who acts for a present seat, or usually does. */
    public @Nullable Delegate delegateOf(SeatId seat) {
        var now = attendance.find(seat).map(Attendance.Present::delegate).orElse(null);
        var enrolled = roll.get(seat);
        return now != null || enrolled == null ? now : enrolled.delegate();
    }

    /** Takes in the next event. */
    public void evolve(Recorded<? extends SessionEvent> recorded) {
        position = recorded.position();
        lastRecordedAt = recorded.recordedAt();
        keepTime(recorded);
        apply(recorded.event(), recorded.actor());
        if (recorded.event() instanceof CommandProposed e) {
            proposals.put(position, new Proposal(position, e.command(), e.content(), recorded.actor()));
        }
    }

    private void apply(SessionEvent event, Actor by) {
        switch (event) {
            case SessionConvened e -> {
                convened = e;
                agenda = e.agenda();
                if (e.provenance() == Provenance.LIVE) {
                    // Live, nobody is there until recorded; minutes that say nothing leave it open.
                    attendance.becomeCertain();
                }
                chair = e.president() == null ? null : new Participant.OfSeat(e.president());
            }
            case SeatsEnrolled e -> {
                e.seats().forEach(seat -> roll.put(seat.id(), seat));
                countingRoll =
                        new Roll(roll.values().stream().map(VotingRight::of).toList());
            }
            case RulesFrozen e -> {
                rules = e.rules();
                rulesAssumed = e.assumed();
            }
            case SheetDeclared e -> sheet.putAll(e.marks());
            case SessionOpened e -> {
                enter(SessionStage.OPEN);
                openedAt = openedAt == 0 ? position : openedAt;
            }
            case SessionSuspended e -> enter(SessionStage.SUSPENDED);
            case SessionResumed e -> enter(SessionStage.OPEN);
            case SessionAdjourned e -> {
                enter(SessionStage.ADJOURNED);
                // What is said next is said of the day on which the session goes on.
                lastStated = e.to() == null ? lastStated : firstLocal(e.to());
            }
            case SessionDeserted e -> enter(SessionStage.DESERTED);
            case SessionClosed e -> enter(SessionStage.CLOSED);
            case RollCalled e -> attendance.becomeCertain();
            case RollCounted e -> attendance.countOnly(position, e.present());
            case SeatArrived e -> arrive(e);
            case SeatDeparted e -> depart(e.seat());
            case AttendanceModeChanged e -> change(e.seat(), e.mode(), null);
            case DelegateReplaced e -> change(e.seat(), null, e.delegate());
            case UnnamedMoved e -> attendance.move(e.movement(), e.count());
            case PresenceDeclared e -> {}
            case AttendeeNoted e -> attendees.put(e.name(), e.present());
            case ChairTaken e -> chair = e.chair();
            case ClerkReplaced e -> {}
            case ScrutineersAppointed e -> {}
            case ProxyGiven e -> proxies.put(e.from(), e.to());
            case ProxyRevoked e -> proxies.remove(e.from());
            case QuorumVerified e -> quorumAsVerified = e.quorum().met();
            case SittingClosedToPublic e -> closedToPublic = true;
            case SittingReopened e -> closedToPublic = false;
            case ItemTakenUp e -> {
                takenUp.add(e.number());
                itemAtHand = e.number();
            }
            case ItemConcluded e -> {
                if (e.number().equals(itemAtHand)) {
                    itemAtHand = null;
                }
            }
            case AgendaAmended e -> agenda = e.agenda();
            case StatementRecorded e -> statements.add(position);
            // Who proposed is a circumstance of the recording: it is kept where that is known.
            case CommandProposed e -> {}
            case ProposalConfirmed e -> proposals.remove(e.proposal());
            case ProposalWithdrawn e -> proposals.remove(e.proposal());
            case CandidatesNamed e -> before = before.with(e);
            case WhoSatNamed e -> before = before.with(e);
            case StageNamed e -> before = before.with(e);
            case VoteOpened e -> {
                var named = before.of(e.vote());
                before = BeforeVote.NOTHING;
                var presence = presences.of(Quorums.presence(this, recusedFor(e.items()), Set.of()));
                var electorate = electorates.of(named.ties().among(Voting.electorate(this, presence, e.repeats())));
                votes.put(
                        e.vote(),
                        new VoteState(
                                e, isTranscribed(), contest(named.candidates()), named.ties(), presence, electorate));
                openVote = e.vote();
            }
            case RollCallOrdered e -> voteOf(e.vote()).callInOrder(e.order());
            case BallotCast e -> {
                ifItVotes(
                        e.seat(),
                        () -> voteOf(e.vote()).cast(new Ballot(asEnrolled(e.seat()), e.choice(), position, by)));
                ownMark(e.seat());
            }
            case BallotChanged e -> {
                ifItVotes(e.seat(), () -> put(e.vote(), e.seat(), e.choice(), by));
                ownMark(e.seat());
            }
            case SecretBallotCast e -> {
                voteOf(e.vote()).castSecretly(e.seat());
                ownMark(e.seat());
            }
            case UrnOpened e -> voteOf(e.vote()).openUrn(e.ballots());
            case UnnamedBallotsRecorded e -> voteOf(e.vote()).castUnnamed(e);
            case ParticipationDeclined e -> {
                ifItVotes(e.seat(), () -> voteOf(e.vote()).decline(e.seat()));
                ownMark(e.seat());
            }
            case SeatRecused e -> recuse(e);
            case VoteClosed e -> {
                voteOf(e.vote()).close(e.outcome(), chairSeat());
                end(e.vote());
            }
            case OutcomeProclaimed e -> voteOf(e.vote()).proclaim(e.outcome());
            case VoteAnnulled e -> {
                voteOf(e.vote()).annul();
                end(e.vote());
            }
            case CountsDeclared e -> voteOf(e.vote()).declare(e.declared());
            case VotesDeclared e -> voteOf(e.vote()).declareVotes(e);
            case LotDrawn e -> voteOf(e.vote()).draw(new Lot(e.drawn()), e.outcome());
            case AttendanceCorrected e -> attendance.correct(e.target(), e.struck(), e.seat(), e.mode(), e.delegate());
            case BallotCorrected e -> ifItVotes(e.seat(), () -> put(e.vote(), e.seat(), e.to(), by));
            case ProclamationCorrected e -> voteOf(e.vote()).proclaim(e.to());
            case StatementCorrected e -> {}
            case DeclarationCorrected e -> voteOf(e.vote()).declare(e.to());
            case NoteRecorded e -> {}
            case MinutesApproved e -> {}
        }
    }

    private VoteState voteOf(VoteId vote) {
        return vote(vote).orElseThrow(() -> new IllegalStateException("no vote " + vote));
    }

    /** The same identifier as on the roll: a million ballots need not hold a million copies of it. */
    private SeatId asEnrolled(SeatId seat) {
        var enrolled = roll.get(seat);
        return enrolled == null ? seat : enrolled.id();
    }

    /** Minutes may let a seat vote that has no vote: that stays in the record, with its finding, and counts nowhere. */
    private void ifItVotes(SeatId seat, Runnable ballot) {
        if (countingRoll.votes(seat)) {
            ballot.run();
        }
    }

    /** What makes a vote an election, where candidates were named for it. */
    private VoteState.@Nullable Contest contest(@Nullable CandidatesNamed named) {
        return named == null
                ? null
                : new VoteState.Contest(
                        named,
                        new Election(
                                named.rule(), named.round(), named.standing(), named.places(), rules, countingRoll));
    }

    private void end(VoteId vote) {
        if (vote.equals(openVote)) {
            openVote = null;
        }
    }

    private void arrive(SeatArrived e) {
        ownMark(e.seat());
        attendance.arrive(e.seat(), position, new Attendance.Present(e.mode(), e.delegate()));
        proxies.remove(e.seat());
        var seat = roll.get(e.seat());
        if (rules.newcomersVote() && seat != null && seat.votes()) {
            openVote().ifPresent(vote -> vote.admit(e.seat()));
        }
    }

    private void put(VoteId vote, SeatId seat, @Nullable Choice choice, Actor by) {
        if (choice == null) {
            voteOf(vote).withdraw(seat);
        } else {
            voteOf(vote).change(new Ballot(asEnrolled(seat), choice, position, by));
        }
    }

    private void change(SeatId seat, @Nullable Mode mode, @Nullable Delegate delegate) {
        attendance.change(seat, position, mode, delegate);
        ownMark(seat);
    }

    private void depart(SeatId seat) {
        ownMark(seat);
        attendance.depart(seat, position);
        proxies.values().removeIf(seat::equals);
    }

    private void recuse(SeatRecused e) {
        if (e.item() != null) {
            recusedByItem
                    .computeIfAbsent(e.item(), item -> new LinkedHashSet<>())
                    .add(e.seat());
            openVote()
                    .filter(vote -> vote.opened().items().contains(e.item()))
                    .ifPresent(vote -> vote.recuse(e.seat()));
        }
        if (e.vote() != null) {
            voteOf(e.vote()).recuse(e.seat());
        }
    }

    private void keepTime(Recorded<? extends SessionEvent> recorded) {
        if (convened == null) {
            // The first event is the convening itself: before it there is no zone, and nothing to follow.
            return;
        }
        var span = spanOf(recorded.stated(), recorded.recordedAt());
        var stated = recorded.stated();
        if (stated != null) {
            lastStated = lastLocal(stated);
            if (latestStated == null || span.from().isAfter(latestStated.span().from())) {
                latestStated = new Mark(position, span);
            }
        }
        mark = span.equals(Span.UNKNOWN) ? null : new Mark(position, span);
    }

    private void ownMark(SeatId seat) {
        if (mark != null) {
            lastOfSeat.put(seat, mark);
        }
    }

    private void enter(SessionStage next) {
        stage = next;
        lastLifecycle = mark == null ? lastLifecycle : mark;
    }

    /** The stretch of time in which a fact of this session happened: as stated; else, live, as recorded; else unknown. */
    Span spanOf(@Nullable StatedTime stated, Instant recordedAt) {
        if (stated != null) {
            return stated.in(convened().zone());
        }
        return isTranscribed() ? Span.UNKNOWN : Span.of(recordedAt);
    }

    private static @Nullable LocalDateTime lastLocal(StatedTime stated) {
        return Stream.of(stated.at(), stated.notAfter(), stated.notBefore())
                .filter(Objects::nonNull)
                .map(LocalPoint::time)
                .findFirst()
                .orElse(null);
    }

    private @Nullable LocalDateTime firstLocal(StatedTime stated) {
        return Stream.of(stated.at(), stated.notBefore(), stated.notAfter())
                .filter(Objects::nonNull)
                .map(LocalPoint::time)
                .findFirst()
                .orElse(lastStated);
    }

    /** Whether somebody can act in the session: a seat that is there, or an attendee who is. */
    boolean isThere(Participant participant) {
        return switch (participant) {
            case Participant.OfSeat(var seat) -> attendance.of(seat) != Attendance.Certainty.ABSENT;
            case Participant.Named(var name) -> attendees.getOrDefault(name, false);
        };
    }
}
