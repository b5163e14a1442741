package org.plenum.vocabulary;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How an assembly counts and what it admits, as data: adopted by the assembly, frozen into each session.
 *
 * @param quorum the presence needed, by call; there is always one for the first
 * @param quorumByKind the presence needed for some kinds of items (a budget), by call; it takes the place of the general
 *     one
 * @param outOfBase offices whose seats are left out of what a quorum is a share of
 * @param outOfPresence offices whose seats do not count as present for a quorum
 * @param quorumCounts who else counts as present for a quorum
 * @param quorumMeasured when a missing quorum stops the assembly
 * @param proceduralExempt whether a procedural motion may be decided without a quorum
 * @param grace how long after the scheduled time a session may at the earliest be found deserted
 * @param majority what carries a question where its vote names no rule of its own
 * @param blankAndVoidCount whether blank and void papers are among the ballots that a majority is a share of
 * @param castingVote whether a tie is decided by the chair's own vote
 * @param ballotChange whether a ballot may be changed before closing
 * @param newcomersVote whether those who arrive during a vote may vote in it
 * @param remote whether seats may attend from elsewhere
 * @param proxiesPerHolder how many absent seats one present seat may represent; none where 0
 * @param onePersonManySeats whether one person may act for several seats
 * @param recusedLeave whether the recused must leave the room
 * @param runningChoices who sees choices while a vote is open
 * @param twoPersons the names of commands that a second person must confirm
 */
