package org.plenum.decision.counting;

import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.SeatId;

/** The presence that a session needs to deliberate, at one call and for one kind of item. */
public record Quorum(Rule rule, RulesOfProcedure rules, Roll roll, Totals base) {
    /**
     * The quorum that rules ask for.
     *
     * @param kind the kind of item ("budget"), or null for the session as such
     */
    public static Quorum of(RulesOfProcedure rules, Roll roll, int call, @Nullable String kind) {
        var outOfBase = rules.outOfBase();
        var base = outOfBase.isEmpty()
                ? roll.totals()
                : roll.totals((VotingRight right) -> right.office() == null || !outOfBase.contains(right.office()));
        return new Quorum(rules.quorumFor(call, kind), rules, roll, base);
    }

    /** What this presence comes to against it. Linear in the seats of the roll. */
    public QuorumFound found(Presence presence) {
        var counted = Totals.NONE;
        for (var seat : roll.seats()) {
            if (counts(seat, presence)) {
                var right = roll.right(seat);
                counted = right == null ? counted : counted.plus(Totals.of(right));
            }
        }
        var unnamed = presence.unnamed().excluding(seat -> leftOut(seat, presence));
        if (unnamed.atMost() == 0) {
            return new QuorumFound(this, counted, counted);
        }
        var extremes = new Extremes(roll, unnamed.among());
        return new QuorumFound(
                this, counted.plus(extremes.least(unnamed.atLeast())), counted.plus(extremes.most(unnamed.atMost())));
    }

    /** Whether a seat counts as present for it. */
    public boolean counts(SeatId seat, Presence presence) {
        var settings = rules.quorumCounts();
        var there = presence.inPerson().contains(seat)
                || (settings.remote() && presence.remote().contains(seat))
                || (settings.proxied() && presence.represented().contains(seat));
        return there && !leftOut(seat, presence);
    }

    private boolean leftOut(SeatId seat, Presence presence) {
        var right = roll.right(seat);
        var settings = rules.quorumCounts();
        return right == null
                || (right.office() != null && rules.outOfPresence().contains(right.office()))
                || (!settings.recused() && presence.recused().contains(seat))
                || (!settings.declined() && presence.declined().contains(seat));
    }
}
