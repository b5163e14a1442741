package org.plenum.decision;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.plenum.command.Refusal;
import org.plenum.command.Refusal.WouldReveal.Leak;
import org.plenum.decision.counting.Electorate;
import org.plenum.decision.counting.VotingRight;
import org.plenum.vocabulary.ChoiceCount;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.VoteId;
import org.plenum.vocabulary.Words;

/** What a secret vote cannot be combined with, because the result would tell how somebody voted. */
final class Secrecy {
    private Secrecy() {}

    static void check(SessionState state, VoteId vote, Electorate electorate, Set<Measure> measures, Ruling ruling) {
        ruling.forbid(differ(state, electorate, measures), () -> new Refusal.WouldReveal(vote, Leak.UNEQUAL_SEATS))
                .forbid(state.rules().ballotChange(), () -> new Refusal.WouldReveal(vote, Leak.BALLOT_CHANGE));
    }

    private static boolean differ(SessionState state, Electorate electorate, Set<Measure> measures) {
        var rights = electorate.seats().stream()
                .map(seat -> Objects.requireNonNull(state.countingRoll().right(seat)))
                .toList();
        var weights = rights.stream().map(VotingRight::weight).distinct().count();
        var populations =
                rights.stream().map(VotingRight::population).distinct().count();
        return weights > 1 || (measures.contains(Measure.POPULATION) && populations > 1);
    }

    /** The urn's contents in an order that does not depend on how they came in. */
    static List<ChoiceCount> inOrder(List<ChoiceCount> urn) {
        return urn.stream()
                .sorted(Comparator.comparing(one -> Words.of(one.choice())))
                .toList();
    }
}
