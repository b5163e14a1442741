package org.plenum.projection.results;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.Latest;
import org.plenum.decision.Quorums;
import org.plenum.decision.SessionState;
import org.plenum.decision.StandingBallots.Ballot;
import org.plenum.decision.VoteCount;
import org.plenum.decision.VoteState;
import org.plenum.decision.counting.ElectionFound;
import org.plenum.decision.counting.Electorate;
import org.plenum.decision.counting.Found;
import org.plenum.decision.counting.Presence;
import org.plenum.decision.counting.Unanimity;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent.LotDrawn;
import org.plenum.projection.Moment;
import org.plenum.projection.PlacedFinding;
import org.plenum.projection.results.VoteResult.Annulment;
import org.plenum.projection.results.VoteResult.Attendants;
import org.plenum.projection.results.VoteResult.Contest;
import org.plenum.projection.results.VoteResult.Counted;
import org.plenum.projection.results.VoteResult.DrawnLot;
import org.plenum.projection.results.VoteResult.Proclamation;
import org.plenum.projection.results.VoteResult.Proxy;
import org.plenum.projection.results.VoteResult.Undrawn;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.Finding;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.SeatId;

/** One vote followed along: what its state forgets (moments, who was there at its closing) is kept here. */
final class VoteTrack {
    private record Drawn(Moment moment, LotDrawn lot, Actor by) {}

    private final Latest<Attendants> there;
    private final Moment opened;
    private final Attendants atOpening;
    private final List<PlacedFinding> findings = new ArrayList<>();
    private @Nullable Moment closed;
    private @Nullable Attendants atClosing;
    private @Nullable VoteCount asClosed;
    private @Nullable Found standing;
    private @Nullable Annulment annulled;
    private @Nullable Moment proclaimed;
    private final List<Drawn> lots = new ArrayList<>();
    private @Nullable VoteResult view;

    VoteTrack(SessionState state, VoteState vote, Recorded<?> recorded, Latest<Attendants> there) {
        this.there = there;
        opened = Moment.of(recorded);
        atOpening = there.of(attendants(state, vote.presenceAtOpening()));
    }

    /** Something about the vote has changed; its view is to be made anew. */
    void touched() {
        view = null;
    }

    void found(long position, List<Finding> more) {
        more.forEach(finding -> findings.add(new PlacedFinding(position, finding)));
        touched();
    }

    void closed(SessionState state, Recorded<?> recorded, VoteCount count) {
        closed = Moment.of(recorded);
        atClosing = there.of(attendants(state, Quorums.presence(state, Set.of(), Set.of())));
        asClosed = count;
        standing = count.found();
        touched();
    }

    void proclaimed(Moment moment) {
        // A correction changes what was proclaimed, not when.
        proclaimed = proclaimed == null ? moment : proclaimed;
        touched();
    }

    private @Nullable Proclamation proclamation(VoteState vote) {
        var outcome = vote.proclaimed();
        return outcome == null || proclaimed == null ? null : new Proclamation(proclaimed, outcome);
    }

    void annulled(Annulment annulment) {
        annulled = annulment;
        touched();
    }

    /** Ballots or numbers were put right: if it was closed, it is counted again. */
    void recount(SessionState state, VoteState vote) {
        if (asClosed != null) {
            standing = VoteCount.found(state, vote);
        }
        touched();
    }

    /** A lot was drawn: what was undecided at closing is decided, and nothing was put right. */
    void drawn(SessionState state, VoteState vote, LotDrawn lot, Recorded<?> recorded) {
        if (asClosed != null) {
            var found = VoteCount.found(state, vote);
            asClosed = asClosed.with(found);
            standing = found;
        }
        lots.add(new Drawn(Moment.of(recorded), lot, recorded.actor()));
        touched();
    }

