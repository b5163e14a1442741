package org.plenum.web.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Candidate;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.ElectionRule.Round;
import org.plenum.vocabulary.Fraction;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.Method;
import org.plenum.vocabulary.Rule;

/** What the forms of elections say: candidates as lines, rounds by name, a lot as an order. */
final class Elections {
    /** How candidates can be voted on, the secret way first: by acclamation nobody is chosen among several. */
    static final List<Method> METHODS =
            List.of(Method.SECRET, Method.ELECTRONIC, Method.SHOW_OF_HANDS, Method.ROLL_CALL);

    private static final Rule MAJORITY = share(Rule.Base.SEATS, Fraction.HALF, Rule.Test.EXCEEDED);

    private static final Map<String, List<Round>> ROUNDS = new LinkedHashMap<>();

    static {
        ROUNDS.put("most-votes", List.of(Round.MOST_VOTES));
        ROUNDS.put(
                "voters",
                List.of(
                        new Round(share(Rule.Base.PARTICIPATING, Fraction.HALF, Rule.Test.EXCEEDED), null),
                        new Round(null, 2)));
        ROUNDS.put("seats", List.of(new Round(MAJORITY, null), new Round(MAJORITY, null), new Round(null, 2)));
        ROUNDS.put(
                "two-thirds",
                List.of(
                        new Round(share(Rule.Base.SEATS, new Fraction(2, 3), Rule.Test.REACHED), null),
                        new Round(MAJORITY, null),
                        new Round(null, 2)));
    }

    private Elections() {}

    private static Rule share(Rule.Base base, Fraction threshold, Rule.Test test) {
        return new Rule.Share(base, threshold, test, Measure.HEADS);
    }

    /** The names by which rounds are chosen, each with its words in messages. */
    static List<String> roundNames() {
        return List.copyOf(ROUNDS.keySet());
    }

    /** The rounds of that name. */
    static List<Round> rounds(String name) {
        var rounds = ROUNDS.get(name);
        if (rounds == null) {
            throw new Malformed(Malformed.Fault.WORD, "rounds", name);
        }
        return rounds;
    }

    /** Candidates from lines such as {@code Anna Rossi; 1961-04-02}; empty lines say nothing. */
    static List<Candidate> candidates(String lines) {
        var candidates = new ArrayList<Candidate>();
        var taken = new HashSet<String>();
        for (var line :
                lines.lines().map(String::strip).filter(each -> !each.isEmpty()).toList()) {
            var parts = line.split(";", 2);
            var name = parts[0].strip();
            var id = Slugs.of(name, taken);
            taken.add(id);
            candidates.add(new Candidate(new CandidateId(id), name, parts.length == 1 ? null : date(parts[1])));
        }
        return candidates;
    }

    private static @Nullable LocalDate date(String text) {
        var written = text.strip();
        if (written.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException unreadable) {
            var refused = new Malformed(Malformed.Fault.TIME, "seniority", written);
            refused.initCause(unreadable);
            throw refused;
        }
    }

    /** The order of a lot from fields such as {@code order.rossi=2}. */
    static List<CandidateId> inOrder(Map<String, String> fields) {
        var order = new TreeMap<Integer, CandidateId>();
        fields.forEach((name, turn) -> {
            if (name.startsWith("order.")) {
                var drawn = new CandidateId(name.substring("order.".length()));
                if (!turn.matches("[1-9][0-9]{0,2}") || order.put(Integer.valueOf(turn), drawn) != null) {
                    throw new Malformed(Malformed.Fault.NUMBER, "lot", turn);
                }
            }
        });
        return List.copyOf(order.values());
    }
}
