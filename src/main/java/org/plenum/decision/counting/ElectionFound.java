package org.plenum.decision.counting;

import java.util.List;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.Outcome;

/**
 * What a round of an election came to.
 *
 * @param polls what each candidate polled, most votes first
 * @param counts the ballots; those that prefer somebody count as for
 * @param elected who is elected in this round, in order
 * @param next what is to be done now
 */
public record ElectionFound(List<Poll> polls, Counts counts, List<Elected> elected, Next next) {
    /** Keeps its own lists. */
    public ElectionFound {
        polls = List.copyOf(polls);
        elected = List.copyOf(elected);
    }

    /** How a place was won. */
    public enum How {
        /** By votes alone. */
        VOTES,
        /** Over others with as many votes, as the more senior. */
        SENIORITY,
        /** Over others with as many votes, by lot. */
        LOT
    }

    /** One who is elected. */
    public record Elected(Poll poll, How how) {}

    /** What is to be done after a round. */
    public sealed interface Next {}

    /** Nothing: every place is filled. */
    public record Complete() implements Next {}

    /** Another round for the places left, with these candidates. */
    public record AnotherRound(int round, List<CandidateId> standing, int places) implements Next {}

    /** A lot between these for so many places, or for so many places in the run-off. */
    public record DrawLots(List<CandidateId> among, int places, boolean forRunOff) implements Next {}

    /** Nothing: places are left and nobody stands any more. */
    public record Vacant(int places) implements Next {}

    /** Nothing can be said: a weight or a population that the rule asks for is not known. */
    public record Unknown() implements Next {}

    /** Carried where every place is filled, undetermined where a lot is to be drawn or something is not known. */
    public Outcome outcome() {
        return switch (next) {
            case Complete _ -> Outcome.CARRIED;
            case AnotherRound _, Vacant _ -> Outcome.REJECTED;
            case DrawLots _, Unknown _ -> Outcome.UNDETERMINED;
        };
    }

    /** Who is elected, with how many votes of how many needed, and what comes next, in one sentence. */
    public Bilingual explain() {
        return ElectionSentences.of(this);
    }
}