public record RulesOfProcedure(
        SortedMap<Integer, Rule> quorum,
        SortedMap<String, SortedMap<Integer, Rule>> quorumByKind,
        SortedSet<String> outOfBase,
        SortedSet<String> outOfPresence,
        QuorumCounts quorumCounts,
        QuorumMeasured quorumMeasured,
        boolean proceduralExempt,
        Duration grace,
        Rule majority,
        boolean blankAndVoidCount,
        boolean castingVote,
        boolean ballotChange,
        boolean newcomersVote,
        boolean remote,
        int proxiesPerHolder,
        boolean onePersonManySeats,
        boolean recusedLeave,
        RunningChoices runningChoices,
        SortedSet<String> twoPersons) {

    /** Who, besides the seats present in person and taking part, counts as present for a quorum. */
    public record QuorumCounts(boolean remote, boolean proxied, boolean recused, boolean declined) {
        /** Those attending from elsewhere and those not participating count, those represented or recused do not. */
        public static final QuorumCounts USUAL = new QuorumCounts(true, false, false, true);
    }

    /** When a missing quorum stops the assembly. */
    public enum QuorumMeasured {
        /** At every moment. */
        CONTINUOUSLY,
        /** Only once somebody had it verified and it was found missing. */
        WHEN_VERIFIED
    }

    /** Who sees how seats voted while a vote that is not secret is open. */
    public enum RunningChoices {
        /** Nobody. */
        HIDDEN,
        /** Chair and clerk. */
        OFFICERS,
        /** Everyone who may see the session. */
        EVERYONE
    }

    /** The quorum where nothing else is stated: more than half of the voting seats. */
    public static final Rule USUAL_QUORUM =
            new Rule.Share(Rule.Base.SEATS, Fraction.HALF, Rule.Test.EXCEEDED, Measure.HEADS);

    /** The majority where nothing else is stated: more for than against. */
    public static final Rule USUAL_MAJORITY = new Rule.MoreForThanAgainst();

    /** The kind of item of a procedural motion. */
    public static final String PROCEDURAL = "procedural";

    private static final RulesOfProcedure DEFAULTS = new Draft().build();

    private static final int MOST_CALLS = 99;

    /** Throws {@link Malformed} at the first setting that cannot be; its path is a JSON pointer into the data form. */
    public RulesOfProcedure {
        quorum = checkedCalls("/quorum", withFirstCall(quorum));
        var kinds = new TreeMap<String, SortedMap<Integer, Rule>>();
        quorumByKind.forEach((kind, calls) -> {
            var at = "/quorumByKind/" + kind;
            if (calls.isEmpty()) {
                throw new Malformed(Malformed.Fault.RULE, at, "{}");
            }
            kinds.put(Texts.name(at, kind), checkedCalls(at, calls));
        });
        quorumByKind = Collections.unmodifiableSortedMap(kinds);
        outOfBase = names("/offices/outOfBase", outOfBase);
        outOfPresence = names("/offices/outOfPresence", outOfPresence);
        twoPersons = names("/twoPersons", twoPersons);
        checkMajority("/majority", majority);
        if (proxiesPerHolder < 0) {
            throw new Malformed(Malformed.Fault.NUMBER, "/proxiesPerHolder", Integer.toString(proxiesPerHolder));
        }
        if (grace.isNegative() || grace.compareTo(Duration.ofDays(1)) > 0) {
            throw new Malformed(Malformed.Fault.TIME, "/grace", grace.toString());
        }
    }

    /** Every setting at its default. */
    public static RulesOfProcedure defaults() {
        return DEFAULTS;
    }

    /** These rules as a draft, to change some of them. */
    public Draft change() {
        var draft = new Draft();
        draft.quorum = quorum;
        draft.quorumByKind = quorumByKind;
        draft.outOfBase = outOfBase;
        draft.outOfPresence = outOfPresence;
        draft.quorumCounts = quorumCounts;
        draft.quorumMeasured = quorumMeasured;
        draft.proceduralExempt = proceduralExempt;
        draft.grace = grace;
        draft.majority = majority;
        draft.blankAndVoidCount = blankAndVoidCount;
        draft.castingVote = castingVote;
        draft.ballotChange = ballotChange;
        draft.newcomersVote = newcomersVote;
        draft.remote = remote;
        draft.proxiesPerHolder = proxiesPerHolder;
        draft.onePersonManySeats = onePersonManySeats;
        draft.recusedLeave = recusedLeave;
        draft.runningChoices = runningChoices;
        draft.twoPersons = twoPersons;
        return draft;
    }

    /**
     * The presence needed at a call for a kind of item. A call without a rule takes the nearest lower one; a kind without
     * one at this call or a lower takes the general one.
     *
     * @param kind the kind of item ("budget"), or null where none is meant
     */
    public Rule quorumFor(int call, @Nullable String kind) {
        var ofKind = kind == null ? null : quorumByKind.get(kind);
        var special = ofKind == null ? null : nearestLower(ofKind, call);
        var general = nearestLower(quorum, call);
        return special != null ? special : general != null ? general : USUAL_QUORUM;
    }

    /** Whether a motion of this kind may be decided without a quorum. */
    public boolean exemptFromQuorum(@Nullable String kind) {
        return proceduralExempt && PROCEDURAL.equals(kind);
    }

    /**
     * Checks that a rule can be a quorum: shares of the seats and fixed numbers, alone or composed.
     *
     * @param at where it stands, a JSON pointer
     * @throws Malformed if it speaks of ballots
     */
    public static void checkQuorum(String at, Rule rule) {
        switch (rule) {
            case Rule.Share share -> {
                if (share.base() != Rule.Base.SEATS) {
                    throw new Malformed(
                            Malformed.Fault.RULE, at + "/base", share.base().name());
                }
            }
            case Rule.Fixed _ -> {}
            case Rule.MoreForThanAgainst _ ->
                throw new Malformed(Malformed.Fault.RULE, at + "/moreForThanAgainst", "true");
            case Rule.FewerNotFor fewer ->
                throw new Malformed(Malformed.Fault.RULE, at + "/fewerNotFor", Integer.toString(fewer.than()));
            case Rule.AllOf all -> checkEach(at + "/all/", all.rules(), RulesOfProcedure::checkQuorum);
            case Rule.AnyOf any -> checkEach(at + "/any/", any.rules(), RulesOfProcedure::checkQuorum);
        }
    }

    /**
     * Checks that a rule can be a majority: anything but a fixed number of none.
     *
     * @param at where it stands, a JSON pointer
     * @throws Malformed if it asks for no vote at all
     */
    public static void checkMajority(String at, Rule rule) {
        switch (rule) {
            case Rule.Fixed fixed -> {
                if (fixed.atLeast() == 0) {
                    throw new Malformed(Malformed.Fault.RULE, at + "/fixed", "0");
                }
            }
            case Rule.Share _, Rule.MoreForThanAgainst _, Rule.FewerNotFor _ -> {}
            case Rule.AllOf all -> checkEach(at + "/all/", all.rules(), RulesOfProcedure::checkMajority);
            case Rule.AnyOf any -> checkEach(at + "/any/", any.rules(), RulesOfProcedure::checkMajority);
        }
    }

    private interface Check {
        void check(String at, Rule rule);
    }

    private static void checkEach(String at, List<Rule> rules, Check check) {
        for (var i = 0; i < rules.size(); i++) {
            check.check(at + i, rules.get(i));
        }
    }

    private static @Nullable Rule nearestLower(SortedMap<Integer, Rule> calls, int call) {
        var lower = calls.headMap(call + 1);
        return lower.isEmpty() ? null : lower.get(lower.lastKey());
    }

    private static SortedMap<Integer, Rule> withFirstCall(SortedMap<Integer, Rule> calls) {
        var all = new TreeMap<>(calls);
        all.putIfAbsent(1, USUAL_QUORUM);
        return all;
    }

    private static SortedMap<Integer, Rule> checkedCalls(String at, SortedMap<Integer, Rule> calls) {
        calls.forEach((call, rule) -> {
            if (call < 1 || call > MOST_CALLS) {
                throw new Malformed(Malformed.Fault.NUMBER, at, call.toString());
            }
            checkQuorum(at + "/" + call, rule);
        });
        return Collections.unmodifiableSortedMap(new TreeMap<>(calls));
    }

    private static SortedSet<String> names(String at, Set<String> names) {
        var checked = new TreeSet<String>();
        names.forEach(name -> checked.add(Texts.name(at, name)));
        return Collections.unmodifiableSortedSet(checked);
    }

    /** Rules being put together; what is not set stays at its default. */
    public static final class Draft {
        private SortedMap<Integer, Rule> quorum = new TreeMap<>();
        private SortedMap<String, SortedMap<Integer, Rule>> quorumByKind = new TreeMap<>();
        private SortedSet<String> outOfBase = new TreeSet<>();
        private SortedSet<String> outOfPresence = new TreeSet<>();
        private QuorumCounts quorumCounts = QuorumCounts.USUAL;
        private QuorumMeasured quorumMeasured = QuorumMeasured.CONTINUOUSLY;
        private boolean proceduralExempt;
        private Duration grace = Duration.ofMinutes(30);
        private Rule majority = USUAL_MAJORITY;
        private boolean blankAndVoidCount = true;
        private boolean castingVote;
        private boolean ballotChange;
        private boolean newcomersVote;
        private boolean remote = true;
        private int proxiesPerHolder;
        private boolean onePersonManySeats;
        private boolean recusedLeave;
        private RunningChoices runningChoices = RunningChoices.HIDDEN;
        private SortedSet<String> twoPersons = new TreeSet<>();

        /** Sets the presence needed, by call. */
        public Draft quorum(Map<Integer, Rule> byCall) {
            quorum = new TreeMap<>(byCall);
            return this;
        }

        /** Sets the presence needed at the first call, and at every later one. */
        public Draft quorum(Rule everyCall) {
            return quorum(Map.of(1, everyCall));
        }

        /** Sets the presence needed for some kinds of items, by call. */
        public Draft quorumByKind(Map<String, ? extends Map<Integer, Rule>> byKind) {
            var kinds = new TreeMap<String, SortedMap<Integer, Rule>>();
            byKind.forEach((kind, calls) -> kinds.put(kind, new TreeMap<>(calls)));
            quorumByKind = kinds;
            return this;
        }

        /** Sets the offices left out of a quorum's base. */
        public Draft outOfBase(Set<String> offices) {
            outOfBase = new TreeSet<>(offices);
            return this;
        }

        /** Sets the offices left out of a quorum's presence. */
        public Draft outOfPresence(Set<String> offices) {
            outOfPresence = new TreeSet<>(offices);
            return this;
        }

        /** Sets who else counts as present. */
        public Draft quorumCounts(QuorumCounts counts) {
            quorumCounts = counts;
            return this;
        }

        /** Sets when a missing quorum stops the assembly. */
        public Draft quorumMeasured(QuorumMeasured measured) {
            quorumMeasured = measured;
            return this;
        }

        /** Sets whether procedural motions need no quorum. */
        public Draft proceduralExempt(boolean exempt) {
            proceduralExempt = exempt;
            return this;
        }

        /** Sets how long after the scheduled time a session may at the earliest be found deserted. */
        public Draft grace(Duration duration) {
            grace = duration;
            return this;
        }

        /** Sets what carries a question. */
        public Draft majority(Rule rule) {
            majority = rule;
            return this;
        }

        /** Sets whether blank and void papers are among the ballots. */
        public Draft blankAndVoidCount(boolean count) {
            blankAndVoidCount = count;
            return this;
        }

        /** Sets whether the chair's vote decides a tie. */
        public Draft castingVote(boolean casting) {
            castingVote = casting;
            return this;
        }

        /** Sets whether a ballot may be changed before closing. */
        public Draft ballotChange(boolean change) {
            ballotChange = change;
            return this;
        }

        /** Sets whether those who arrive during a vote may vote in it. */
        public Draft newcomersVote(boolean vote) {
            newcomersVote = vote;
            return this;
        }

        /** Sets whether seats may attend from elsewhere. */
        public Draft remote(boolean allowed) {
            remote = allowed;
            return this;
        }

        /** Sets how many absent seats one present seat may represent. */
        public Draft proxiesPerHolder(int most) {
            proxiesPerHolder = most;
            return this;
        }

        /** Sets whether one person may act for several seats. */
        public Draft onePersonManySeats(boolean allowed) {
            onePersonManySeats = allowed;
            return this;
        }

        /** Sets whether the recused must leave the room. */
        public Draft recusedLeave(boolean leave) {
            recusedLeave = leave;
            return this;
        }

        /** Sets who sees choices while a vote is open. */
        public Draft runningChoices(RunningChoices seenBy) {
            runningChoices = seenBy;
            return this;
        }

        /** Sets which commands a second person must confirm. */
        public Draft twoPersons(Set<String> commands) {
            twoPersons = new TreeSet<>(commands);
            return this;
        }

        /** Returns the rules; throws {@link Malformed} at the first setting that cannot be. */
        public RulesOfProcedure build() {
            return new RulesOfProcedure(
                    quorum,
                    quorumByKind,
                    outOfBase,
                    outOfPresence,
                    quorumCounts,
                    quorumMeasured,
                    proceduralExempt,
                    grace,
                    majority,
                    blankAndVoidCount,
                    castingVote,
                    ballotChange,
                    newcomersVote,
                    remote,
                    proxiesPerHolder,
                    onePersonManySeats,
                    recusedLeave,
                    runningChoices,
                    twoPersons);
        }
    }
}
