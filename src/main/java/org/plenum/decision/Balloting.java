package org.plenum.decision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.command.Refusal;
import org.plenum.command.SessionCommand.CastBallot;
import org.plenum.command.SessionCommand.DeclineToParticipate;
import org.plenum.command.SessionCommand.NamedPart;
import org.plenum.command.SessionCommand.OrderRollCall;
import org.plenum.command.SessionCommand.Part;
import org.plenum.command.SessionCommand.RecordBallots;
import org.plenum.command.SessionCommand.Recuse;
import org.plenum.event.SessionEvent;
import org.plenum.event.SessionEvent.BallotCast;
import org.plenum.event.SessionEvent.BallotChanged;
import org.plenum.event.SessionEvent.ParticipationDeclined;
import org.plenum.event.SessionEvent.RollCallOrdered;
import org.plenum.event.SessionEvent.SeatDeparted;
import org.plenum.event.SessionEvent.SeatRecused;
import org.plenum.event.SessionEvent.SecretBallotCast;
import org.plenum.event.SessionEvent.UnnamedBallotsRecorded;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionStage;
import org.plenum.vocabulary.VoteId;

/** What single seats do in a vote: cast, change, take no part, leave the count. */
final class Balloting {
    private Balloting() {}

    static Decision<SessionEvent> cast(SessionState state, CastBallot c, Ruling ruling) {
        var vote = state.vote(c.vote()).orElse(null);
        if (vote == null) {
            return ruling.refuse(new Refusal.UnknownVote(c.vote()));
        }
        ruling.enrolled(c.seat()).forbid(!vote.offers(c.choice()), () -> new Refusal.ChoiceNotOffered(c.vote()));
        valid(vote, c.choice(), ruling);
        mayAct(vote, c.vote(), c.seat(), ruling);
        if (vote.isSecret() && !state.isTranscribed()) {
            ruling.forbid(vote.hasCast(c.seat()), () -> new Refusal.AlreadyCast(c.vote(), c.seat()))
                    .after(c.seat())
                    .inTime();
            return ruling.depositing(
                    new SecretBallotCast(c.vote(), c.seat()), new Deposit(c.vote(), inOrder(vote, c.choice())));
        }
        var earlier = vote.ballots().get(c.seat());
        var change = earlier != null && state.rules().ballotChange();
        return ruling.forbid(earlier != null && !change, () -> new Refusal.AlreadyCast(c.vote(), c.seat()))
                .forbid(change && c.choice().equals(earlier), Refusal.NothingChanges::new)
                .after(c.seat())
                .inTime()
                .then(() -> change
                        ? new BallotChanged(c.vote(), c.seat(), c.choice())
                        : new BallotCast(c.vote(), c.seat(), c.choice()));
    }

    /** In an election, only so many candidates may be preferred, and only those who stand. */
    static void valid(VoteState vote, Choice choice, Ruling ruling) {
        var contest = vote.contest();
        if (contest != null && ruling.stands()) {
            contest.election().check(choice);
        }
    }

    /** What goes into an urn: the order of preferences would be a mark by which a ballot could be known again. */
    private static Choice inOrder(VoteState vote, Choice choice) {
        var contest = vote.contest();
        return contest == null ? choice : contest.election().inOrder(choice);
    }

    /** The vote is open, and the seat belongs to it and has not said that it takes no part. */
    private static void mayAct(VoteState vote, VoteId id, SeatId seat, Ruling ruling) {
        ruling.forbid(!vote.isOpen(), () -> new Refusal.VoteNotOpen(id))
                .forbid(vote.recused().contains(seat), () -> new Refusal.IsRecused(id, seat))
                .forbid(
                        !vote.recused().contains(seat) && !vote.admits(seat),
                        () -> new Refusal.NotInElectorate(id, seat))
                .forbid(vote.declined().contains(seat), () -> new Refusal.HasDeclined(id, seat));
    }

    static Decision<SessionEvent> order(SessionState state, OrderRollCall c, Ruling ruling) {
        var vote = state.vote(c.vote()).orElse(null);
        if (vote == null) {
            return ruling.refuse(new Refusal.UnknownVote(c.vote()));
        }
        ruling.forbid(!vote.isOpen(), () -> new Refusal.VoteNotOpen(c.vote()));
        var named = new LinkedHashSet<SeatId>();
        for (var seat : c.order()) {
            ruling.enrolled(seat)
                    .forbid(!vote.admits(seat), () -> new Refusal.NotInElectorate(c.vote(), seat))
                    .forbid(!named.add(seat), () -> new Refusal.SeatNamedTwice(seat));
        }
        ruling.forbid(c.order().isEmpty(), Refusal.NoSeats::new);
        return ruling.inTime().then(() -> new RollCallOrdered(c.vote(), c.order()));
    }

