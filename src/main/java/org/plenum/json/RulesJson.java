package org.plenum.json;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.ElectionRule;
import org.plenum.vocabulary.Fraction;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.RulesOfProcedure.QuorumCounts;
import org.plenum.vocabulary.RulesOfProcedure.QuorumMeasured;
import org.plenum.vocabulary.RulesOfProcedure.RunningChoices;
import org.plenum.vocabulary.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The data form of rules of procedure. Reading takes any part left out from the {@code preset} named, or at its default;
 * writing leaves nothing out and names no preset.
 */
public final class RulesJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LARGEST = 1_000_000_000;

    private static final Map<String, Rule.Base> BASES = words(Rule.Base.values(), Enum::name);
    private static final Map<String, Rule.Test> TESTS = words(Rule.Test.values(), RulesJson::word);
    private static final Map<String, Measure> MEASURES = words(Measure.values(), RulesJson::word);
    private static final Map<String, QuorumMeasured> MEASURED = words(QuorumMeasured.values(), RulesJson::word);
    private static final Map<String, RunningChoices> RUNNING = words(RunningChoices.values(), RulesJson::word);
    private static final List<String> FORMS =
            List.of("base", "fixed", "moreForThanAgainst", "all", "any", "fewerNotFor");

    /** A rule that carries a question. */
    public static final Reader<Rule> MAJORITY = place -> checkedRule(place, RulesOfProcedure::checkMajority);

    /** A rule of presence. */
    public static final Reader<Rule> QUORUM = place -> checkedRule(place, RulesOfProcedure::checkQuorum);

    /** A rule that a candidate must meet. */
    public static final Reader<Rule> THRESHOLD = place -> checkedRule(place, ElectionRule::checkThreshold);

    /** Rules of procedure. */
    public static final Reader<RulesOfProcedure> RULES = Read.object(RulesJson::rules);

    private RulesJson() {}

    /**
     * Reads rules of procedure that stand alone.
     *
     * @throws FaultyJson with everything that is wrong
     */
    public static RulesOfProcedure read(JsonNode value) {
        var faults = new Faults();
        return faults.orThrow(RULES.read(Place.root(value, faults)));
    }

    /**
     * Reads a rule that stands alone and carries a question.
     *
     * @throws FaultyJson with everything that is wrong
     */
    public static Rule readMajority(JsonNode value) {
        var faults = new Faults();
        return faults.orThrow(MAJORITY.read(Place.root(value, faults)));
    }

    // ---- reading

    private static @Nullable RulesOfProcedure rules(StrictObject data) {
        var preset = data.optional("preset", Read.text(Presets::named));
        var usual = preset == null ? RulesOfProcedure.defaults() : preset.rules();
        var draft = usual.change();
        var byCall = Read.map(RulesJson::call, QUORUM);
        draft.quorum(data.optional("quorum", byCall, usual.quorum()));
        var byKind = data.optional("quorumByKind", Read.map(kind -> Texts.name("kind", kind), byCall));
        if (byKind != null) {
            draft.quorumByKind(byKind);
        }
        data.optional("offices", Read.object(offices -> {
            draft.outOfBase(names(offices, "outOfBase", usual.outOfBase()));
            return draft.outOfPresence(names(offices, "outOfPresence", usual.outOfPresence()));
        }));
        var counts = Read.object(settings -> counts(settings, usual.quorumCounts()));
        draft.quorumCounts(data.optional("quorumCounts", counts, usual.quorumCounts()));
        draft.quorumMeasured(data.optional("quorumMeasured", Read.word(MEASURED), usual.quorumMeasured()));
        draft.proceduralExempt(data.flag("proceduralExempt", usual.proceduralExempt()));
        draft.grace(data.optional("grace", Read.text(RulesJson::grace), usual.grace()));
        draft.majority(data.optional("majority", MAJORITY, usual.majority()));
        draft.blankAndVoidCount(data.flag("blankAndVoidCount", usual.blankAndVoidCount()));
        draft.castingVote(data.flag("castingVote", usual.castingVote()));
        draft.ballotChange(data.flag("ballotChange", usual.ballotChange()));
        draft.newcomersVote(data.flag("newcomersVote", usual.newcomersVote()));
        draft.remote(data.flag("remote", usual.remote()));
        draft.proxiesPerHolder(data.optional("proxiesPerHolder", Read.number(0, LARGEST), usual.proxiesPerHolder()));
        draft.onePersonManySeats(data.flag("onePersonManySeats", usual.onePersonManySeats()));
        draft.recusedLeave(data.flag("recusedLeave", usual.recusedLeave()));
        draft.runningChoices(data.optional("runningChoices", Read.word(RUNNING), usual.runningChoices()));
        draft.twoPersons(names(data, "twoPersons", usual.twoPersons()));
        try {
            return draft.build();
        } catch (Malformed refused) {
            data.place().faults().add(data.place().pointer() + refused.what(), refused);
            return null;
        }
    }

    private static QuorumCounts counts(StrictObject data, QuorumCounts usual) {
        return new QuorumCounts(
                data.flag("remote", usual.remote()),
                data.flag("proxied", usual.proxied()),
                data.flag("recused", usual.recused()),
                data.flag("declined", usual.declined()));
    }

    private static Set<String> names(StrictObject data, String field, Set<String> usual) {
        return new HashSet<>(
                data.optional(field, Read.list(Read.text(name -> Texts.name(field, name))), List.copyOf(usual)));
    }

    private static Integer call(String key) {
        if (!key.matches("[1-9][0-9]?")) {
            throw new Malformed(Malformed.Fault.NUMBER, "call", key);
        }
        return Integer.valueOf(key);
    }

    private static Duration grace(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException unreadable) {
            var refused = new Malformed(Malformed.Fault.TIME, "grace", text);
            refused.initCause(unreadable);
            throw refused;
        }
    }

    private interface Check {
        void check(String at, Rule rule);
    }

    private static @Nullable Rule checkedRule(Place place, Check check) {
        var rule = rule(place);
        if (rule == null) {
            return null;
        }
        try {
            check.check(place.pointer(), rule);
            return rule;
        } catch (Malformed refused) {
            place.faults().add(refused.what(), refused);
            return null;
        }
    }

    private static @Nullable Rule rule(Place place) {
        return Read.object(RulesJson::rule).read(place);
    }

    private static @Nullable Rule rule(StrictObject data) {
        var named = FORMS.stream().filter(data.names()::contains).toList();
        if (named.size() != 1) {
            var forms = String.join(", ", FORMS);
            data.fault("una regola ha uno solo tra: " + forms, "a rule has exactly one of: " + forms);
            named.forEach(data::has);
            return null;
        }
        return switch (named.getFirst()) {
            case "base" -> share(data);
            case "fixed" -> {
                var number = data.required("fixed", Read.number(0, LARGEST));
                yield number == null ? null : new Rule.Fixed(number);
            }
            case "moreForThanAgainst" -> {
                var wanted = data.required("moreForThanAgainst", Read.BOOLEAN);
                if (Boolean.FALSE.equals(wanted)) {
                    data.fault("moreForThanAgainst", "può essere solo true", "it can only be true");
                }
                yield Boolean.TRUE.equals(wanted) ? new Rule.MoreForThanAgainst() : null;
            }
            case "all" -> {
                var rules = data.required("all", Read.list(RulesJson::rule));
                yield rules == null ? null : new Rule.AllOf(rules);
            }
            case "any" -> {
                var rules = data.required("any", Read.list(RulesJson::rule));
                yield rules == null ? null : new Rule.AnyOf(rules);
            }
            case "fewerNotFor" -> {
                var number = data.required("fewerNotFor", Read.number(1, LARGEST));
                yield number == null ? null : new Rule.FewerNotFor(number);
            }
            default -> throw new IllegalStateException(named.getFirst());
        };
    }

    private static @Nullable Rule share(StrictObject data) {
        var base = data.required("base", Read.word(BASES));
        var threshold = data.required("threshold", Read.text(Fraction::parse));
        var test = data.required("test", Read.word(TESTS));
        var by = data.optional("by", Read.word(MEASURES), Measure.HEADS);
        return base == null || threshold == null || test == null ? null : new Rule.Share(base, threshold, test, by);
    }

    // ---- writing

    /** The data form of rules, with every setting. */
    public static ObjectNode write(RulesOfProcedure rules) {
        var data = NODES.objectNode();
        data.set("quorum", calls(rules.quorum()));
        var kinds = data.putObject("quorumByKind");
        rules.quorumByKind().forEach((kind, calls) -> kinds.set(kind, calls(calls)));
        var offices = data.putObject("offices");
        rules.outOfBase().forEach(offices.putArray("outOfBase")::add);
        rules.outOfPresence().forEach(offices.putArray("outOfPresence")::add);
        var counts = data.putObject("quorumCounts");
        counts.put("remote", rules.quorumCounts().remote());
        counts.put("proxied", rules.quorumCounts().proxied());
        counts.put("recused", rules.quorumCounts().recused());
        counts.put("declined", rules.quorumCounts().declined());
        data.put("quorumMeasured", word(rules.quorumMeasured()));
        data.put("proceduralExempt", rules.proceduralExempt());
        data.put("grace", rules.grace().toString());
        data.set("majority", write(rules.majority()));
        data.put("blankAndVoidCount", rules.blankAndVoidCount());
        data.put("castingVote", rules.castingVote());
        data.put("ballotChange", rules.ballotChange());
        data.put("newcomersVote", rules.newcomersVote());
        data.put("remote", rules.remote());
        data.put("proxiesPerHolder", rules.proxiesPerHolder());
        data.put("onePersonManySeats", rules.onePersonManySeats());
        data.put("recusedLeave", rules.recusedLeave());
        data.put("runningChoices", word(rules.runningChoices()));
        rules.twoPersons().forEach(data.putArray("twoPersons")::add);
        return data;
    }

    /** The data form of one rule. */
    public static ObjectNode write(Rule rule) {
        var data = NODES.objectNode();
        switch (rule) {
            case Rule.Share share -> {
                data.put("base", share.base().name());
                data.put("threshold", share.threshold().toString());
                data.put("test", word(share.test()));
                data.put("by", word(share.by()));
            }
            case Rule.Fixed fixed -> data.put("fixed", fixed.atLeast());
            case Rule.MoreForThanAgainst _ -> data.put("moreForThanAgainst", true);
            case Rule.AllOf all -> all.rules().forEach(rules(data, "all")::add);
            case Rule.AnyOf any -> any.rules().forEach(rules(data, "any")::add);
            case Rule.FewerNotFor fewer -> data.put("fewerNotFor", fewer.than());
        }
        return data;
    }

    private interface Rules {
        void add(Rule rule);
    }

    private static Rules rules(ObjectNode data, String field) {
        var list = data.putArray(field);
        return rule -> list.add(write(rule));
    }

    private static ObjectNode calls(Map<Integer, Rule> calls) {
        var data = NODES.objectNode();
        calls.forEach((call, rule) -> data.set(call.toString(), write(rule)));
        return data;
    }

    /** How constants of a kind are written. */
    interface Wording<E> {
        String of(E value);
    }

    /** The constants by the words that stand for them, in their order. */
    static <E> Map<String, E> words(E[] values, Wording<E> wording) {
        var words = new LinkedHashMap<String, E>();
        for (var value : values) {
            words.put(wording.of(value), value);
        }
        return words;
    }

    /** How a constant is written: {@code when-verified}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
