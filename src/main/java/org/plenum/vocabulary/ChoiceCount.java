package org.plenum.vocabulary;

/** How many ballots say the same. */
public record ChoiceCount(Choice choice, int ballots) {
    /** Throws {@link Malformed} unless there is at least one. */
    public ChoiceCount {
        if (ballots < 1) {
            throw new Malformed(Malformed.Fault.NUMBER, "ballots", Integer.toString(ballots));
        }
    }
}
