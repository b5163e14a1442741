package org.plenum.web.api;

import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plenum.command.Refusal.*;
import org.plenum.command.Refusal.LotNotAmongEquals;
import org.plenum.command.Refusal.NoFurtherRound;
import org.plenum.command.Refusal.NoLotToDraw;
import org.plenum.command.Refusal.NoSeats;
import org.plenum.command.Refusal.NotAnElection;
import org.plenum.command.Refusal.RoundOpenedAlready;
import org.plenum.command.SessionCommand;
import org.plenum.command.SessionCommand.*;
import org.plenum.command.SessionCommand.OpenElection;
import org.plenum.command.SessionCommand.OpenRound;
import org.plenum.command.SessionCommand.OrderRollCall;
import org.plenum.command.SessionCommand.RecordLot;
import org.plenum.event.SessionEvent.OfVote;
import org.plenum.json.JsonFault;
import org.plenum.ledger.Answer;
import org.plenum.vocabulary.Across;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Candidate;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.VoteId;
import org.plenum.vocabulary.Words;
import org.plenum.web.problem.Fault;
import org.plenum.web.problem.Problem;

/** Votes and their ballots. */
final class VoteEndpoints {
    private static final String VOTE = "/votes/{vote}";

    /** Seats by name, or "rest": all others of the electorate. */
    private sealed interface Whom {
        record Seats(List<SeatId> seats) implements Whom {}

        record Rest() implements Whom {}
    }

    private static final Kind<List<SeatId>> SEATS = Kind.list(Kinds.SEAT);

    private static final Kind<Whom> WHOM = new Kind<>(
            place -> {
                if (place.value().isString() && place.value().stringValue().equals("rest")) {
                    return new Whom.Rest();
                }
                var seats = SEATS.reader().read(place);
                return seats == null ? null : new Whom.Seats(seats);
            },
            new Shape.OneOf(List.of(
                    SEATS.shape(),
                    new Shape.Plain(schema -> schema.put("const", "rest")
                            .put(
                                    "description",
                                    "the electorate less the named, recused, declined and already cast")))));

    private VoteEndpoints() {}

    static List<Endpoint> commands(CommandDesk desk) {
        return List.of(
                open(desk),
                round(desk),
                lot(desk),
                order(desk),
                cast(desk),
                record(desk),
                decline(desk),
                recuse(desk),
                close(desk),
                proclaim(desk),
                annul(desk));
    }

