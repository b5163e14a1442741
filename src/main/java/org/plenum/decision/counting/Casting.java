package org.plenum.decision.counting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.RulesOfProcedure;

/** Whether a tie may be decided by the chair's own vote for the question. */
final class Casting {
    private Casting() {}

    /**
     * Every possible answer.
     *
     * @param own how the chair voted, null where it did not or nobody knows
     * @param unknown whether the chair may have voted for without anybody knowing
     */
    static List<Boolean> of(RulesOfProcedure rules, Choice.@Nullable Stance own, boolean unknown) {
        if (!rules.castingVote()) {
            return List.of(Boolean.FALSE);
        }
        return unknown ? List.of(Boolean.FALSE, Boolean.TRUE) : List.of(own == Choice.Stance.FOR);
    }
}
