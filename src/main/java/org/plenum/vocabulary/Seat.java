package org.plenum.vocabulary;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One place in the assembly.
 *
 * @param number its number on the roll, where the roll is numbered
 * @param weight votes it is worth, exact and positive; never stored with trailing zeros
 * @param population residents it stands for, where that is known
 * @param office an office that rules of procedure speak of ("president", "mayor")
 * @param votes whether it has a vote
 * @param delegate who usually acts for it
 */
public record Seat(
        SeatId id,
        String name,
        @Nullable Integer number,
        BigDecimal weight,
        @Nullable Long population,
        @Nullable String office,
        boolean votes,
        @Nullable Delegate delegate) {

    private static final int MOST_DIGITS = 30;

    /** Throws {@link Malformed} if a name cannot be one, the weight is not positive or the population is negative. */
    public Seat {
        name = Texts.name("seat name", name);
        office = office == null ? null : Texts.name("office", office);
        if (weight.signum() <= 0 || weight.precision() > MOST_DIGITS || Math.abs(weight.scale()) > MOST_DIGITS) {
            throw new Malformed(Malformed.Fault.NUMBER, "weight", weight.toString());
        }
        // 1 and 1.0 are the same weight; 100 stays 100 and does not become 1E+2.
        weight = weight.stripTrailingZeros();
        weight = weight.scale() < 0 ? weight.setScale(0) : weight;
        if (population != null && population < 0) {
            throw new Malformed(Malformed.Fault.NUMBER, "population", population.toString());
        }
    }

    /** A voting seat of weight one. */
    public static Seat of(String id, String name) {
        return new Seat(new SeatId(id), name, null, BigDecimal.ONE, null, null, true, null);
    }
}
