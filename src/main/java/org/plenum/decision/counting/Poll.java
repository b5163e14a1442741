package org.plenum.decision.counting;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Candidate;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.Tally;

/**
 * What one candidate polled in one round.
 *
 * @param totals the ballots that prefer the candidate, in each measure
 * @param all the ballots of the whole round; those that prefer somebody count as for
 */
public record Poll(Election election, Candidate candidate, Totals totals, Counts all) {
    /** The votes by which candidates are compared, null where not known. */
    public @Nullable BigDecimal votes() {
        return totals.in(election.rule().by());
    }

    /** Whether the round's threshold is reached, null where not known. Nobody is elected without a vote. */
    public @Nullable Boolean reachesThreshold() {
        var threshold = election.rule().round(election.round()).threshold();
        if (totals.heads().signum() == 0) {
            return Boolean.FALSE;
        }
        return threshold == null ? Boolean.TRUE : againstThreshold().holds(threshold);
    }

    /** The candidate's votes held against the threshold: who prefers somebody else is against. */
    Case againstThreshold() {
        var threshold = Objects.requireNonNullElse(
                election.rule().round(election.round()).threshold(), RulesOfProcedure.USUAL_MAJORITY);
        var heads = Objects.requireNonNull(tally(Measure.HEADS));
        return new Case(
                new Majority(threshold, election.rules(), election.roll()),
                new Counts(heads, tally(Measure.WEIGHT), tally(Measure.POPULATION)),
                Tie.NO_MATTER);
    }

    private @Nullable Tally tally(Measure measure) {
        var own = totals.in(measure);
        var round = all.in(measure);
        return own == null || round == null
                ? null
                : new Tally(
                        own,
                        round.inFavour().subtract(own),
                        round.abstain(),
                        round.blank(),
                        round.invalid(),
                        round.declined(),
                        round.didNotVote());
    }
}
