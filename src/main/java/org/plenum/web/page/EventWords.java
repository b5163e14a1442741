package org.plenum.web.page;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.VoteState;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.*;
import org.plenum.event.SessionEvent.CandidatesNamed;
import org.plenum.event.SessionEvent.CommandProposed;
import org.plenum.event.SessionEvent.LotDrawn;
import org.plenum.event.SessionEvent.ProposalConfirmed;
import org.plenum.event.SessionEvent.ProposalWithdrawn;
import org.plenum.event.SessionEvent.RollCallOrdered;
import org.plenum.event.SessionEvent.VotesDeclared;
import org.plenum.projection.sight.Sight;
import org.plenum.vocabulary.Candidate;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.Delegate;
import org.plenum.vocabulary.FreeText;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.VoteId;
import org.plenum.vocabulary.Words;
import org.plenum.web.security.Person;

/** An event in one plain sentence, as far as somebody may know of it. */
final class EventWords {
    private final Room room;
    private final Sight sight;
    private final Said said;

    private final Room now;

    EventWords(Room room, Person person, Said said) {
        this(room, person, said, room);
    }

    /** Words for an earlier state of a room; what is over by now may be told. */
    EventWords(Room room, Person person, Said said, Room now) {
        this.room = room;
        this.sight = Scenes.sight(room, person);
        this.said = said;
        this.now = now;
    }

    /** What happened. */
    String of(SessionEvent event) {
        return switch (event) {
            case SessionConvened e -> say(event, e.title());
            case SeatsEnrolled e -> say(event, e.seats().size());
            case RulesFrozen e -> said.say(e.assumed() ? "event.RulesAssumed" : "event.RulesFrozen");
            case SheetDeclared e -> say(event, e.marks().size());
            case SessionOpened _ -> say(event);
            case SessionSuspended e -> say(event, reason(e.reason()));
            case SessionResumed _ -> say(event);
            case SessionAdjourned _ -> say(event);
            case SessionDeserted e -> say(event, reason(e.reason()));
            case SessionClosed _ -> say(event);
            case RollCalled e -> say(event, e.present());
            case RollCounted e -> say(event, e.present());
            case SeatArrived e -> say(event, who(e.seat(), e.delegate()), said.word("mode", e.mode()));
            case SeatDeparted e -> said.say(e.inferred() ? "event.SeatMissed" : "event.SeatDeparted", seat(e.seat()));
            case AttendanceModeChanged e -> say(event, seat(e.seat()), said.word("mode", e.mode()));
            case DelegateReplaced e -> say(event, seat(e.seat()), e.delegate().name());
            case UnnamedMoved e -> said.say("event.Unnamed." + Words.of(e.movement()), e.count());
            case PresenceDeclared e -> say(event, e.present());
            case AttendeeNoted e -> said.say(e.present() ? "event.AttendeePresent" : "event.AttendeeAbsent", e.name());
            case ChairTaken e -> say(event, participant(e.chair()));
            case ClerkReplaced e -> say(event, participant(e.clerk()));
            case ScrutineersAppointed e -> say(event, seats(e.seats()));
            case ProxyGiven e -> say(event, seat(e.from()), seat(e.to()));
            case ProxyRevoked e -> say(event, seat(e.from()));
            case QuorumVerified e ->
                said.say(
                        e.quorum().met() == null
                                ? "event.QuorumUnknown"
                                : e.quorum().met() ? "event.QuorumMet" : "event.QuorumMissing");
            case SittingClosedToPublic _ -> say(event);
            case SittingReopened _ -> say(event);
            case ItemTakenUp e -> say(event, e.number().value(), title(e.number()));
            case ItemConcluded e -> say(event, e.number().value(), said.word("conclusion", e.how()));
            case AgendaAmended e -> say(event, e.agenda().size());
            case StatementRecorded e ->
                say(event, participant(e.speaker()), e.text().toString());
            case VoteOpened e -> say(event, e.subject());
            case RollCallOrdered e -> say(event, seats(e.order()));
            case CommandProposed e -> say(event, said.say("proposal." + e.command()));
            case ProposalConfirmed e -> say(event, e.proposal());
            case ProposalWithdrawn e -> say(event, e.proposal(), reason(e.reason()));
            case CandidatesNamed e ->
                say(event, e.standing().stream().map(Candidate::name).collect(Collectors.joining(", ")));
            case VotesDeclared e -> say(event, subject(e.vote()));
            case LotDrawn e ->
                say(
                        event,
                        subject(e.vote()),
                        e.drawn().stream()
                                .map(drawn -> candidate(e.vote(), drawn))
                                .collect(Collectors.joining(", ")),
                        e.by() == null ? "" : participant(e.by()));
            case BallotCast e -> ballot(event, e.vote(), e.seat(), e.choice());
            case BallotChanged e -> ballot(event, e.vote(), e.seat(), e.choice());
            case SecretBallotCast e -> secret(e);
            case UrnOpened e -> say(event, subject(e.vote()));
            case UnnamedBallotsRecorded e ->
                said.say(
                        "event.UnnamedBallotsRecorded",
                        e.choice() == null ? said.say("counts.declined") : said.word("choice", e.choice()));
            case ParticipationDeclined e -> say(event, seat(e.seat()));
            case SeatRecused e -> say(event, seat(e.seat()), e.reason().toString());
            case VoteClosed e -> say(event, subject(e.vote()), said.word("outcome", e.outcome()));
            case OutcomeProclaimed e -> say(event, subject(e.vote()), said.word("outcome", e.outcome()));
            case VoteAnnulled e -> say(event, subject(e.vote()), e.reason().toString());
            case CountsDeclared e -> say(event, subject(e.vote()));
            case AttendanceCorrected e -> say(event, e.target(), e.reason().toString());
            case BallotCorrected e -> say(event, seat(e.seat()), e.reason().toString());
            case ProclamationCorrected e ->
                say(event, subject(e.vote()), e.reason().toString());
            case StatementCorrected e -> say(event, e.target(), e.reason().toString());
            case DeclarationCorrected e ->
                say(event, subject(e.vote()), e.reason().toString());
            case NoteRecorded e -> say(event, e.text().toString());
            case MinutesApproved _ -> say(event);
        };
    }

