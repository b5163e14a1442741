package org.plenum.vocabulary;

import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * A majority that may be reached in stages, in several sessions: a high one at once, or a lower one several times. So a
 * municipal statute is adopted (art. 6, c. 4, d.lgs. 267/2000): by two thirds of the councillors assigned, or else twice,
 * within thirty days, by more than half of them.
 *
 * @param outright the majority that decides at the first stage alone; null where none does
 * @param each the majority that each other stage needs
 * @param times how many of those must reach it
 * @param within how long after the first stage the last may be; null where that does not matter
 * @param apart how long after one stage the next may be at the earliest; null where that does not matter
 */
public record Stages(
        @Nullable Rule outright,
        Rule each,
        int times,
        @Nullable Period within,
        @Nullable Period apart) {
    /** How often a majority may be asked for. */
    public static final int MOST_TIMES = 9;

    /** Throws {@link Malformed}, its path a JSON pointer into the data form. */
    public Stages {
        if (outright != null) {
            RulesOfProcedure.checkMajority("/outright", outright);
        }
        RulesOfProcedure.checkMajority("/each", each);
        // Once, with nothing before it, is a vote like any other.
        if (times < (outright == null ? 2 : 1) || times > MOST_TIMES) {
            throw new Malformed(Malformed.Fault.NUMBER, "/times", Integer.toString(times));
        }
        checkTerm("/within", within);
        checkTerm("/apart", apart);
    }

    private static void checkTerm(String at, @Nullable Period term) {
        if (term != null && (term.isNegative() || term.isZero())) {
            throw new Malformed(Malformed.Fault.TIME, at, term.toString());
        }
    }

    /** The majority that the stage after so many others needs. */
    public Rule at(int earlier) {
        return earlier == 0 && outright != null ? outright : each;
    }
}