    private List<DrawnLot> lots(SessionState state, VoteState vote) {
        var drawn = new ArrayList<DrawnLot>(lots.size());
        for (var each : lots) {
            var found = VoteCount.found(state, vote, drawn.size());
            var before = new Undrawn(
                    found instanceof ElectionFound election ? election : null,
                    counted(found, asClosed),
                    asClosed == null ? null : asClosed.with(found).explain(state, vote));
            drawn.add(new DrawnLot(each.moment(), each.lot().drawn(), each.lot().by(), each.by(), before));
        }
        return drawn;
    }

    private @Nullable Contest contest(SessionState state, VoteState vote, Found found) {
        var contest = vote.contest();
        if (contest == null) {
            return null;
        }
        // An urn that is not emptied yet tells nothing.
        var known = (asClosed != null || !vote.isSecret()) && found instanceof ElectionFound election ? election : null;
        return new Contest(contest.named(), known, vote.declaredVotes(), lots(state, vote));
    }

    VoteResult view(SessionState state, VoteState vote) {
        var known = view;
        if (known == null) {
            known = make(state, vote);
            view = known;
        }
        return known;
    }

    private VoteResult make(SessionState state, VoteState vote) {
        var count = asClosed;
        var found = standing == null ? VoteCount.found(state, vote) : standing;
        var heads = found.heads();
        var voted = voted(vote);
        return new VoteResult(
                vote.opened(),
                opened,
                closed,
                annulled,
                atOpening,
                atClosing,
                heads == null
                        ? vote.electorate().size()
                        : (Integer) heads.electorate().intValueExact(),
                vote.electorate().seats(),
                count == null && vote.isSecret() ? Counted.NOT_YET : counted(found, count),
                copy(vote.recused()),
                copy(vote.declined()),
                ballots(vote),
                voted,
                voted.size(),
                count == null ? null : count.with(found).explain(state, vote),
                count == null ? null : Quorums.asFound(count.quorum()),
                count == null || found.equals(count.found()) ? null : counted(count.found(), count),
                proclamation(vote),
                vote.declared(),
                contest(state, vote, found),
                vote.ties(),
                List.copyOf(findings));
    }

    private static Counted counted(Found found, @Nullable VoteCount asClosed) {
        var outcome = asClosed == null ? null : found.outcome(asClosed.held());
        return new Counted(
                found.heads(),
                found.weight(),
                found.population(),
                outcome,
                outcome == null ? null : unanimity(found, outcome));
    }

    /** Only what is carried can be unanimous. */
    private static Unanimity unanimity(Found found, Outcome outcome) {
        return switch (outcome) {
            case CARRIED -> found.unanimity();
            case REJECTED, NO_QUORUM -> new Unanimity(Boolean.FALSE, null, null);
            case UNDETERMINED -> {
                var agreed = found.unanimity();
                yield Boolean.FALSE.equals(agreed.unanimous()) ? agreed : new Unanimity(null, null, null);
            }
        };
    }

    private static @Nullable List<Ballot> ballots(VoteState vote) {
        var nameless = vote.rest() != null || VoteCount.isByNumbers(vote);
        if (vote.isSecret() || (nameless && vote.ballots().isEmpty())) {
            return null;
        }
        return vote.ballots().snapshot().inOrder();
    }

    private static Set<SeatId> voted(VoteState vote) {
        if (vote.secretVoters().isEmpty()) {
            return Collections.unmodifiableSet(vote.ballots().snapshot().keySet());
        }
        var voted = new LinkedHashSet<>(vote.ballots().keySet());
        voted.addAll(vote.secretVoters());
        return Collections.unmodifiableSet(voted);
    }

    private static Attendants attendants(SessionState state, Presence presence) {
        var there = Electorate.of(state.countingRoll(), presence.ofThoseThere());
        var proxies = new ArrayList<Proxy>();
        state.proxies().forEach((from, to) -> {
            if (state.countingRoll().votes(from)) {
                proxies.add(new Proxy(from, to));
            }
        });
        return new Attendants(
                there.size(),
                there.unnamed().atMost() == 0 ? there.seats() : null,
                there.unnamed().atMost() == 0 ? Set.of() : there.unnamed().among(),
                List.copyOf(proxies));
    }

    private static Set<SeatId> copy(Set<SeatId> seats) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(seats));
    }
}
