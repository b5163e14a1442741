package org.plenum.vocabulary;

import java.math.BigDecimal;

/**
 * How an electorate divides in one vote, in one measure: heads, weight or population. The parts always add up to the
 * electorate.
 *
 * @param inFavour ballots for
 * @param against ballots against
 * @param abstain ballots of those who took part and chose neither
 * @param blank papers with nothing on them
 * @param invalid papers that do not say validly what they want
 * @param declined those present who declared to take no part
 * @param didNotVote those of whom there is neither a ballot nor such a declaration
 */
public record Tally(
        BigDecimal inFavour,
        BigDecimal against,
        BigDecimal abstain,
        BigDecimal blank,
        BigDecimal invalid,
        BigDecimal declined,
        BigDecimal didNotVote) {

    /** Keeps each number in its plain form. */
    public Tally {
        inFavour = Decimals.plain(inFavour);
        against = Decimals.plain(against);
        abstain = Decimals.plain(abstain);
        blank = Decimals.plain(blank);
        invalid = Decimals.plain(invalid);
        declined = Decimals.plain(declined);
        didNotVote = Decimals.plain(didNotVote);
    }

    /** A tally in heads. */
    public static Tally ofHeads(
            long inFavour, long against, long abstain, long blank, long invalid, long declined, long didNotVote) {
        return new Tally(
                BigDecimal.valueOf(inFavour),
                BigDecimal.valueOf(against),
                BigDecimal.valueOf(abstain),
                BigDecimal.valueOf(blank),
                BigDecimal.valueOf(invalid),
                BigDecimal.valueOf(declined),
                BigDecimal.valueOf(didNotVote));
    }

    /** For and against. */
    public BigDecimal expressed() {
        return inFavour.add(against);
    }

    /** Every ballot, abstentions, blank and void papers included. */
    public BigDecimal ballots() {
        return expressed().add(abstain).add(blank).add(invalid);
    }

    /** Everybody entitled to vote. */
    public BigDecimal electorate() {
        return ballots().add(declined).add(didNotVote);
    }

    /** Each part multiplied, as for seats that all weigh the same. */
    public Tally times(BigDecimal factor) {
        return new Tally(
                inFavour.multiply(factor),
                against.multiply(factor),
                abstain.multiply(factor),
                blank.multiply(factor),
                invalid.multiply(factor),
                declined.multiply(factor),
                didNotVote.multiply(factor));
    }
}
