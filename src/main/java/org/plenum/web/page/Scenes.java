package org.plenum.web.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.Quorums;
import org.plenum.decision.SessionState;
import org.plenum.decision.VoteCount;
import org.plenum.decision.VoteState;
import org.plenum.decision.counting.ElectionFound;
import org.plenum.decision.counting.Found;
import org.plenum.decision.counting.Poll;
import org.plenum.document.picture.Caption;
import org.plenum.document.picture.QuorumMeter;
import org.plenum.document.picture.SeatChart;
import org.plenum.document.picture.Sign;
import org.plenum.projection.sight.Sight;
import org.plenum.projection.wording.Proposals;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.Method;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.SessionStage;
import org.plenum.vocabulary.Tally;
import org.plenum.vocabulary.Words;
import org.plenum.web.security.Person;
import org.plenum.web.security.Visibility;

/** Makes scenes of rooms. */
final class Scenes {
    private static final int MOST_NAMES = 12;

    private final Room room;
    private final SessionState state;
    private final Sight sight;
    private final @Nullable Actor actor;
    private final Said said;

    private final Room now;

    private Scenes(Room room, Sight sight, @Nullable Actor actor, Said said, Room now) {
        this.room = room;
        this.state = room.state();
        this.sight = sight;
        this.actor = actor;
        this.said = said;
        this.now = now;
    }

    /** How much somebody may see of a session. */
    static Sight sight(Room room, Person person) {
        return Visibility.sight(
                person, room.state().convened().assembly(), room.state().rules().runningChoices());
    }

    /** What somebody sees of a session, in their language. */
    static Scene of(Room room, Person person, Said said) {
        var kind = Kind.of(room, person, said);
        return room.made(kind, same -> new Scenes(same, kind.sight(), kind.proposer(), said, same).scene());
    }

    /** The picture of the seats: what they did in the vote that is open or just closed, or who is there. */
    static String chart(Room room, Person person, Said said) {
        var kind = Kind.of(room, person, said);
        return room.made(
                new Chart(kind),
                same -> new Scenes(same, kind.sight(), kind.proposer(), said, same).chart(of(same, person, said)));
    }

    /** What each seat did, by vote; nothing of votes whose choices this person may not see. */
    static Map<String, List<Scene.Ballot>> ballots(Room room, Person person, Said said) {
        var kind = Kind.of(room, person, said);
        return new Scenes(room, kind.sight(), kind.proposer(), said, room).ballots();
    }

    /** The pages already written for all who see the same. */
    static LiveRenewal.Written written(Room room, Person person, Said said) {
        return room.made(new Pages(Kind.of(room, person, said)), _ -> new LiveRenewal.Written());
    }

    /**
     * Those to whom a session looks the same: a hall full of people is shown one scene.
     *
     * @param proposer who looks, where what they proposed waits for a second person
     */
    private record Kind(
            Sight sight, Locale language, @Nullable Actor proposer) {
        static Kind of(Room room, Person person, Said said) {
            return new Kind(
                    Scenes.sight(room, person).ofKind(),
                    said.locale(),
                    room.state().proposals().stream()
                            .map(SessionState.Proposal::by)
                            .filter(person.actor()::equals)
                            .findFirst()
                            .orElse(null));
        }
    }

    private record Chart(Kind kind) {}

    private record Pages(Kind kind) {}

    /** What somebody sees of an earlier state of a session: what is over by now may be seen. */
    static Scene then(Room room, Person person, Said said, Room now) {
        return new Scenes(room, sight(room, person), person.actor(), said, now).scene();
    }

