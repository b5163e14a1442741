package org.plenum.decision.counting;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.SeatId;

/**
 * A count without a session, to try rules on a roll.
 *
 * @param kind the kind of the item, null where none is meant
 * @param majority the vote's own rule, null for the usual one
 * @param ballots null where only the quorum is asked for
 * @param chair the seat that presides, null where none does
 */
public record Trial(
        RulesOfProcedure rules,
        Roll roll,
        int call,
        @Nullable String kind,
        Presence presence,
        @Nullable Rule majority,
        @Nullable Map<SeatId, Choice.Stance> ballots,
        @Nullable SeatId chair) {

    /**
     * What it comes to.
     *
     * @param majority null where only the quorum was asked for
     * @param outcome null where only the quorum was asked for
     */
    public record Found(
            QuorumFound quorum,
            Electorate electorate,
            @Nullable MajorityFound majority,
            @Nullable Outcome outcome,
            Bilingual explanation) {}

    /** Counts it. Every ballot and declaration must be of a seat of the electorate. */
    public Found found() {
        var quorum = Quorum.of(rules, roll, call, kind).found(presence);
        var electorate = Electorate.of(roll, presence);
        if (ballots == null) {
            return new Found(quorum, electorate, null, null, quorum.explain());
        }
        var counted = Majority.of(rules, majority, roll).found(electorate.seats(), ballots, presence.declined(), chair);
        return rules.exemptFromQuorum(kind)
                ? new Found(quorum, electorate, counted, counted.outcome(), counted.explain())
                : new Found(quorum, electorate, counted, counted.outcome(quorum.met()), counted.explain(quorum));
    }
}
