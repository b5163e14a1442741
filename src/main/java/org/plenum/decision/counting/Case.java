package org.plenum.decision.counting;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Fraction;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.Tally;

/**
 * One count held against a majority.
 *
 * @param tie what a tie means, such as that the chair decides it
 */
public record Case(Majority majority, Counts counts, Tie tie) {
    /** Carried or rejected; undetermined where the rule asks for a weight or a population that is not known. */
    public Outcome outcome() {
        if (counts.heads().inFavour().signum() == 0) {
            return Outcome.REJECTED;
        }
        var holds = holds(majority.rule());
        return holds == null ? Outcome.UNDETERMINED : holds ? Outcome.CARRIED : Outcome.REJECTED;
    }

    /** The measure that {@link #reached} and {@link #required} are in: heads where the rule has several. */
    public Measure by() {
        return Least.measure(majority.rule());
    }

    /** How much is for, null where not known in the rule's measure. */
    public @Nullable BigDecimal reached() {
        var tally = counts.in(by());
        return tally == null ? null : tally.inFavour();
    }

    /** The least for that carries it, null where the rule has no single number. */
    public @Nullable BigDecimal required() {
        return required(majority.rule());
    }

    /** Whether one rule of it holds, null where not known. */
    @Nullable Boolean holds(Rule rule) {
        return switch (rule) {
            case Rule.AllOf all -> Truth.all(all.rules(), this::holds);
            case Rule.AnyOf any -> Truth.any(any.rules(), this::holds);
            case Rule.Share share -> holds(share);
            case Rule.Fixed fixed -> heads(counts.heads().inFavour(), fixed.atLeast()) >= 0;
            case Rule.MoreForThanAgainst _ ->
                counts.heads().inFavour().compareTo(counts.heads().against()) > 0
                        || (chairFor() && tied(counts.heads()));
            case Rule.FewerNotFor fewer -> heads(notFor(), fewer.than()) < 0;
        };
    }

    private boolean chairFor() {
        return tie == Tie.CHAIR_FOR;
    }

    /** Whether a clause holds only because the chair's vote decides a tie. */
    boolean decidedByChair(Rule clause) {
        if (!chairFor()) {
            return false;
        }
        var alone = new Case(majority, counts, Tie.NOT_CARRIED).holds(clause);
        return Boolean.FALSE.equals(alone) && Boolean.TRUE.equals(holds(clause));
    }

    /** The least for that fulfils one rule of it, null where it has no single number. */
    @Nullable BigDecimal required(Rule rule) {
        return switch (rule) {
            case Rule.AllOf all -> Least.all(all, this::required);
            case Rule.AnyOf any -> Least.any(any, this::required);
            case Rule.Share share -> {
                var base = base(share);
                yield base == null
                        ? null
                        : share.threshold()
                                .leastShare(
                                        base,
                                        share.test() == Rule.Test.EXCEEDED,
                                        majority.roll().scale(share.by()));
            }
            case Rule.Fixed fixed -> BigDecimal.valueOf(fixed.atLeast());
            case Rule.MoreForThanAgainst _ -> counts.heads().against().add(BigDecimal.ONE);
            case Rule.FewerNotFor fewer ->
                majority.roll()
                        .totals()
                        .heads()
                        .subtract(BigDecimal.valueOf(fewer.than() - 1L))
                        .max(BigDecimal.ONE);
        };
    }

    /** What a clause is a share of, null where not known. */
    @Nullable BigDecimal base(Rule.Share share) {
        var tally = counts.in(share.by());
        return switch (share.base()) {
            case SEATS -> majority.roll().totals().in(share.by());
            case EXPRESSED -> tally == null ? null : tally.expressed();
            case PARTICIPATING -> tally == null ? null : participating(tally);
            case PRESENT -> tally == null ? null : tally.electorate();
        };
    }

    /** The voting seats of the roll that are not for. */
    BigDecimal notFor() {
        return majority.roll().totals().heads().subtract(counts.heads().inFavour());
    }

    /** Whether as much is for as against. */
    static boolean tied(@Nullable Tally tally) {
        return tally != null && tally.inFavour().compareTo(tally.against()) == 0;
    }

    private BigDecimal participating(Tally tally) {
        return majority.rules().blankAndVoidCount()
                ? tally.ballots()
                : tally.expressed().add(tally.abstain());
    }

    private @Nullable Boolean holds(Rule.Share share) {
        var base = base(share);
        var tally = counts.in(share.by());
        if (base == null || tally == null) {
            return null;
        }
        if (tally.inFavour().signum() == 0) {
            return Boolean.FALSE;
        }
        var sign = share.threshold().compareShare(tally.inFavour(), base);
        var halved = share.threshold().equals(Fraction.HALF) && tied(tally);
        // The chair decides between two equal sides; it cannot stand in for members who are not there.
        var chairDecides = sign == 0 || share.base() != Rule.Base.SEATS;
        return switch (share.test()) {
            case EXCEEDED -> sign > 0 || (chairFor() && halved && chairDecides);
            // A tie reaches one half, and yet a tie is not carried.
            case REACHED ->
                sign == 0
                        ? chairFor() || !halved || !tiedThroughout()
                        : sign > 0 || (chairFor() && halved && chairDecides);
        };
    }

    /** Whether it is a question, and a tie in every measure that the whole rule counts by. */
    private boolean tiedThroughout() {
        return tie == Tie.NOT_CARRIED
                && majority.rule().measures().stream().allMatch(measure -> tied(counts.in(measure)));
    }

    private static int heads(BigDecimal heads, int number) {
        return heads.compareTo(BigDecimal.valueOf(number));
    }
}
