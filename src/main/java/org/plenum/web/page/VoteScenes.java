package org.plenum.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.SessionState;
import org.plenum.decision.VoteCount;
import org.plenum.decision.VoteState;
import org.plenum.decision.counting.ElectionFound;
import org.plenum.decision.counting.Found;
import org.plenum.decision.counting.Poll;
import org.plenum.document.picture.Sign;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.Method;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.Tally;
import org.plenum.vocabulary.Words;

/** Tells votes as somebody sees them: how far each has come, what it needs, what became of it. */
final class VoteScenes {
    private static final int MOST_NAMES = 12;

    private final Look look;
    private final Room room;
    private final SessionState state;
    private final Said said;
    private final SeatSigns signs;

    VoteScenes(Look look) {
        this.look = look;
        this.room = look.room();
        this.state = look.state();
        this.said = look.said();
        this.signs = new SeatSigns(look);
    }

    /** One vote. */
    Scene.Vote vote(VoteState vote) {
        var opened = vote.opened();
        var id = opened.vote();
        var zone = state.convened().zone();
        var live = !state.isTranscribed();
        var sees = look.seesChoices(vote);
        var counted = room.count(vote);
        var counts = vote.isOpen() && !sees ? null : counts(counted.found().heads());
        var outcome = vote.outcome();
        var openedAt = room.opened(id);
        var waiting = look.seesParticipation(vote) ? waiting(vote) : List.<String>of();
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
                        .map(seat -> new Scene.Called(seat.value(), look.shortNameOf(seat)))
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

    /** What each seat did, by vote; nothing of votes whose choices they may not see. */
    Map<String, List<Scene.Ballot>> ballots() {
        return state.votes().values().stream()
                .filter(look::seesChoices)
                .collect(Collectors.toMap(vote -> vote.opened().vote().value(), this::ballots));
    }

    private List<Scene.Ballot> ballots(VoteState vote) {
        var ballots = new ArrayList<Scene.Ballot>();
        for (var seat : state.roll().values()) {
            var sign = signs.cast(vote, seat.id(), true);
            if (sign != null && sign != Sign.WAITING) {
                ballots.add(new Scene.Ballot(
                        seat.id().value(),
                        seat.name(),
                        SeatSigns.word(sign),
                        said.say("sign." + SeatSigns.word(sign))));
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
                .map(look::shortNameOf)
                .toList();
    }

    private String inWords(List<String> names) {
        return names.size() <= MOST_NAMES
                ? String.join(", ", names)
                : said.say(
                        "names.andOthers", String.join(", ", names.subList(0, MOST_NAMES)), names.size() - MOST_NAMES);
    }
}