    private Scene scene() {
        var convened = state.convened();
        var agenda = agenda();
        var votes = state.votes().values().stream().map(this::vote).toList();
        var open = state.openVote().map(this::vote).orElse(null);
        var atHand = agenda.stream().filter(Scene.Item::isNow).findFirst().orElse(null);
        return new Scene(
                convened.session().value(),
                state.position(),
                convened.assembly().value(),
                convened.assemblyName(),
                convened.title(),
                said.day(convened.date()),
                convened.zone().getId(),
                convened.place(),
                state.stage(),
                said.word("stage", state.stage()),
                state.isTranscribed()
                        ? null
                        : room.stageSince()
                                .map(moment -> moment.recordedAt().toString())
                                .orElse(null),
                state.isTranscribed(),
                state.isClosedToPublic(),
                name(state.chair()),
                name(room.clerk().orElse(null)),
                room.scrutineers().stream()
                        .map(seat -> shortName(seatName(seat)))
                        .toList(),
                quorum(),
                agenda,
                atHand,
                agenda.stream()
                        .filter(item -> item.state().equals("ahead"))
                        .findFirst()
                        .orElse(null),
                open,
                votes.reversed().stream()
                        .filter(vote -> !vote.isOpen())
                        .filter(vote -> atHand == null || vote.items().contains(atHand.number()))
                        .limit(6)
                        .toList(),
                room.freshResult()
                        .flatMap(id -> votes.stream()
                                .filter(vote -> vote.id().equals(id.value()))
                                .findFirst())
                        .orElse(null),
                votes,
                places(),
                overturned(),
                state.proposals().stream()
                        .map(proposal -> new Scene.Proposal(
                                proposal.position(),
                                said.of(Proposals.of(proposal.command())),
                                ProposalWords.of(proposal, state, said),
                                said.of(proposal.by()),
                                proposal.by().equals(actor)))
                        .toList());
    }

    /** Outcomes that a correction changed since they were counted. */
    private List<String> overturned() {
        var changed = new ArrayList<String>();
        for (var id : room.recounted()) {
            var vote = state.votes().get(id);
            var before = vote == null ? null : vote.outcome();
            if (vote == null || vote.isAnnulled() || (before != Outcome.CARRIED && before != Outcome.REJECTED)) {
                continue;
            }
            var after = room.count(vote).outcome();
            if (after != before) {
                changed.add(said.say(
                        "session.overturned",
                        vote.opened().subject(),
                        said.word("outcome", before),
                        said.word("outcome", after)));
            }
        }
        return changed;
    }

    private String name(@Nullable Participant participant) {
        return switch (participant) {
            case null -> said.say("nobody");
            case Participant.Named(var name) -> name;
            case Participant.OfSeat(var seat) -> {
                var delegate = state.delegateOf(seat);
                var name = seatName(seat);
                yield delegate == null ? name : delegate.name() + " (" + name + ")";
            }
        };
    }

    private String seatName(SeatId seat) {
        return nameOf(room, seat);
    }

    /** A seat's name, or its identifier where the roll does not have it. */
    static String nameOf(Room room, SeatId seat) {
        var enrolled = room.state().roll().get(seat);
        return enrolled == null ? seat.value() : enrolled.name();
    }

    // ---- quorum

    private Scene.Quorum quorum() {
        var items = state.itemAtHand().map(List::of).orElse(List.of());
        var found = Quorums.detail(state, items, Quorums.presence(state, state.recusedFor(items), java.util.Set.of()));
        var present = found.present();
        var required = found.required();
        var base = found.base();
        var seats = base == null ? votingSeats() : cells(base);
        var sentence = present == null
                ? said.say("quorum.notRecorded")
                : required == null
                        ? said.say("quorum.present", said.number(present))
                        : said.say(
                                "quorum.sentence",
                                said.number(present),
                                base == null ? seats : said.number(base),
                                said.number(required));
        var explanation = said.of(found.explain());
        var meter = new QuorumMeter(
                present == null ? 0 : cells(present),
                seats,
                required == null
                        ? null
                        : (Integer) required.setScale(0, RoundingMode.CEILING).intValue(),
                found.met(),
                new Caption(said.say("quorum"), sentence));
        return new Scene.Quorum(
                present == null ? null : (Integer) cells(present),
                seats,
                required == null ? null : said.number(required),
                found.met(),
                sentence,
                explanation,
                meter.bar(),
                meter.ring());
    }

    private static int cells(BigDecimal number) {
        return number.setScale(0, RoundingMode.FLOOR).intValue();
    }

    private int votingSeats() {
        return (int) state.roll().values().stream().filter(Seat::votes).count();
    }

    // ---- agenda

    private List<Scene.Item> agenda() {
        // When the session is over, so is its last item.
        var now =
                state.stage() == SessionStage.CLOSED ? null : state.itemAtHand().orElse(null);
        return state.agenda().stream()
                .map(item -> {
                    var how = room.concluded(item.number()).orElse(null);
                    var done = how != null
                            || (state.takenUp().contains(item.number())
                                    && !item.number().equals(now));
                    var itemState = item.number().equals(now) ? "now" : done ? "done" : "ahead";
                    return new Scene.Item(
                            item.number().value(),
                            item.title(),
                            itemState,
                            how == null ? null : said.word("conclusion", how),
                            (int) state.votes().values().stream()
                                    .filter(vote -> !vote.isAnnulled()
                                            && vote.opened().items().contains(item.number()))
                                    .count());
                })
                .toList();
    }

