package org.plenum.decision.counting;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Decimals;
import org.plenum.vocabulary.Measure;

/** How much some seats come to, in each measure; the population is null where that of a seat among them is unknown. */
public record Totals(
        BigDecimal heads, BigDecimal weight, @Nullable BigDecimal population) {
    /** Keeps each number in its plain form. */
    public Totals {
        heads = Decimals.plain(heads);
        weight = Decimals.plain(weight);
        population = population == null ? null : Decimals.plain(population);
    }

    /** No seat at all. */
    public static final Totals NONE = new Totals(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /** What one seat comes to. */
    public static Totals of(VotingRight right) {
        var population = right.population();
        return new Totals(BigDecimal.ONE, right.weight(), population == null ? null : BigDecimal.valueOf(population));
    }

    /** With other seats added. */
    public Totals plus(Totals other) {
        return new Totals(
                heads.add(other.heads),
                weight.add(other.weight),
                population == null || other.population == null ? null : population.add(other.population));
    }

    /** The total in one measure, null where unknown. */
    public @Nullable BigDecimal in(Measure measure) {
        return switch (measure) {
            case HEADS -> heads;
            case WEIGHT -> weight;
            case POPULATION -> population;
        };
    }
}
