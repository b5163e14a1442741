package org.plenum.decision.counting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.Tally;

/**
 * What a round of an election came to.
 *
 * @param polls what each candidate polled, most votes first
 * @param counts the ballots, those that prefer somebody counted as for; null where minutes leave them uncertain
 * @param elected who is elected in this round, in order
 * @param next what is to be done now
 */
public record ElectionFound(List<Poll> polls, @Nullable Counts counts, List<Elected> elected, Next next)
        implements Found {
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
    @Override
    public Outcome outcome() {
        return switch (next) {
            case Complete _ -> Outcome.CARRIED;
            case AnotherRound _, Vacant _ -> Outcome.REJECTED;
            case DrawLots _, Unknown _ -> Outcome.UNDETERMINED;
        };
    }

    /** Who is elected, with how many votes of how many needed, and what comes next, in one sentence. */
    @Override
    public Bilingual explain() {
        return ElectionSentences.of(this);
    }

    @Override
    public @Nullable Tally heads() {
        return counts == null ? null : counts.heads();
    }

    @Override
    public @Nullable Tally weight() {
        return counts == null ? null : counts.weight();
    }

    @Override
    public @Nullable Tally population() {
        return counts == null ? null : counts.population();
    }

    /** Who is elected is told by votes; of unanimity nothing is said. */
    @Override
    public Unanimity unanimity() {
        return Unanimity.UNKNOWN;
    }

    /** What all possible counts agree in: whom they elect and what comes next, or that nothing can be said. */
    static ElectionFound agreed(List<ElectionFound> possible) {
        var first = possible.getFirst();
        if (possible.stream().allMatch(first::equals)) {
            return first;
        }
        var same = possible.stream()
                .allMatch(
                        one -> one.next().equals(first.next()) && one.winners().equals(first.winners()));
        return same
                ? new ElectionFound(first.polls(), null, first.elected(), first.next())
                : new ElectionFound(first.polls(), null, List.of(), new Unknown());
    }

    private record Winner(CandidateId candidate, How how) {}

    private List<Winner> winners() {
        return elected.stream()
                .map(one -> new Winner(one.poll().candidate().id(), one.how()))
                .toList();
    }
}