    // ---- votes

    private boolean seesChoices(VoteState vote) {
        var open = vote.isOpen()
                && now.state()
                        .vote(vote.opened().vote())
                        .filter(later -> later.isOpen())
                        .isPresent();
        return vote.opened().method() != Method.SECRET
                && sight.choices(vote.opened().method(), open);
    }

    private boolean seesParticipation(VoteState vote) {
        return sight.participation(vote.opened().method());
    }

    private Scene.Vote vote(VoteState vote) {
        var opened = vote.opened();
        var id = opened.vote();
        var zone = state.convened().zone();
        var live = !state.isTranscribed();
        var sees = seesChoices(vote);
        var counted = room.count(vote);
        var counts = vote.isOpen() && !sees
                ? null
                : opened.method() == Method.SECRET && vote.isOpen()
                        ? null
                        : counts(counted.found().heads());
        var outcome = vote.outcome();
        var openedAt = room.opened(id);
        var waiting = seesParticipation(vote) ? waiting(vote) : List.<String>of();
        var closedAt = room.closed(id);
        return new Scene.Vote(
                id.value(),
                opened.subject(),
                opened.method() == null ? said.say("method.notStated") : said.word("method", opened.method()),
                opened.method() == Method.SECRET,
                ruleWords(vote),
                vote.isAnnulled() ? "annulled" : vote.isOpen() ? "open" : "closed",
                live ? openedAt.map(m -> m.recordedAt().toString()).orElse(null) : null,
                openedAt.map(m -> Moments.label(m, zone, live, said)).orElse(null),
                closedAt.map(m -> Moments.label(m, zone, live, said)).orElse(null),
                vote.electorate().size(),
                vote.ballots().size()
                        + vote.secretVoters().size()
                        + vote.declined().size(),
                counts,
                waiting,
                inWords(waiting),
                opened.method() != Method.ELECTRONIC && opened.method() != Method.SECRET,
                opened.method() == Method.ROLL_CALL,
                state.votes().values().stream()
                        .anyMatch(other -> id.equals(other.opened().repeats())),
                outcome == null ? null : Words.of(outcome),
                outcome == null ? null : outcomeWord(vote, outcome, counted.found()),
                outcome == null ? null : said.of(counted.explain(state, vote)),
                vote.proclaimed() == null ? null : outcomeWord(vote, vote.proclaimed(), counted.found()),
                outcome == Outcome.CARRIED ? unanimity(counted) : null,
                opened.items().stream().map(ItemNumber::value).toList(),
                vote.contest() == null ? null : contest(vote, vote.contest(), counts == null ? null : counted.found()),
                called(vote));
    }

    private List<Scene.Called> called(VoteState vote) {
        return vote.isOpen() && vote.opened().method() == Method.ROLL_CALL
                ? vote.callingOrder().stream()
                        .map(seat -> new Scene.Called(seat.value(), shortName(seatName(seat))))
                        .toList()
                : List.of();
    }

    /** An election; its votes only where its counts may be seen. */
    private Scene.Contest contest(VoteState vote, VoteState.Contest contest, @Nullable Found seen) {
        var rule = contest.named().rule();
        var found = seen instanceof ElectionFound election ? election : null;
        var elected = found == null || vote.isOpen()
                ? List.<Poll>of()
                : found.elected().stream().map(ElectionFound.Elected::poll).toList();
        List<Scene.Standing> standing = found == null
                ? contest.named().standing().stream()
                        .map(one -> new Scene.Standing(one.id().value(), one.name(), null, false))
                        .toList()
                : found.polls().stream()
                        .map(poll -> new Scene.Standing(
                                poll.candidate().id().value(),
                                poll.candidate().name(),
                                poll.votes() == null ? null : said.number(poll.votes()),
                                elected.contains(poll)))
                        .toList();
        var closed = vote.isClosed() && !vote.isAnnulled() && vote.outcome() != Outcome.NO_QUORUM;
        var next = found == null || !closed ? null : found.next();
        var among = next instanceof ElectionFound.DrawLots draw ? draw.among() : List.<CandidateId>of();
        var followed = state.votes().values().stream()
                .anyMatch(later -> !later.isAnnulled()
                        && later.contest() != null
                        && vote.opened().vote().equals(later.contest().named().after()));
        return new Scene.Contest(
                contest.named().places(),
                rule.preferences(),
                rule.preferences() > 1,
                standing,
                standing.stream()
                        .filter(one -> among.contains(new CandidateId(one.id())))
                        .toList(),
                !followed && next instanceof ElectionFound.AnotherRound);
    }

