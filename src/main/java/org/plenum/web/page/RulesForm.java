package org.plenum.web.page;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.RulesOfProcedure.QuorumCounts;
import org.plenum.vocabulary.RulesOfProcedure.QuorumMeasured;
import org.plenum.vocabulary.RulesOfProcedure.RunningChoices;
import org.plenum.vocabulary.Words;

/**
 * Rules of procedure as a form has them, with whatever was typed, right or wrong.
 *
 * @param quorums one presence for each call and kind of item
 * @param flags the settings that are either so or not, by name
 * @param troubles what is wrong, by the name of the field
 */
record RulesForm(
        List<QuorumAt> quorums,
        String outOfBase,
        String outOfPresence,
        String quorumMeasured,
        String grace,
        RuleForm majority,
        String proxiesPerHolder,
        String runningChoices,
        String twoPersons,
        Set<String> flags,
        Map<String, String> troubles) {

    /**
     * The presence needed at one call for one kind of item.
     *
     * @param name the name that its fields begin with
     * @param kind the kind of item; empty where every kind is meant
     */
    record QuorumAt(String name, String call, String kind, RuleForm rule) {}

    private static final int MOST_QUORUMS = 20;
    private static final int MOST_PROXIES = 1_000_000;

    private static final List<String> FLAGS = List.of(
            "countsRemote",
            "countsProxied",
            "countsRecused",
            "countsDeclined",
            "proceduralExempt",
            "blankAndVoidCount",
            "castingVote",
            "ballotChange",
            "newcomersVote",
            "remote",
            "onePersonManySeats",
            "recusedLeave");

    /** Rules that stand already, ready to be changed. */
    static RulesForm of(RulesOfProcedure rules) {
        var quorums = new ArrayList<QuorumAt>();
        add(quorums, "", rules.quorum());
        rules.quorumByKind().forEach((kind, calls) -> add(quorums, kind, calls));
        var counts = rules.quorumCounts();
        var flags = new TreeSet<String>();
        flag(flags, "countsRemote", counts.remote());
        flag(flags, "countsProxied", counts.proxied());
        flag(flags, "countsRecused", counts.recused());
        flag(flags, "countsDeclined", counts.declined());
        flag(flags, "proceduralExempt", rules.proceduralExempt());
        flag(flags, "blankAndVoidCount", rules.blankAndVoidCount());
        flag(flags, "castingVote", rules.castingVote());
        flag(flags, "ballotChange", rules.ballotChange());
        flag(flags, "newcomersVote", rules.newcomersVote());
        flag(flags, "remote", rules.remote());
        flag(flags, "onePersonManySeats", rules.onePersonManySeats());
        flag(flags, "recusedLeave", rules.recusedLeave());
        return new RulesForm(
                quorums,
                String.join(", ", rules.outOfBase()),
                String.join(", ", rules.outOfPresence()),
                Words.of(rules.quorumMeasured()),
                Long.toString(rules.grace().toMinutes()),
                RuleForm.of("majority", rules.majority()),
                Integer.toString(rules.proxiesPerHolder()),
                Words.of(rules.runningChoices()),
                String.join(", ", rules.twoPersons()),
                flags,
                Map.of());
    }

    private static void add(List<QuorumAt> quorums, String kind, SortedMap<Integer, Rule> calls) {
        calls.forEach((call, rule) -> {
            var name = "quorum" + quorums.size();
            quorums.add(new QuorumAt(name, call.toString(), kind, RuleForm.of(name, rule)));
        });
    }

    private static void flag(Set<String> flags, String name, boolean set) {
        if (set) {
            flags.add(name);
        }
    }

    /** What was typed. */
    static RulesForm typed(RuleForm.Typed typed) {
        var quorums = new ArrayList<QuorumAt>();
        while (quorums.size() < MOST_QUORUMS && typed.has("quorum" + quorums.size() + ".kind")) {
            var name = "quorum" + quorums.size();
            quorums.add(new QuorumAt(
                    name, typed.of(name + "-call"), typed.of(name + "-for").strip(), RuleForm.typed(name, typed)));
        }
        return new RulesForm(
                quorums,
                typed.of("outOfBase"),
                typed.of("outOfPresence"),
                typed.or("quorumMeasured", Words.of(QuorumMeasured.CONTINUOUSLY)),
                typed.of("grace"),
                RuleForm.typed("majority", typed),
                typed.of("proxiesPerHolder"),
                typed.or("runningChoices", Words.of(RunningChoices.HIDDEN)),
                typed.of("twoPersons"),
                FLAGS.stream().filter(typed::ticked).collect(Collectors.toSet()),
                Map.of());
    }

    /** Whether a setting is so. */
    public boolean is(String flag) {
        return flags.contains(flag);
    }

    /** What is wrong with a field; null where nothing is. */
    public @Nullable String trouble(String field) {
        return troubles.get(field);
    }

    /** The same with something done to its parts: "add:majority", "remove:quorum0.1", "add-quorum". */
    RulesForm after(String act) {
        var what = act.startsWith("add:") || act.startsWith("remove:") ? act.substring(act.indexOf(':') + 1) : "";
        if (act.equals("add-quorum")) {
            var more = new ArrayList<>(quorums);
            var name = "quorum" + quorums.size();
            more.add(new QuorumAt(name, nextCall(), "", RuleForm.usual(name, "share")));
            return with(more, majority);
        }
        if (act.startsWith("remove:quorum") && !what.contains(".")) {
            return with(
                    renamed(quorums.stream()
                            .filter(each -> !each.name().equals(what))
                            .toList()),
                    majority);
        }
        if (act.startsWith("add:")) {
            return with(
                    quorums.stream()
                            .map(each -> new QuorumAt(
                                    each.name(),
                                    each.call(),
                                    each.kind(),
                                    each.rule().adding(what)))
                            .toList(),
                    majority.adding(what));
        }
        if (act.startsWith("remove:")) {
            return with(
                    quorums.stream()
                            .map(each -> new QuorumAt(
                                    each.name(),
                                    each.call(),
                                    each.kind(),
                                    each.rule().removing(what)))
                            .toList(),
                    majority.removing(what));
        }
        return this;
    }

    private String nextCall() {
        return Integer.toString(1
                + quorums.stream()
                        .filter(each -> each.kind().isEmpty() && each.call().matches("\\d{1,2}"))
                        .mapToInt(each -> Integer.parseInt(each.call()))
                        .max()
                        .orElse(0));
    }

    private static List<QuorumAt> renamed(List<QuorumAt> quorums) {
        var renamed = new ArrayList<QuorumAt>();
        for (var each : quorums) {
            var name = "quorum" + renamed.size();
            renamed.add(new QuorumAt(name, each.call(), each.kind(), each.rule().at(name)));
        }
        return renamed;
    }

    private RulesForm with(List<QuorumAt> others, RuleForm other) {
        return new RulesForm(
                List.copyOf(others),
                outOfBase,
                outOfPresence,
                quorumMeasured,
                grace,
                other,
                proxiesPerHolder,
                runningChoices,
                twoPersons,
                flags,
                troubles);
    }

    /** The same with what is wrong said where it is wrong. */
    RulesForm checked(PageDesk desk, Said said) {
        var wrong = new HashMap<String, String>();
        var seen = new TreeSet<String>();
        for (var each : quorums) {
            if (!each.call().matches("[1-9][0-9]?")) {
                wrong.put(each.name(), said.say("rules.call.wrong"));
            } else if (!seen.add(each.kind() + "/" + each.call())) {
                wrong.put(each.name(), said.say("rules.call.twice"));
            }
        }
        look(wrong, "grace", () -> minutes(), desk, said);
        look(wrong, "proxiesPerHolder", () -> whole("proxiesPerHolder", proxiesPerHolder, MOST_PROXIES), desk, said);
        var looked = with(
                quorums.stream()
                        .map(each -> new QuorumAt(
                                each.name(),
                                each.call(),
                                each.kind(),
                                each.rule().checked(true, desk, said)))
                        .toList(),
                majority.checked(false, desk, said));
        return new RulesForm(
                looked.quorums,
                outOfBase,
                outOfPresence,
                quorumMeasured,
                grace,
                looked.majority,
                proxiesPerHolder,
                runningChoices,
                twoPersons,
                flags,
                wrong);
    }

    private interface Reading {
        Object read();
    }

    private static void look(Map<String, String> wrong, String field, Reading reading, PageDesk desk, Said said) {
        try {
            reading.read();
        } catch (Malformed malformed) {
            wrong.put(field, desk.sentence(malformed, said));
        }
    }

    /**
     * The rules.
     *
     * @throws Malformed at the first thing that is wrong; {@link #checked} tells all of them
     */
    RulesOfProcedure rules() {
        var general = new TreeMap<Integer, Rule>();
        var byKind = new TreeMap<String, SortedMap<Integer, Rule>>();
        for (var each : quorums) {
            var rule = each.rule().rule(true);
            if (rule == null || !each.call().matches("[1-9][0-9]?")) {
                throw new Malformed(Malformed.Fault.RULE, each.name(), each.call());
            }
            var calls = each.kind().isEmpty() ? general : byKind.computeIfAbsent(each.kind(), _ -> new TreeMap<>());
            if (calls.put(Integer.valueOf(each.call()), rule) != null) {
                throw new Malformed(Malformed.Fault.RULE, each.name(), each.call());
            }
        }
        var carries = majority.rule(false);
        if (carries == null) {
            throw new Malformed(Malformed.Fault.RULE, "majority", majority.kind());
        }
        return RulesOfProcedure.defaults()
                .change()
                .quorum(general)
                .quorumByKind(byKind)
                .outOfBase(names(outOfBase))
                .outOfPresence(names(outOfPresence))
                .quorumCounts(new QuorumCounts(
                        is("countsRemote"), is("countsProxied"), is("countsRecused"), is("countsDeclined")))
                .quorumMeasured(Words.read(QuorumMeasured.class, "quorumMeasured", quorumMeasured))
                .proceduralExempt(is("proceduralExempt"))
                .grace(minutes())
                .majority(carries)
                .blankAndVoidCount(is("blankAndVoidCount"))
                .castingVote(is("castingVote"))
                .ballotChange(is("ballotChange"))
                .newcomersVote(is("newcomersVote"))
                .remote(is("remote"))
                .proxiesPerHolder(whole("proxiesPerHolder", proxiesPerHolder, MOST_PROXIES))
                .onePersonManySeats(is("onePersonManySeats"))
                .recusedLeave(is("recusedLeave"))
                .runningChoices(Words.read(RunningChoices.class, "runningChoices", runningChoices))
                .twoPersons(names(twoPersons))
                .build();
    }

    private Duration minutes() {
        return Duration.ofMinutes(whole("grace", grace, 24 * 60));
    }

    private static int whole(String what, String typed, int most) {
        var digits = typed.strip();
        if (!digits.matches("\\d{1,7}") || Integer.parseInt(digits) > most) {
            throw new Malformed(Malformed.Fault.NUMBER, what, digits);
        }
        return Integer.parseInt(digits);
    }

    private static SortedSet<String> names(String typed) {
        return Arrays.stream(typed.split("[,;\n]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
