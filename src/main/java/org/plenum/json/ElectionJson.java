package org.plenum.json;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.counting.ElectionFound;
import org.plenum.decision.counting.ElectionFound.AnotherRound;
import org.plenum.decision.counting.ElectionFound.Complete;
import org.plenum.decision.counting.ElectionFound.DrawLots;
import org.plenum.decision.counting.ElectionFound.Unknown;
import org.plenum.decision.counting.ElectionFound.Vacant;
import org.plenum.vocabulary.Candidate;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.ElectionRule;
import org.plenum.vocabulary.ElectionRule.Round;
import org.plenum.vocabulary.ElectionRule.Ties;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.Rule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The data form of elections: {@code {"places": 1, "preferences": 1, "rounds": [{"threshold": rule}, {"best": 2}],
 * "ties": "seniority"|"lot"|"repeat", "by": "heads"}}. What is left out of a rule is as in {@link ElectionRule#ofOne}.
 */
public final class ElectionJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LARGEST = 1_000;
    private static final Map<String, Ties> TIES = RulesJson.words(Ties.values(), RulesJson::word);
    private static final Map<String, Measure> MEASURES = RulesJson.words(Measure.values(), RulesJson::word);

    /** The rule of an election. */
    public static final Reader<ElectionRule> RULE = Read.object(ElectionJson::rule);

    /** A candidate. */
    public static final Reader<Candidate> CANDIDATE = Read.object(ElectionJson::candidate);

    /** The date that a tie between candidates is decided by. */
    public static final Reader<LocalDate> DATE = Read.text(ElectionJson::date);

    private ElectionJson() {}

    private static @Nullable ElectionRule rule(StrictObject data) {
        var usual = ElectionRule.ofOne();
        var places = data.optional("places", Read.number(1, LARGEST), usual.places());
        var preferences = data.optional("preferences", Read.number(1, LARGEST), usual.preferences());
        var rounds = data.optional("rounds", Read.list(Read.object(ElectionJson::round)), usual.rounds());
        var ties = data.optional("ties", Read.word(TIES), usual.ties());
        var by = data.optional("by", Read.word(MEASURES), usual.by());
        try {
            return new ElectionRule(places, preferences, rounds, ties, by);
        } catch (Malformed refused) {
            data.place().faults().add(data.place().pointer() + refused.what(), refused);
            return null;
        }
    }

    private static Round round(StrictObject data) {
        return new Round(
                data.optional("threshold", RulesJson.THRESHOLD), data.optional("best", Read.number(1, LARGEST)));
    }

    private static @Nullable Candidate candidate(StrictObject data) {
        var id = data.required("id", Read.text(CandidateId::new));
        var name = data.text("name");
        var seniority = data.optional("seniority", DATE);
        return id == null || name == null ? null : new Candidate(id, name, seniority);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            var refused = new Malformed(Malformed.Fault.TIME, "seniority", text);
            refused.initCause(unreadable);
            throw refused;
        }
    }

    /** The data form of a rule, with every setting. */
    public static ObjectNode write(ElectionRule rule) {
        var data = NODES.objectNode();
        data.put("places", rule.places());
        data.put("preferences", rule.preferences());
        var rounds = data.putArray("rounds");
        for (var round : rule.rounds()) {
            var each = rounds.addObject();
            Rule threshold = round.threshold();
            if (threshold != null) {
                each.set("threshold", RulesJson.write(threshold));
            }
            if (round.best() != null) {
                each.put("best", round.best());
            }
        }
        data.put("ties", RulesJson.word(rule.ties()));
        data.put("by", RulesJson.word(rule.by()));
        return data;
    }

    /** The data form of a candidate. */
    public static ObjectNode write(Candidate candidate) {
        var data = NODES.objectNode();
        data.put("id", candidate.id().value());
        data.put("name", candidate.name());
        if (candidate.seniority() != null) {
            data.put("seniority", candidate.seniority().toString());
        }
        return data;
    }

    /** What a candidate needs in a round: a threshold, or the most votes. */
    public static ObjectNode needed(Round round) {
        var threshold = round.threshold();
        return threshold == null ? NODES.objectNode().put("mostVotes", true) : RulesJson.write(threshold);
    }

    /** What a round came to, standing alone. */
    public static ObjectNode write(ElectionFound found) {
        var data = result(found);
        data.set("counts", ResultsJson.tally(found.heads()));
        data.set("outcome", ResultsJson.outcome(found.outcome()));
        data.set("explanation", ResultsJson.sentence(found.explain()));
        return data;
    }

    /** The votes of candidates, who is elected, and what comes next. */
    public static ObjectNode result(ElectionFound found) {
        var data = NODES.objectNode();
        var polls = data.putArray("votes");
        for (var poll : found.polls()) {
            var each = polls.addObject();
            each.put("candidate", poll.candidate().id().value());
            each.put("name", poll.candidate().name());
            each.set("votes", ResultsJson.number(poll.votes()));
        }
        var elected = data.putArray("elected");
        found.elected()
                .forEach(each -> elected.addObject()
                        .put("candidate", each.poll().candidate().id().value())
                        .put("how", RulesJson.word(each.how())));
        var next = data.putObject("next");
        switch (found.next()) {
            case Complete _ -> next.put("do", "nothing");
            case AnotherRound another -> {
                next.put("do", "another-round").put("round", another.round()).put("places", another.places());
                add(next.putArray("standing"), another.standing());
            }
            case DrawLots draw -> {
                next.put("do", draw.forRunOff() ? "draw-lots-for-run-off" : "draw-lots")
                        .put("places", draw.places());
                add(next.putArray("among"), draw.among());
            }
            case Vacant vacant -> next.put("do", "nothing").put("vacant", vacant.places());
            case Unknown _ -> next.put("do", "unknown");
        }
        return data;
    }

    private static void add(ArrayNode list, List<CandidateId> candidates) {
        candidates.forEach(candidate -> list.add(candidate.value()));
    }
}