    private String ruleWords(VoteState vote) {
        var contest = vote.contest();
        if (contest == null) {
            return RuleWords.of(vote.opened().majority(), said);
        }
        var threshold = contest.named().rule().round(contest.named().round()).threshold();
        var needed = threshold == null ? said.say("election.mostVotes") : RuleWords.of(threshold, said);
        return said.say(
                "election.rule",
                contest.named().places(),
                contest.named().rule().preferences(),
                needed);
    }

    /** An outcome in words; of an election, who is elected; of a stage that does not decide yet, how many there were. */
    private String outcomeWord(VoteState vote, Outcome outcome, Found found) {
        var staging = vote.ties().staging();
        if (staging != null && outcome == Outcome.CARRIED && !Boolean.TRUE.equals(staging.adopted(outcome))) {
            return said.say(
                    "outcome.stage",
                    staging.reached().size() + 1,
                    staging.stages().times());
        }
        if (outcome == Outcome.NO_QUORUM || !(found instanceof ElectionFound election)) {
            return said.word("outcome", outcome);
        }
        var names = election.elected().stream()
                .map(each -> each.poll().candidate().name())
                .collect(Collectors.joining(", "));
        var next = switch (election.next()) {
            case ElectionFound.Complete _ -> null;
            case ElectionFound.AnotherRound another -> said.say("election.anotherRound", another.places());
            case ElectionFound.DrawLots _ -> said.say("election.drawLots");
            case ElectionFound.Vacant vacant -> said.say("election.vacant", vacant.places());
            case ElectionFound.Unknown _ -> said.word("outcome", Outcome.UNDETERMINED);
        };
        var elected = names.isEmpty() ? said.say("election.nobody") : said.say("election.elected", names);
        return next == null ? elected : elected + " · " + next;
    }

    private @Nullable String unanimity(VoteCount counted) {
        var unanimity = counted.found().unanimity();
        if (!Boolean.TRUE.equals(unanimity.unanimous()) || unanimity.of() == null || unanimity.heads() == null) {
            return null;
        }
        return said.say("unanimous." + Words.of(unanimity.of()), unanimity.heads());
    }

    private static Scene.@Nullable Counts counts(@Nullable Tally heads) {
        return heads == null
                ? null
                : new Scene.Counts(
                        heads.inFavour().intValue(),
                        heads.against().intValue(),
                        heads.abstain().intValue(),
                        heads.blank().intValue(),
                        heads.invalid().intValue(),
                        heads.declined().intValue(),
                        heads.didNotVote().intValue());
    }

    private Map<String, List<Scene.Ballot>> ballots() {
        return state.votes().values().stream()
                .filter(this::seesChoices)
                .collect(Collectors.toMap(vote -> vote.opened().vote().value(), this::ballots));
    }

    private List<Scene.Ballot> ballots(VoteState vote) {
        var ballots = new ArrayList<Scene.Ballot>();
        for (var seat : state.roll().values()) {
            var sign = ballotSign(vote, seat.id(), true);
            if (sign != null && sign != Sign.WAITING) {
                ballots.add(
                        new Scene.Ballot(seat.id().value(), seat.name(), name(sign), said.say("sign." + name(sign))));
            }
        }
        return ballots;
    }

    private List<String> waiting(VoteState vote) {
        if (!vote.isOpen()) {
            return List.of();
        }
        return vote.callingOrder().stream()
                .filter(seat -> !vote.hasCast(seat) && !vote.declined().contains(seat))
                .map(seat -> shortName(seatName(seat)))
                .toList();
    }

    private String inWords(List<String> names) {
        return names.size() <= MOST_NAMES
                ? String.join(", ", names)
                : said.say(
                        "names.andOthers", String.join(", ", names.subList(0, MOST_NAMES)), names.size() - MOST_NAMES);
    }

    /** What stands on a seat in a vote; null where it has no part in it. */
    private @Nullable Sign ballotSign(VoteState vote, SeatId seat, boolean seesChoice) {
        var choice = vote.ballots().get(seat);
        if (choice != null) {
            return seesChoice ? signOf(choice) : Sign.VOTED;
        }
        if (vote.hasCast(seat)) {
            return Sign.VOTED;
        }
        if (vote.recused().contains(seat) || vote.declined().contains(seat)) {
            return Sign.OUT;
        }
        return vote.electorate().seats().contains(seat) ? Sign.WAITING : null;
    }

