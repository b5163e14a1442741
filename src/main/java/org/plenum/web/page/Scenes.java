package org.plenum.web.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.Quorums;
import org.plenum.decision.SessionState;
import org.plenum.decision.VoteState;
import org.plenum.document.picture.Caption;
import org.plenum.document.picture.QuorumMeter;
import org.plenum.projection.sight.Sight;
import org.plenum.projection.wording.Proposals;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.Participant;
import org.plenum.vocabulary.Seat;
import org.plenum.vocabulary.SessionStage;
import org.plenum.web.security.Person;
import org.plenum.web.security.Visibility;

/** Makes scenes of rooms. */
final class Scenes {
    private final Look look;
    private final Room room;
    private final SessionState state;
    private final Said said;
    private final VoteScenes votes;
    private final SeatSigns signs;

    private Scenes(Look look) {
        this.look = look;
        this.room = look.room();
        this.state = look.state();
        this.said = look.said();
        this.votes = new VoteScenes(look);
        this.signs = new SeatSigns(look);
    }

    /** How much somebody may see of a session. */
    static Sight sight(Room room, Person person) {
        return Visibility.sight(
                person, room.state().convened().assembly(), room.state().rules().runningChoices());
    }

    /** What somebody sees of a session, in their language. */
    static Scene of(Room room, Person person, Said said) {
        var kind = Kind.of(room, person, said);
        return room.made(kind, same -> new Scenes(kind.look(same, said)).scene());
    }

    /** The picture of the seats: what they did in the vote that is open or just closed, or who is there. */
    static String chart(Room room, Person person, Said said) {
        var kind = Kind.of(room, person, said);
        return room.made(new Chart(kind), same -> new SeatPicture(kind.look(same, said)).draw(of(same, person, said)));
    }

    /** What each seat did, by vote; nothing of votes whose choices this person may not see. */
    static Map<String, List<Scene.Ballot>> ballots(Room room, Person person, Said said) {
        var kind = Kind.of(room, person, said);
        return new VoteScenes(kind.look(room, said)).ballots();
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

        Look look(Room room, Said said) {
            return new Look(room, sight, proposer, said, room);
        }
    }

    private record Chart(Kind kind) {}

    private record Pages(Kind kind) {}

    /** What somebody sees of an earlier state of a session: what is over by now may be seen. */
    static Scene then(Room room, Person person, Said said, Room now) {
        return new Scenes(new Look(room, sight(room, person), person.actor(), said, now)).scene();
    }

    private Scene scene() {
        var convened = state.convened();
        var agenda = agenda();
        var told = state.votes().values().stream().map(votes::vote).toList();
        var open = state.openVote().map(votes::vote).orElse(null);
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
                room.scrutineers().stream().map(look::shortNameOf).toList(),
                quorum(),
                agenda,
                atHand,
                agenda.stream()
                        .filter(item -> item.state().equals("ahead"))
                        .findFirst()
                        .orElse(null),
                open,
                told.reversed().stream()
                        .filter(vote -> !vote.isOpen())
                        .filter(vote -> atHand == null || vote.items().contains(atHand.number()))
                        .limit(6)
                        .toList(),
                room.freshResult()
                        .flatMap(id -> told.stream()
                                .filter(vote -> vote.id().equals(id.value()))
                                .findFirst())
                        .orElse(null),
                told,
                places(),
                overturned(),
                state.proposals().stream()
                        .map(proposal -> new Scene.Proposal(
                                proposal.position(),
                                said.of(Proposals.of(proposal.command())),
                                ProposalWords.of(proposal, state, said),
                                said.of(proposal.by()),
                                proposal.by().equals(look.actor())))
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
                var name = look.nameOf(seat);
                yield delegate == null ? name : delegate.name() + " (" + name + ")";
            }
        };
    }

    private Scene.Quorum quorum() {
        var items = state.itemAtHand().map(List::of).orElse(List.of());
        var found = Quorums.detail(state, items, Quorums.presence(state, state.recusedFor(items), Set.of()));
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

    private List<Scene.Place> places() {
        var vote = state.openVote().filter(look::seesParticipation).orElse(null);
        return state.roll().values().stream().map(seat -> place(seat, vote)).toList();
    }

    private Scene.Place place(Seat seat, @Nullable VoteState vote) {
        var id = seat.id();
        var sign = signs.presence(id);
        var delegate = state.delegateOf(id);
        var ballot = vote == null ? null : signs.cast(vote, id, look.seesChoices(vote));
        var holder = state.proxies().get(id);
        return new Scene.Place(
                id.value(),
                seat.number(),
                seat.name(),
                SeatNames.shortened(seat.name()),
                delegate == null ? null : delegate.name(),
                seat.votes(),
                SeatSigns.word(sign),
                said.say("sign." + SeatSigns.word(sign)),
                room.arrived(id)
                        .map(moment -> Moments.label(moment, state.convened().zone(), !state.isTranscribed(), said))
                        .orElse(null),
                ballot == null ? null : SeatSigns.word(ballot),
                ballot == null ? null : said.say("sign." + SeatSigns.word(ballot)),
                holder == null ? null : look.nameOf(holder));
    }
}
