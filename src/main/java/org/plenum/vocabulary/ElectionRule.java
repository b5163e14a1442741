package org.plenum.vocabulary;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How candidates are elected.
 *
 * @param places how many are to be elected
 * @param preferences how many candidates one ballot may prefer
 * @param rounds what each round asks for; a round beyond the last is like the last
 * @param ties what decides between candidates with equally many votes where not all of them can have a place
 * @param by by what votes are compared
 */
public record ElectionRule(int places, int preferences, List<Round> rounds, Ties ties, Measure by) {
    /**
     * One round.
     *
     * @param threshold what a candidate needs, or null where the most votes are enough. A candidate's own votes are the
     *     votes for; ballots that prefer somebody are those expressed
     * @param best how many candidates of the round before are admitted, those with the most votes; null where all are
     *     who are not elected yet
     */
    public record Round(@Nullable Rule threshold, @Nullable Integer best) {
        /** The most votes are enough, and everybody may stand. */
        public static final Round MOST_VOTES = new Round(null, null);
    }

    /** What decides a tie. */
    public enum Ties {
        /** The more senior is elected; the lot where that is not known or the same. */
        SENIORITY,
        /** A lot is drawn and recorded. */
        LOT,
        /** Those who are equal stand again. */
        REPEAT
    }

    private static final int MOST = 1_000;

    /** Throws {@link Malformed} if a number is out of bounds or a threshold cannot be one. */
    public ElectionRule {
        rounds = List.copyOf(rounds);
        bounded("/places", places, 1, MOST);
        bounded("/preferences", preferences, 1, MOST);
        bounded("/rounds", rounds.size(), 1, MOST);
        for (var i = 0; i < rounds.size(); i++) {
            var round = rounds.get(i);
            var at = "/rounds/" + i;
            if (round.threshold() != null) {
                checkThreshold(at + "/threshold", round.threshold());
            }
            if (round.best() != null) {
                // Before the first round there are no votes to be best by.
                bounded(at + "/best", round.best(), 1, i == 0 ? 0 : MOST);
            }
        }
    }

    /** One place, one preference, the most votes, ties by lot. */
    public static ElectionRule ofOne() {
        return new ElectionRule(1, 1, List.of(Round.MOST_VOTES), Ties.LOT, Measure.HEADS);
    }

    /** The measures by which votes are compared and thresholds are held. */
    public Set<Measure> measures() {
        var measures = EnumSet.of(by);
        rounds.stream()
                .map(Round::threshold)
                .filter(Objects::nonNull)
                .forEach(rule -> measures.addAll(rule.measures()));
        return measures;
    }

    /** What a round asks for. Rounds count from 1. */
    public Round round(int number) {
        return rounds.get(Math.min(number, rounds.size()) - 1);
    }

    /**
     * Checks that a rule can be a candidate's threshold: shares and fixed numbers, alone or composed.
     *
     * @param at where it stands, a JSON pointer
     * @throws Malformed if it compares for and against
     */
    public static void checkThreshold(String at, Rule rule) {
        switch (rule) {
            case Rule.Share _ -> {}
            case Rule.Fixed fixed -> bounded(at + "/fixed", fixed.atLeast(), 1, Integer.MAX_VALUE);
            case Rule.MoreForThanAgainst _ ->
                throw new Malformed(Malformed.Fault.RULE, at + "/moreForThanAgainst", "true");
            case Rule.FewerNotFor fewer ->
                throw new Malformed(Malformed.Fault.RULE, at + "/fewerNotFor", Integer.toString(fewer.than()));
            case Rule.AllOf all -> checkEach(at + "/all/", all.rules());
            case Rule.AnyOf any -> checkEach(at + "/any/", any.rules());
        }
    }

    private static void checkEach(String at, List<Rule> rules) {
        for (var i = 0; i < rules.size(); i++) {
            checkThreshold(at + i, rules.get(i));
        }
    }

    private static void bounded(String at, int number, int least, int most) {
        if (number < least || number > most) {
            throw new Malformed(Malformed.Fault.NUMBER, at, Integer.toString(number));
        }
    }
}
