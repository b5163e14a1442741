package org.plenum.decision.counting;

import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.Tally;

/** What counting a vote came to: on a question, or in a round of an election. */
public sealed interface Found permits MajorityFound, ElectionFound {
    /** The count in heads, null where it is not certain. In an election, whoever prefers somebody counts as for. */
    @Nullable Tally heads();

    /** The count by weight, null where it is not certain. */
    @Nullable Tally weight();

    /** The count by population, null where it is not certain or a population is not known. */
    @Nullable Tally population();

    /** What follows from the ballots. The quorum is not looked at here. */
    Outcome outcome();

    /** The outcome under a quorum that was met, not met, or (null) perhaps met. */
    default Outcome outcome(@Nullable Boolean quorumMet) {
        if (quorumMet == null) {
            return Outcome.UNDETERMINED;
        }
        return quorumMet ? outcome() : Outcome.NO_QUORUM;
    }

    /** Whether everybody agreed, of whom and of how many. */
    Unanimity unanimity();

    /** What was needed, what was reached and by which rule, in one sentence. */
    Bilingual explain();

    /** The same under a quorum: where it was not met, that is what decided. */
    default Bilingual explain(QuorumFound quorum) {
        return Sentences.under(quorum, this);
    }
}
