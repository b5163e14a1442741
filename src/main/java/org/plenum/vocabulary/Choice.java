package org.plenum.vocabulary;

import java.util.List;

/** What a ballot says: a stance on the question, or, in an election, the candidates preferred. */
public sealed interface Choice {
    /** A stance on a question put to the assembly. */
    enum Stance implements Choice {
        /** In favour. */
        FOR,
        /** Against. */
        AGAINST,
        /** Neither: takes part, decides nothing. */
        ABSTAIN,
        /** A paper with nothing on it. */
        BLANK,
        /** A paper that does not say validly what it wants. */
        VOID
    }

    /** The candidates preferred in an election, in the order written. Empty is not a preference: that is a blank ballot. */
    record Preferences(List<CandidateId> candidates) implements Choice {
        /** Throws {@link Malformed} if no candidate or one candidate twice is named. */
        public Preferences {
            candidates = List.copyOf(candidates);
            if (candidates.isEmpty() || candidates.stream().distinct().count() < candidates.size()) {
                throw new Malformed(Malformed.Fault.WORD, "choice", candidates.toString());
            }
        }
    }
}