    private static Sign signOf(Choice choice) {
        return switch (choice) {
            case Choice.Stance.FOR -> Sign.FOR;
            case Choice.Stance.AGAINST -> Sign.AGAINST;
            case Choice.Stance.ABSTAIN -> Sign.ABSTAIN;
            case Choice.Stance.BLANK -> Sign.BLANK;
            case Choice.Stance.VOID -> Sign.VOID;
            case Choice.Preferences _ -> Sign.VOTED;
        };
    }

    private static String name(Sign sign) {
        return sign.name().toLowerCase(java.util.Locale.ROOT);
    }

    private String chart(Scene scene) {
        return state.openVote()
                .or(() -> room.freshResult().flatMap(state::vote))
                .map(this::chart)
                .orElseGet(() -> presenceChart(scene));
    }

    private String chart(VoteState vote) {
        var sees = seesChoices(vote);
        var sight = seesParticipation(vote);
        var places = state.roll().values().stream()
                .filter(Seat::votes)
                .map(seat -> {
                    var sign = sight ? ballotSign(vote, seat.id(), sees) : null;
                    var shown = sign == null ? (sight ? Sign.ABSENT : presence(seat.id())) : sign;
                    return new SeatChart.Place(
                            shown, shortName(seat.name()), seat.name() + ": " + said.say("sign." + name(shown)));
                })
                .toList();
        return new SeatChart(
                        places,
                        new Caption(
                                said.say("chart.title"),
                                said.say("chart.vote", vote.opened().subject())))
                .draw();
    }

    // ---- seats

    private Sign presence(SeatId seat) {
        if (state.proxies().containsKey(seat)) {
            return Sign.REPRESENTED;
        }
        return switch (state.attendance().of(seat)) {
            case ABSENT -> Sign.ABSENT;
            case UNKNOWN -> state.attendance().neverStated() ? Sign.ABSENT : Sign.UNKNOWN;
            case PRESENT ->
                state.attendance()
                        .find(seat)
                        .filter(how -> how.mode() == Mode.REMOTE)
                        .map(_ -> Sign.REMOTE)
                        .orElse(Sign.PRESENT);
        };
    }

    private List<Scene.Place> places() {
        var vote = state.openVote().orElse(null);
        var zone = state.convened().zone();
        var live = !state.isTranscribed();
        return state.roll().values().stream()
                .map(seat -> {
                    var id = seat.id();
                    var sign = presence(id);
                    var delegate = state.delegateOf(id);
                    var ballot =
                            vote != null && seesParticipation(vote) ? ballotSign(vote, id, seesChoices(vote)) : null;
                    var holder = state.proxies().get(id);
                    return new Scene.Place(
                            id.value(),
                            seat.number(),
                            seat.name(),
                            shortName(seat.name()),
                            delegate == null ? null : delegate.name(),
                            seat.votes(),
                            name(sign),
                            said.say("sign." + name(sign)),
                            room.arrived(id)
                                    .map(m -> Moments.label(m, zone, live, said))
                                    .orElse(null),
                            ballot == null ? null : name(ballot),
                            ballot == null ? null : said.say("sign." + name(ballot)),
                            holder == null ? null : seatName(holder));
                })
                .toList();
    }

    /** A seat's name without what all bodies of its kind begin with. */
    static String shortName(String name) {
        for (var prefix : List.of("Comune di ", "Comunità Montana ", "Municipality of ")) {
            if (name.startsWith(prefix)) {
                return name.substring(prefix.length());
            }
        }
        return name;
    }

    /** What people may be told of presence at once, without a vote. */
    private String presenceChart(Scene scene) {
        var signs = Map.of(
                "present", Sign.PRESENT,
                "remote", Sign.REMOTE,
                "absent", Sign.ABSENT,
                "represented", Sign.REPRESENTED,
                "unknown", Sign.UNKNOWN);
        var places = scene.places().stream()
                .filter(Scene.Place::votes)
                .map(place -> new SeatChart.Place(
                        Objects.requireNonNull(signs.get(place.presence())),
                        place.shortName(),
                        place.name() + ": " + place.presenceWord()))
                .toList();
        return new SeatChart(
                        places,
                        new Caption(said.say("chart.title"), scene.quorum().sentence()))
                .draw();
    }
}