    private String say(SessionEvent event, Object... values) {
        return said.say("event." + event.getClass().getSimpleName(), values);
    }

    private String ballot(SessionEvent event, VoteId vote, SeatId seat, Choice choice) {
        var state = now.state().vote(vote);
        var seen = state.filter(each -> sight.choice(each.opened().method(), each.isOpen(), seat))
                .isPresent();
        return seen ? say(event, seat(seat), choice(vote, choice)) : said.say("event.BallotHidden", seat(seat));
    }

    private String choice(VoteId vote, Choice choice) {
        return switch (choice) {
            case Choice.Stance stance -> said.word("choice", stance);
            case Choice.Preferences(var preferred) ->
                preferred.stream().map(each -> candidate(vote, each)).collect(Collectors.joining(", "));
        };
    }

    private String candidate(VoteId vote, CandidateId candidate) {
        return room.state().vote(vote).map(known -> candidate(known, candidate)).orElse(candidate.value());
    }

    /** A candidate's name. */
    static String candidate(VoteState vote, CandidateId candidate) {
        var contest = vote.contest();
        return contest == null
                ? candidate.value()
                : contest.named().standing().stream()
                        .filter(each -> each.id().equals(candidate))
                        .map(Candidate::name)
                        .findFirst()
                        .orElse(candidate.value());
    }

    private String secret(SecretBallotCast e) {
        return shows(e) ? said.say("event.BallotHidden", seat(e.seat())) : said.say("event.SecretBallotCast");
    }

    /** Whether the seat that an event tells of, and who acted for it, may be seen. */
    boolean shows(SessionEvent event) {
        return !(event instanceof SecretBallotCast e)
                || sight.participation(org.plenum.vocabulary.Method.SECRET, e.seat());
    }

    /** A choice in words. */
    static String choice(Choice choice, Said said) {
        return choice instanceof Choice.Stance stance ? said.word("choice", stance) : Words.of(choice);
    }

    private static String reason(@Nullable FreeText reason) {
        return reason == null ? "" : reason.toString();
    }

    private String seat(SeatId seat) {
        var enrolled = room.state().roll().get(seat);
        return enrolled == null ? seat.value() : enrolled.name();
    }

    private String seats(List<SeatId> seats) {
        return String.join(", ", seats.stream().map(this::seat).toList());
    }

    private String who(SeatId seat, @Nullable Delegate delegate) {
        return delegate == null ? seat(seat) : seat(seat) + " (" + delegate.name() + ")";
    }

    private String participant(Participant participant) {
        return switch (participant) {
            case Participant.OfSeat(var seat) -> seat(seat);
            case Participant.Named(var name) -> name;
        };
    }

    private String subject(VoteId vote) {
        return room.state().vote(vote).map(each -> each.opened().subject()).orElse(vote.value());
    }

    private String title(ItemNumber item) {
        return room.state().item(item).map(each -> each.title()).orElse("");
    }
}