    private static Endpoint open(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, POST, "/votes", OpenVote.class, OpenElection.class)
                .does(
                        "Opens a vote. Without an identifier of its own it is numbered. With candidates it is an election. With"
                                + " minutesOf only those vote who sat in that session; with stages, or going on from a vote"
                                + " of an earlier session, several sessions decide together.")
                .refusing(
                        VoteExists.class,
                        UnknownItem.class,
                        UnknownVote.class,
                        UnknownSeat.class,
                        UnknownAttendee.class,
                        NoQuorum.class,
                        AnotherVoteOpen.class,
                        WouldReveal.class,
                        VoteNotAnnulled.class,
                        VoteNotCarried.class,
                        MoverIsSeconder.class,
                        UnknownSession.class,
                        NotEarlierSession.class,
                        WhoSatUnknown.class,
                        NotAStage.class,
                        StageNotDecided.class,
                        StageBringsMajority.class,
                        DecidedByStages.class,
                        StageOutOfTerm.class)
                .asking(
                        (asked, session) -> {
                            var id = asked.optional("id", Kinds.VOTE);
                            var item = asked.optional("item", Kinds.ITEM);
                            var items = asked.optional("items", Kind.list(Kinds.ITEM));
                            asked.atMostOne("item", "items");
                            var subject = asked.required("subject", Kinds.name("subject", "the question"));
                            var method = asked.required("method", Kinds.METHOD);
                            var majority = asked.optional("majority", Kinds.MAJORITY);
                            var procedural = asked.optional("procedural", Kinds.FLAG);
                            var follows = asked.optional("follows", Kinds.VOTE);
                            var repeats = asked.optional("repeats", Kinds.VOTE);
                            var mover = asked.optional("mover", Speaker.KIND);
                            var seconder = asked.optional("seconder", Speaker.KIND);
                            var across = across(asked);
                            var candidates = asked.optional("candidates", Kind.list(Kinds.CANDIDATE));
                            var election = asked.optional("election", Kinds.ELECTION);
                            asked.onlyWith("candidates", "election");
                            for (var ofQuestions : List.of(
                                    "majority",
                                    "procedural",
                                    "follows",
                                    "mover",
                                    "seconder",
                                    "minutesOf",
                                    "stages",
                                    "continues")) {
                                asked.atMostOne("candidates", ofQuestions);
                            }
                            Supplier<SessionCommand> onCandidates = () -> new OpenElection(
                                    session.get(),
                                    id.orNull(),
                                    item.isGiven() ? List.of(item.get()) : items.or(List.of()),
                                    subject.get(),
                                    method.get(),
                                    election.orNull(),
                                    standing(desk, session.get(), candidates.get()),
                                    repeats.orNull());
                            Supplier<SessionCommand> onQuestion = () -> new OpenVote(
                                    session.get(),
                                    id.orNull(),
                                    item.isGiven() ? List.of(item.get()) : items.or(List.of()),
                                    subject.get(),
                                    method.get(),
                                    majority.orNull(),
                                    procedural.or(false),
                                    follows.orNull(),
                                    repeats.orNull(),
                                    participant(desk, session.get(), mover),
                                    participant(desk, session.get(), seconder),
                                    across.get());
                            return () -> candidates.isGiven() ? onCandidates.get() : onQuestion.get();
                        },
                        VoteEndpoints::opened);
    }

    /** A vote of an earlier session, as a request names it. */
    record StageBefore(SessionId session, VoteId vote) {}

    private static Supplier<@Nullable Across> across(Asked asked) {
        var minutesOf = asked.optional("minutesOf", Kinds.SESSION);
        var stages = asked.optional("stages", Kinds.STAGES);
        var continues = asked.optional("continues", Kinds.STAGE_BEFORE);
        asked.atMostOne("minutesOf", "stages");
        asked.atMostOne("minutesOf", "continues");
        asked.atMostOne("stages", "continues");
        asked.atMostOne("majority", "stages");
        asked.atMostOne("majority", "continues");
        return () -> minutesOf.isGiven()
                ? Across.minutesOf(minutesOf.get())
                : stages.isGiven()
                        ? Across.first(stages.get())
                        : continues.isGiven()
                                ? Across.after(
                                        continues.get().session(),
                                        continues.get().vote())
                                : null;
    }

    /** A candidate as a request names it: a seat may stand under its own name. */
    record Standing(
            CandidateId id, @Nullable String name, @Nullable LocalDate seniority) {}

    private static List<Candidate> standing(CommandDesk desk, SessionId session, List<Standing> named) {
        var roll = desk.ledger().roll(session);
        return named.stream()
                .map(one -> {
                    var seat = roll.get(new SeatId(one.id().value()));
                    var name = one.name() != null
                            ? one.name()
                            : seat != null ? seat.name() : one.id().value();
                    return new Candidate(one.id(), name, one.seniority());
                })
                .toList();
    }

    private static Endpoint round(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, POST, VOTE + "/rounds", OpenRound.class)
                .does(
                        "Opens the next round of an election, with the candidates and places that the round before has left.")
                .refusing(
                        UnknownVote.class,
                        VoteExists.class,
                        NotAnElection.class,
                        VoteNotClosed.class,
                        VoteIsAnnulled.class,
                        NoFurtherRound.class,
                        RoundOpenedAlready.class,
                        NoQuorum.class,
                        AnotherVoteOpen.class,
                        WouldReveal.class)
                .asking(
                        (asked, session) -> {
                            var after = asked.path("vote", Kinds.VOTE);
                            var id = asked.optional("id", Kinds.VOTE);
                            var subject = asked.optional("subject", Kinds.name("subject", "what this round is called"));
                            var method = asked.optional("method", Kinds.METHOD);
                            return () -> new OpenRound(
                                    session.get(), id.orNull(), after.get(), subject.orNull(), method.orNull());
                        },
                        VoteEndpoints::opened);
    }

    private static Endpoint lot(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, POST, VOTE + "/lots", RecordLot.class)
                .does(
                        "Records a lot between candidates with equally many votes: who came first, second and so on, and who drew.")
                .refusing(
                        UnknownVote.class,
                        NotAnElection.class,
                        VoteNotClosed.class,
                        VoteIsAnnulled.class,
                        NoLotToDraw.class,
                        LotNotAmongEquals.class)
                .asking((asked, session) -> {
                    var vote = asked.path("vote", Kinds.VOTE);
                    var drawn = asked.required("drawn", Kind.list(Kinds.CANDIDATE_ID));
                    var by = asked.required("by", Speaker.KIND);
                    return () ->
                            new RecordLot(session.get(), vote.get(), drawn.get(), participant(desk, session.get(), by));
                });
    }

    private static @Nullable Participant participant(CommandDesk desk, SessionId session, Given<Speaker> given) {
        return given.isGiven() ? given.get().in(desk.ledger(), session) : null;
    }

    private static CommandDesk.Made opened(SessionId session, Answer.Accepted accepted) {
        // What is recorded before a vote opens is of that vote too.
        var vote = ((OfVote) accepted.event()).vote();
        return new CommandDesk.Made(vote.value(), "/api/sessions/" + session + "/votes/" + vote);
    }

    private static Endpoint order(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, PUT, VOTE + "/order", OrderRollCall.class)
                .does(
                        "Says in which order the seats are called to vote; those not named follow in the order of the roll.")
                .refusing(
                        UnknownVote.class,
                        UnknownSeat.class,
                        VoteNotOpen.class,
                        NotInElectorate.class,
                        SeatNamedTwice.class,
                        NoSeats.class)
                .asking((asked, session) -> {
                    var vote = asked.path("vote", Kinds.VOTE);
                    var seats = asked.required("seats", SEATS);
                    return () -> new OrderRollCall(session.get(), vote.get(), seats.get());
                });
    }

    private static Endpoint cast(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, POST, VOTE + "/ballots", CastBallot.class)
                .does("Casts a seat's ballot.")
                .refusing(
                        UnknownVote.class,
                        UnknownSeat.class,
                        VoteNotOpen.class,
                        NotInElectorate.class,
                        IsRecused.class,
                        HasDeclined.class,
                        AlreadyCast.class,
                        NothingChanges.class,
                        ChoiceNotOffered.class,
                        WouldReveal.class,
                        TimeBeforeEarlierEvent.class)
                .asking((asked, session) -> {
                    var vote = asked.path("vote", Kinds.VOTE);
                    var seat = asked.required("seat", Kinds.SEAT);
                    var choice = asked.required("choice", Kinds.CHOICE);
                    return () -> new CastBallot(session.get(), vote.get(), seat.get(), choice.get());
                });
    }

    private static Endpoint record(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, POST, VOTE + "/record", RecordBallots.class)
                .does("Records a vote by exception: one ballot for each seat, all or none.")
                .refusing(
                        UnknownVote.class,
                        UnknownSeat.class,
                        VoteNotOpen.class,
                        NotInElectorate.class,
                        IsRecused.class,
                        HasDeclined.class,
                        AlreadyCast.class,
                        SeatNamedTwice.class,
                        ChoiceNotOffered.class,
                        WouldReveal.class,
                        TimeBeforeEarlierEvent.class)
                .asking((asked, session) -> {
                    var vote = asked.path("vote", Kinds.VOTE);
                    var parts = new ArrayList<Asking>();
                    for (var stance : Choice.Stance.values()) {
                        parts.add(new Asking(new Part.Cast(stance), asked.optional(Words.of((Enum<?>) stance), WHOM)));
                    }
                    parts.add(new Asking(new Part.Declined(), asked.optional("declined", WHOM)));
                    return () -> new RecordBallots(session.get(), vote.get(), named(parts), rest(parts));
                });
    }

    /** Who is said to have done this. */
    private record Asking(Part part, Given<Whom> whom) {}

    private static List<NamedPart> named(List<Asking> parts) {
        var named = new ArrayList<NamedPart>();
        for (var each : parts) {
            if (each.whom().orNull() instanceof Whom.Seats(var seats)) {
                seats.forEach(seat -> named.add(new NamedPart(seat, each.part())));
            }
        }
        return named;
    }

    private static @Nullable Part rest(List<Asking> parts) {
        var rest = parts.stream()
                .filter(each -> each.whom().orNull() instanceof Whom.Rest)
                .map(Asking::part)
                .toList();
        if (rest.size() > 1) {
            throw new Refused(Problem.of(List.of(Fault.inBody(
                    "",
                    JsonFault.Kind.VALUE,
                    new Bilingual("\"rest\" può stare in un campo solo", "\"rest\" may stand in one field only")))));
        }
        return rest.isEmpty() ? null : rest.getFirst();
    }

    private static Endpoint decline(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, POST, VOTE + "/non-participations", DeclineToParticipate.class)
                .does("Records that a present seat takes no part in the vote. That is not an abstention.")
                .refusing(
                        UnknownVote.class,
                        UnknownSeat.class,
                        VoteNotOpen.class,
                        NotInElectorate.class,
                        IsRecused.class,
                        HasDeclined.class,
                        AlreadyCast.class,
                        TimeBeforeEarlierEvent.class)
                .asking((asked, session) -> {
                    var vote = asked.path("vote", Kinds.VOTE);
                    var seat = asked.required("seat", Kinds.SEAT);
                    return () -> new DeclineToParticipate(session.get(), vote.get(), seat.get());
                });
    }

    private static Endpoint recuse(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, POST, "/recusals", Recuse.class)
                .does("Records that a seat leaves the count for an item or a vote, for a conflict of interest.")
                .refusing(
                        UnknownVote.class,
                        UnknownItem.class,
                        UnknownSeat.class,
                        AlreadyCast.class,
                        IsRecused.class,
                        VoteNotOpen.class,
                        TimeBeforeEarlierEvent.class)
                .asking((asked, session) -> {
                    var seat = asked.required("seat", Kinds.SEAT);
                    var vote = asked.optional("vote", Kinds.VOTE);
                    var item = asked.optional("item", Kinds.ITEM);
                    asked.exactlyOne("vote", "item");
                    var reason = asked.required("reason", Kinds.TEXT);
                    return () -> new Recuse(session.get(), seat.get(), item.orNull(), vote.orNull(), reason.get());
                });
    }

    private static Endpoint close(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, POST, VOTE + "/closing", CloseVote.class)
                .does("Closes the vote and counts it.")
                .refusing(UnknownVote.class, VoteNotOpen.class, UrnMismatch.class)
                .asking((asked, session) -> {
                    var vote = asked.path("vote", Kinds.VOTE);
                    return () -> new CloseVote(session.get(), vote.get());
                });
    }

    private static Endpoint proclaim(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, POST, VOTE + "/proclamation", Proclaim.class)
                .does("Proclaims the outcome. It is kept apart from the computed one.")
                .refusing(UnknownVote.class, VoteNotClosed.class, VoteIsAnnulled.class, AlreadyProclaimed.class)
                .asking((asked, session) -> {
                    var vote = asked.path("vote", Kinds.VOTE);
                    var outcome = asked.required("outcome", Kinds.OUTCOME);
                    return () -> new Proclaim(session.get(), vote.get(), outcome.get());
                });
    }

    private static Endpoint annul(CommandDesk desk) {
        return CommandEndpoint.ofSession(desk, POST, VOTE + "/annulment", AnnulVote.class)
                .does("Annuls a vote. It and its ballots stay readable.")
                .refusing(UnknownVote.class, VoteIsAnnulled.class)
                .asking((asked, session) -> {
                    var vote = asked.path("vote", Kinds.VOTE);
                    var reason = asked.required("reason", Kinds.TEXT);
                    return () -> new AnnulVote(session.get(), vote.get(), reason.get());
                });
    }
}
