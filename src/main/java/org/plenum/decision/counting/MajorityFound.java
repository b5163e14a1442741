package org.plenum.decision.counting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.Tally;

/**
 * Ballots held against a majority, in every case that what is known admits: one case where everything is known.
 */
public record MajorityFound(List<Case> cases) implements Found {
    /** Throws an exception if there is no case at all. */
    public MajorityFound {
        cases = List.copyOf(cases);
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("no case");
        }
    }

    /** Carried or rejected if every case agrees, else undetermined. The quorum is not looked at here. */
    @Override
    public Outcome outcome() {
        var outcome = common(Case::outcome);
        return outcome == null ? Outcome.UNDETERMINED : outcome;
    }

    /** The count in heads, null where it is not certain. */
    @Override
    public @Nullable Tally heads() {
        return common(one -> one.counts().heads());
    }

    /** The count by weight, null where it is not certain. */
    @Override
    public @Nullable Tally weight() {
        return common(one -> one.counts().weight());
    }

    /** The count by population, null where it is not certain or a population is not known. */
    @Override
    public @Nullable Tally population() {
        return common(one -> one.counts().population());
    }

    /** How much is for in the rule's measure (heads where it has several), null where not certain. */
    public @Nullable BigDecimal reached() {
        return common(Case::reached);
    }

    /** The least for that carries it, null where not certain or where the rule has no single number. */
    public @Nullable BigDecimal required() {
        return common(Case::required);
    }

    /** Whether everybody agreed, of whom and of how many. Only a carried question can be unanimous. */
    @Override
    public Unanimity unanimity() {
        if (outcome() == Outcome.REJECTED) {
            return Unanimity.NO;
        }
        var agreed = common(one -> Unanimity.of(one).unanimous());
        if (agreed == null || !agreed) {
            return agreed == null ? Unanimity.UNKNOWN : Unanimity.NO;
        }
        return new Unanimity(
                Boolean.TRUE,
                common(one -> Unanimity.of(one).of()),
                common(one -> Unanimity.of(one).heads()));
    }

    /** What was needed, what was reached and by which rule, in one sentence. */
    @Override
    public Bilingual explain() {
        return Sentences.of(this);
    }

    private <T> @Nullable T common(Function<Case, @Nullable T> value) {
        var first = value.apply(cases.getFirst());
        return cases.stream().allMatch(one -> Objects.equals(value.apply(one), first)) ? first : null;
    }
}