    static Decision<SessionEvent> record(SessionState state, RecordBallots c, Ruling ruling) {
        var vote = state.vote(c.vote()).orElse(null);
        if (vote == null) {
            return ruling.refuse(new Refusal.UnknownVote(c.vote()));
        }
        c.named().forEach(named -> ruling.enrolled(named.seat()));
        if (!ruling.stands()) {
            return ruling.done();
        }
        ruling.inTime();
        ruling.forbid(
                vote.isSecret() && !state.isTranscribed(),
                () -> new Refusal.WouldReveal(c.vote(), Refusal.WouldReveal.Leak.RECORDED_FOR_OTHERS));
        ruling.forbid(c.named().isEmpty() && !vote.isOpen(), () -> new Refusal.VoteNotOpen(c.vote()));
        var done = new LinkedHashSet<SeatId>();
        var events = new ArrayList<SessionEvent>();
        for (var named : c.named()) {
            mayAct(vote, c.vote(), named.seat(), ruling);
            offered(vote, c.vote(), named.part(), ruling);
            var again = !done.add(named.seat());
            // Minutes may name a seat twice: that is what they say, and the first ballot counts.
            ruling.forbid(again && !state.isTranscribed(), () -> new Refusal.SeatNamedTwice(named.seat()))
                    .forbid(
                            vote.ballots().containsKey(named.seat()) || again,
                            () -> new Refusal.AlreadyCast(c.vote(), named.seat()))
                    .after(named.seat());
            if (!ruling.stands()) {
                return ruling.done();
            }
            ruling.add(event(c.vote(), named));
        }
        var rest = c.rest();
        if (rest != null) {
            offered(vote, c.vote(), rest, ruling);
        }
        if (rest != null && ruling.stands()) {
            events.addAll(rest(vote, c.vote(), rest, done));
            events.forEach(ruling::add);
        }
        return ruling.done();
    }

    private static void offered(VoteState vote, VoteId id, Part part, Ruling ruling) {
        var stance = stance(part);
        ruling.forbid(stance != null && !vote.offers(stance), () -> new Refusal.ChoiceNotOffered(id));
    }

    /** What the others of the electorate did: an event for each, or one for all where nobody knows who they are. */
    private static List<SessionEvent> rest(VoteState vote, VoteId id, Part part, Set<SeatId> named) {
        if (vote.electorate().unnamed().atMost() > 0) {
            return List.of(new UnnamedBallotsRecorded(id, stance(part)));
        }
        return vote.electorate().seats().stream()
                .filter(seat -> !named.contains(seat)
                        && !vote.declined().contains(seat)
                        && !vote.ballots().containsKey(seat))
                .map(seat -> event(id, new NamedPart(seat, part)))
                .toList();
    }

    private static SessionEvent event(VoteId vote, NamedPart named) {
        return switch (named.part()) {
            case Part.Cast(var stance) -> new BallotCast(vote, named.seat(), stance);
            case Part.Declined() -> new ParticipationDeclined(vote, named.seat());
        };
    }

    private static Choice.@Nullable Stance stance(Part part) {
        return switch (part) {
            case Part.Cast(var stance) -> stance;
            case Part.Declined() -> null;
        };
    }

    static Decision<SessionEvent> decline(SessionState state, DeclineToParticipate c, Ruling ruling) {
        var vote = state.vote(c.vote()).orElse(null);
        if (vote == null) {
            return ruling.refuse(new Refusal.UnknownVote(c.vote()));
        }
        ruling.enrolled(c.seat());
        mayAct(vote, c.vote(), c.seat(), ruling);
        return ruling.forbid(vote.hasCast(c.seat()), () -> new Refusal.AlreadyCast(c.vote(), c.seat()))
                .after(c.seat())
                .inTime()
                .then(() -> new ParticipationDeclined(c.vote(), c.seat()));
    }

    static Decision<SessionEvent> recuse(SessionState state, Recuse c, Ruling ruling) {
        ruling.enrolled(c.seat());
        ruling.forbid(
                (c.item() == null) == (c.vote() == null),
                () -> new Refusal.NotWellFormed(Malformed.Fault.WORD, "item | vote", c.item() + " | " + c.vote()));
        var item = c.item();
        if (item != null) {
            ruling.forbid(state.item(item).isEmpty(), () -> new Refusal.UnknownItem(item));
        }
        var only = c.vote();
        if (only != null) {
            ruling.forbid(state.vote(only).isEmpty(), () -> new Refusal.UnknownVote(only));
        }
        if (!ruling.stands()) {
            return ruling.done();
        }
        ruling.during(SessionStage.CONVENED, SessionStage.OPEN);
        state.votes().values().stream()
                .filter(vote -> vote.opened().vote().equals(c.vote())
                        || vote.opened().items().stream().anyMatch(number -> number.equals(item)))
                .forEach(vote -> {
                    var id = vote.opened().vote();
                    ruling.forbid(
                            !vote.isAnnulled() && vote.hasCast(c.seat()), () -> new Refusal.AlreadyCast(id, c.seat()));
                    ruling.forbid(vote.recused().contains(c.seat()), () -> new Refusal.IsRecused(id, c.seat()));
                    ruling.forbid(id.equals(c.vote()) && !vote.isOpen(), () -> new Refusal.VoteNotOpen(id));
                });
        ruling.after(c.seat()).inTime();
        if (!ruling.stands()) {
            return ruling.done();
        }
        ruling.add(new SeatRecused(c.seat(), c.item(), c.vote(), c.reason()));
        if (state.rules().recusedLeave() && state.attendance().isNamed(c.seat())) {
            ruling.add(new SeatDeparted(c.seat(), c.reason(), false));
        }
        return ruling.done();
    }
}
