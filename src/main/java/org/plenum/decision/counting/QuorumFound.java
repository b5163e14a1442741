package org.plenum.decision.counting;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.Rule;

/**
 * A presence held against a quorum.
 *
 * @param atLeast what is certainly present
 * @param atMost what may be present at most; the same where presence is certain
 */
public record QuorumFound(Quorum quorum, Totals atLeast, Totals atMost) {
    /** The rule that was applied. */
    public Rule rule() {
        return quorum.rule();
    }

    /** The measure that {@link #present}, {@link #required} and {@link #base} are in: heads where the rule has several. */
    public Measure by() {
        return Least.measure(rule());
    }

    /** What is present, null where that is not certain. */
    public @Nullable BigDecimal present() {
        var least = atLeast.in(by());
        var most = atMost.in(by());
        return least == null || most == null || least.compareTo(most) != 0 ? null : least;
    }

    /** What the seats counted in the base come to, null where their population is not known. */
    public @Nullable BigDecimal base() {
        return quorum.base().in(by());
    }

    /** The least that meets it, null where the rule has no single number. */
    public @Nullable BigDecimal required() {
        return required(rule());
    }

    /** Whether it is met, null where presence is not certain enough to tell. */
    public @Nullable Boolean met() {
        return met(rule());
    }

    /** What was present, what was needed and by which rule, in one sentence. */
    public Bilingual explain() {
        return Sentences.of(this);
    }

    /** Whether one rule of it is met. */
    @Nullable Boolean met(Rule rule) {
        return switch (rule) {
            case Rule.AllOf all -> Truth.all(all.rules(), this::met);
            case Rule.AnyOf any -> Truth.any(any.rules(), this::met);
            case Rule.Share _, Rule.Fixed _ -> reached(rule);
            case Rule.MoreForThanAgainst _, Rule.FewerNotFor _ -> throw notAQuorum(rule);
        };
    }

    /** The least that meets one rule of it. */
    @Nullable BigDecimal required(Rule rule) {
        return switch (rule) {
            case Rule.AllOf all -> Least.all(all, this::required);
            case Rule.AnyOf any -> Least.any(any, this::required);
            case Rule.Fixed fixed -> BigDecimal.valueOf(fixed.atLeast());
            case Rule.Share share -> {
                var base = quorum.base().in(share.by());
                yield base == null
                        ? null
                        : share.threshold()
                                .leastShare(
                                        base,
                                        share.test() == Rule.Test.EXCEEDED,
                                        quorum.roll().scale(share.by()));
            }
            case Rule.MoreForThanAgainst _, Rule.FewerNotFor _ -> throw notAQuorum(rule);
        };
    }

    private @Nullable Boolean reached(Rule clause) {
        var measure = Least.measure(clause);
        var required = required(clause);
        var least = atLeast.in(measure);
        var most = atMost.in(measure);
        if (required == null) {
            return null;
        }
        if (least != null && least.compareTo(required) >= 0) {
            return Boolean.TRUE;
        }
        var cannot = most != null && most.compareTo(required) < 0;
        return cannot ? Boolean.FALSE : null;
    }

    private static IllegalStateException notAQuorum(Rule rule) {
        return new IllegalStateException("not a rule of presence: " + rule);
    }
}
