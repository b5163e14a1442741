package org.plenum.decision.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.vocabulary.Choice.Stance;
import org.plenum.vocabulary.Fraction;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.Rule.Base;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.Tally;

/**
 * Random votes against a second counting, written independently and naively: whole numbers of hundredths, every sum made
 * anew, every possibility tried one by one. A failure prints the seed and the case.
 */
class RandomCountsTest {
    private static final int CASES = 200;

    private record Trial(
            List<VotingRight> rights,
            RulesOfProcedure rules,
            Rule majority,
            Presence presence,
            Map<SeatId, Stance> ballots,
            @Nullable SeatId chair) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void bothCountingsAgree(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < CASES; i++) {
            var trial = trial(random);
            var number = i;
            Supplier<String> as = () -> "seed " + seed + ", case " + number + ": " + trial;
            var roll = new Roll(trial.rights());
            var naive = new Naive(trial);

            var quorum = Quorum.of(trial.rules(), roll, 1, null).found(trial.presence());
            assertThat(quorum.met()).as(as).isEqualTo(naive.quorumMet());
            var required = quorum.required();
            if (required != null) {
                assertThat(naive.isLeast(required, quorum.by())).as(as).isTrue();
            }

            var electorate = Electorate.of(roll, trial.presence());
            assertThat(electorate.seats()).as(as).isEqualTo(naive.electorate());
            var found = new Majority(trial.majority(), trial.rules(), roll)
                    .found(electorate.seats(), trial.ballots(), trial.presence().declined(), trial.chair());
            assertThat(found.outcome()).as(as).isEqualTo(naive.carried() ? Outcome.CARRIED : Outcome.REJECTED);
            var heads = found.heads();
            assertThat(heads).as(as).isNotNull();
            assertThat(heads == null ? null : heads.electorate())
                    .as(as)
                    .isEqualByComparingTo(BigDecimal.valueOf(electorate.seats().size()));
            assertThat(found.explain().en()).as(as).isNotBlank();
            assertThat(found.explain().it()).as(as).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void whatIsSaidOfAnUncertainPresenceHoldsInEveryPossibility(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < CASES / 4; i++) {
            var trial = trial(random);
            var roll = new Roll(trial.rights());
            var named = trial.presence();
            var voters = new HashSet<>(trial.ballots().keySet());
            voters.addAll(named.declined());
            var among = named.inPerson().stream()
                    .filter(seat -> roll.votes(seat) && !voters.contains(seat))
                    .limit(7)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            var atLeast = random.nextInt(among.size() + 1);
            var atMost = atLeast + random.nextInt(among.size() - atLeast + 1);
            var certain = new LinkedHashSet<>(named.inPerson());
            certain.removeAll(among);
            var rest = random.nextInt(4) == 0 ? null : Stance.values()[random.nextInt(Stance.values().length)];
            var unnamed = new Presence(
                    certain,
                    named.remote(),
                    named.represented(),
                    named.recused(),
                    named.declined(),
                    new Unnamed(among, atLeast, atMost));
            var number = i;
            Supplier<String> as = () ->
                    "seed " + seed + ", case " + number + ": rest " + rest + ", " + unnamed.unnamed() + ", " + trial;

            var possibleOutcomes = new HashSet<Outcome>();
            var possibleQuorums = new HashSet<Boolean>();
            for (var there : subsets(List.copyOf(among), atLeast, atMost)) {
                var present = new LinkedHashSet<>(certain);
                present.addAll(there);
                var presence = new Presence(
                        present, named.remote(), named.represented(), named.recused(), named.declined(), Unnamed.NONE);
                var ballots = new LinkedHashMap<>(trial.ballots());
                if (rest != null) {
                    for (var seat : Electorate.of(roll, presence).seats()) {
                        if (!named.declined().contains(seat)) {
                            ballots.putIfAbsent(seat, rest);
                        }
                    }
                }
                var naive = new Naive(
                        new Trial(trial.rights(), trial.rules(), trial.majority(), presence, ballots, trial.chair()));
                possibleOutcomes.add(naive.carried() ? Outcome.CARRIED : Outcome.REJECTED);
                possibleQuorums.add(naive.quorumMet());
            }

            var electorate = Electorate.of(roll, unnamed);
            var said = new Majority(trial.majority(), trial.rules(), roll)
                    .found(electorate, trial.ballots(), named.declined(), rest, trial.chair())
                    .outcome();
            var met = Quorum.of(trial.rules(), roll, 1, null).found(unnamed).met();
            // Several measures bound each other in ways that the extremes of each do not see: then doubt is admitted.
            var oneMeasure = trial.majority().measures().size() == 1;
            if (said != Outcome.UNDETERMINED || oneMeasure) {
                assertThat(
                                possibleOutcomes.size() == 1
                                        ? possibleOutcomes.iterator().next()
                                        : Outcome.UNDETERMINED)
                        .as(as)
                        .isEqualTo(said);
            }
            if (met != null || trial.rules().quorumFor(1, null).depth() == 0) {
                assertThat(
                                possibleQuorums.size() == 1
                                        ? possibleQuorums.iterator().next()
                                        : null)
                        .as(as)
                        .isEqualTo(met);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void whatIsSaidOfNumbersAloneHoldsForEveryDivision(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < CASES / 5; i++) {
            var seats = 3 + random.nextInt(7);
            var certain = random.nextInt(seats + 1);
            var atMost = random.nextInt(seats - certain + 1);
            var atLeast = random.nextInt(atMost + 1);
            var roll = MajorityTest.roll(seats);
            var ids = List.copyOf(roll.seats());
            var electorate = new Electorate(
                    new LinkedHashSet<>(ids.subList(0, certain)),
                    new Unnamed(Set.copyOf(ids.subList(certain, seats)), atLeast, atMost));
            var stated = new StatedNumbers(
                    perhaps(random, 10),
                    perhaps(random, 6),
                    perhaps(random, 5),
                    perhaps(random, 3),
                    perhaps(random, 2),
                    perhaps(random, 2),
                    perhaps(random, 2));
            var rules = RulesOfProcedure.defaults()
                    .change()
                    .blankAndVoidCount(random.nextBoolean())
                    .build();
            var rule = headsOnly(random);
            var possible = new HashSet<Outcome>();
            for (var heads = certain + atLeast; heads <= certain + atMost; heads++) {
                divisions(heads, stated)
                        .forEach(tally -> possible.add(
                                new Majority(rule, rules, roll).found(tally).outcome()));
            }
            var said = new Majority(rule, rules, roll).found(electorate, stated).outcome();
            assertThat(possible.size() == 1 ? possible.iterator().next() : Outcome.UNDETERMINED)
                    .as(
                            "seed %s, case %s: %s, %s, %s, %s",
                            seed, i, electorate, stated, rule, rules.blankAndVoidCount())
                    .isEqualTo(said);
        }
    }

    private static @Nullable Integer perhaps(Random random, int most) {
        return random.nextBoolean() ? (Integer) random.nextInt(most + 1) : null;
    }

    private static Rule headsOnly(Random random) {
        var rule = majority(random, 0);
        return rule instanceof Rule.Share share
                ? new Rule.Share(share.base(), share.threshold(), share.test(), Measure.HEADS)
                : rule;
    }

    /** Every way in which so many can have voted as the minutes state. Voters beyond those present are believed. */
    private static List<Tally> divisions(int heads, StatedNumbers stated) {
        var fixed = new int[] {
            or0(stated.inFavour()),
            or0(stated.against()),
            or0(stated.abstain()),
            or0(stated.blank()),
            or0(stated.invalid())
        };
        var open = new boolean[] {
            stated.inFavour() == null,
            stated.against() == null,
            stated.abstain() == null,
            stated.blank() == null,
            stated.invalid() == null
        };
        var named = fixed[0] + fixed[1] + fixed[2] + fixed[3] + fixed[4];
        var voters = stated.voters() == null ? named : Math.max(named, stated.voters());
        var declined = or0(stated.declined());
        var electorate = Math.max(heads, voters + declined);
        var free = stated.voters() == null ? electorate - named - declined : voters - named;
        var tallies = new ArrayList<Tally>();
        for (var code = 0; code < Math.pow(free + 1.0, 5); code++) {
            var more = new int[5];
            var sum = 0;
            var rest = code;
            for (var part = 0; part < 5; part++) {
                more[part] = rest % (free + 1);
                rest /= free + 1;
                sum += more[part];
            }
            var allowed = sum <= free;
            for (var part = 0; part < 5; part++) {
                allowed &= more[part] == 0 || open[part];
            }
            var exact =
                    stated.voters() == null || sum == free || !(open[0] || open[1] || open[2] || open[3] || open[4]);
            if (allowed && exact) {
                tallies.add(Tally.ofHeads(
                        fixed[0] + more[0],
                        fixed[1] + more[1],
                        fixed[2] + more[2],
                        fixed[3] + more[3],
                        fixed[4] + more[4],
                        declined,
                        electorate - declined - named - sum));
            }
        }
        return tallies;
    }

    private static int or0(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    // ---- making a case

    private static Trial trial(Random random) {
        var rights = new ArrayList<VotingRight>();
        var seats = 1 + random.nextInt(14);
        var weighted = random.nextBoolean();
        for (var i = 0; i < seats; i++) {
            var weight = weighted ? BigDecimal.valueOf(1 + random.nextInt(1000), random.nextInt(3)) : BigDecimal.ONE;
            var office = random.nextInt(6) == 0 ? "mayor" : null;
            rights.add(new VotingRight(
                    new SeatId("s" + i), weight, (long) random.nextInt(200), office, random.nextInt(8) != 0));
        }
        var inPerson = new LinkedHashSet<SeatId>();
        var remote = new LinkedHashSet<SeatId>();
        var represented = new LinkedHashSet<SeatId>();
        var recused = new LinkedHashSet<SeatId>();
        for (var right : rights) {
            switch (random.nextInt(8)) {
                case 0 -> {}
                case 1 -> remote.add(right.seat());
                case 2 -> represented.add(right.seat());
                default -> inPerson.add(right.seat());
            }
            if (random.nextInt(8) == 0) {
                recused.add(right.seat());
            }
        }
        var declined = new LinkedHashSet<SeatId>();
        var ballots = new LinkedHashMap<SeatId, Stance>();
        for (var right : rights) {
            var seat = right.seat();
            var there = inPerson.contains(seat) || remote.contains(seat) || represented.contains(seat);
            if (right.votes() && there && !recused.contains(seat)) {
                switch (random.nextInt(10)) {
                    case 0 -> {}
                    case 1 -> declined.add(seat);
                    case 2 -> ballots.put(seat, Stance.ABSTAIN);
                    case 3 -> ballots.put(seat, random.nextBoolean() ? Stance.BLANK : Stance.VOID);
                    case 4, 5, 6 -> ballots.put(seat, Stance.AGAINST);
                    default -> ballots.put(seat, Stance.FOR);
                }
            }
        }
        var rules = new RulesOfProcedure.Draft()
                .quorum(quorum(random, 2))
                .outOfBase(random.nextBoolean() ? Set.of("mayor") : Set.of())
                .outOfPresence(random.nextBoolean() ? Set.of("mayor") : Set.of())
                .quorumCounts(new RulesOfProcedure.QuorumCounts(
                        random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), random.nextBoolean()))
                .blankAndVoidCount(random.nextBoolean())
                .castingVote(random.nextBoolean())
                .build();
        var chair = random.nextBoolean() ? new SeatId("s0") : null;
        return new Trial(
                rights,
                rules,
                majority(random, 2),
                new Presence(inPerson, remote, represented, recused, declined, Unnamed.NONE),
                ballots,
                chair);
    }

    private static Rule quorum(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> new Rule.Fixed(random.nextInt(8));
            case 4 -> new Rule.AllOf(List.of(quorum(random, depth - 1), quorum(random, depth - 1)));
            case 5 -> new Rule.AnyOf(List.of(quorum(random, depth - 1), quorum(random, depth - 1)));
            default -> share(random, Base.SEATS);
        };
    }

    private static Rule majority(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 8 : 11)) {
            case 0 -> new Rule.Fixed(1 + random.nextInt(8));
            case 1 -> new Rule.FewerNotFor(1 + random.nextInt(6));
            case 2, 3 -> new Rule.MoreForThanAgainst();
            case 8, 9 -> new Rule.AllOf(List.of(majority(random, depth - 1), majority(random, depth - 1)));
            case 10 -> new Rule.AnyOf(List.of(majority(random, depth - 1), majority(random, depth - 1)));
            default -> share(random, Base.values()[random.nextInt(4)]);
        };
    }

    private static Rule share(Random random, Base base) {
        var half = random.nextBoolean();
        var denominator = half ? 2 : 2 + random.nextInt(6);
        var numerator = half ? 1 : 1 + random.nextInt(denominator - 1);
        return new Rule.Share(
                base,
                new Fraction(numerator, denominator),
                random.nextBoolean() ? Rule.Test.EXCEEDED : Rule.Test.REACHED,
                Measure.values()[random.nextInt(3)]);
    }

    private static List<Set<SeatId>> subsets(List<SeatId> seats, int atLeast, int atMost) {
        var subsets = new ArrayList<Set<SeatId>>();
        for (var bits = 0; bits < 1 << seats.size(); bits++) {
            if (Integer.bitCount(bits) >= atLeast && Integer.bitCount(bits) <= atMost) {
                var subset = new LinkedHashSet<SeatId>();
                for (var i = 0; i < seats.size(); i++) {
                    if ((bits & 1 << i) != 0) {
                        subset.add(seats.get(i));
                    }
                }
                subsets.add(subset);
            }
        }
        return subsets;
    }

    /** The second counting. Shares with the first nothing but the words. */
    private static final class Naive {
        private final Trial trial;
        private final Map<SeatId, VotingRight> voting = new HashMap<>();

        Naive(Trial trial) {
            this.trial = trial;
            for (var right : trial.rights()) {
                if (right.votes()) {
                    voting.put(right.seat(), right);
                }
            }
        }

        Set<SeatId> electorate() {
            var electorate = new HashSet<SeatId>();
            electorate.addAll(trial.presence().inPerson());
            electorate.addAll(trial.presence().remote());
            electorate.addAll(trial.presence().represented());
            electorate.removeAll(trial.presence().recused());
            electorate.retainAll(voting.keySet());
            return electorate;
        }

        boolean quorumMet() {
            return met(trial.rules().quorumFor(1, null), this::present);
        }

        /** Whether so much meets the quorum and one step less on the grid does not, where there is one measure. */
        boolean isLeast(BigDecimal presence, Measure by) {
            var finest = trial.rights().stream()
                    .filter(VotingRight::votes)
                    .mapToInt(right -> right.weight().stripTrailingZeros().scale())
                    .max()
                    .orElse(0);
            var step = by != Measure.WEIGHT || finest <= 0 ? 100 : finest == 1 ? 10 : 1;
            var hundredths = presence.movePointRight(2).longValueExact();
            var rule = trial.rules().quorumFor(1, null);
            return hundredths % step == 0
                    && met(rule, _ -> hundredths)
                    && (hundredths == 0 || !met(rule, _ -> hundredths - step));
        }

        private interface Presents {
            long of(Measure by);
        }

        private boolean met(Rule rule, Presents present) {
            if (rule instanceof Rule.Fixed fixed) {
                return present.of(Measure.HEADS) >= 100L * fixed.atLeast();
            }
            if (rule instanceof Rule.AllOf all) {
                return all.rules().stream().allMatch(each -> met(each, present));
            }
            if (rule instanceof Rule.AnyOf any) {
                return any.rules().stream().anyMatch(each -> met(each, present));
            }
            var share = (Rule.Share) rule;
            var base = 0L;
            for (var right : voting.values()) {
                if (!trial.rules().outOfBase().contains(String.valueOf(right.office()))) {
                    base += hundredths(right, share.by());
                }
            }
            return passes(share, present.of(share.by()), base);
        }

        private long present(Measure by) {
            var settings = trial.rules().quorumCounts();
            var sum = 0L;
            for (var right : voting.values()) {
                var seat = right.seat();
                var counts = trial.presence().inPerson().contains(seat);
                if (trial.presence().remote().contains(seat)) {
                    counts = settings.remote();
                }
                if (trial.presence().represented().contains(seat)) {
                    counts = settings.proxied();
                }
                if (trial.presence().recused().contains(seat) && !settings.recused()) {
                    counts = false;
                }
                if (trial.presence().declined().contains(seat) && !settings.declined()) {
                    counts = false;
                }
                if (trial.rules().outOfPresence().contains(String.valueOf(right.office()))) {
                    counts = false;
                }
                sum += counts ? hundredths(right, by) : 0;
            }
            return sum;
        }

        boolean carried() {
            return sum(Measure.HEADS, Stance.FOR) > 0 && holds(trial.majority());
        }

        private boolean holds(Rule rule) {
            if (rule instanceof Rule.AllOf all) {
                return all.rules().stream().allMatch(this::holds);
            }
            if (rule instanceof Rule.AnyOf any) {
                return any.rules().stream().anyMatch(this::holds);
            }
            if (rule instanceof Rule.Fixed fixed) {
                return sum(Measure.HEADS, Stance.FOR) >= 100L * fixed.atLeast();
            }
            if (rule instanceof Rule.FewerNotFor fewer) {
                return 100L * voting.size() - sum(Measure.HEADS, Stance.FOR) < 100L * fewer.than();
            }
            if (rule instanceof Rule.MoreForThanAgainst) {
                var difference = sum(Measure.HEADS, Stance.FOR) - sum(Measure.HEADS, Stance.AGAINST);
                return difference > 0 || (difference == 0 && casting());
            }
            return holds((Rule.Share) rule);
        }

        private boolean holds(Rule.Share share) {
            var by = share.by();
            var inFavour = sum(by, Stance.FOR);
            if (inFavour == 0) {
                return false;
            }
            var base = base(share);
            var half = share.threshold().numerator() == 1 && share.threshold().denominator() == 2;
            if (half && tie(by)) {
                if (casting()) {
                    // Where members are missing from a share of the seats, no chair makes up for them.
                    return share.base() != Base.SEATS || passes(share, inFavour, base) || 2 * inFavour == base;
                }
                var everyMeasureTied = trial.majority().measures().stream().allMatch(this::tie);
                if (everyMeasureTied && 2 * inFavour == base) {
                    return false;
                }
            }
            return passes(share, inFavour, base);
        }

        private long base(Rule.Share share) {
            var base = 0L;
            for (var right : voting.values()) {
                var stance = trial.ballots().get(right.seat());
                var counted = switch (share.base()) {
                    case SEATS -> true;
                    case PRESENT -> electorate().contains(right.seat());
                    case PARTICIPATING ->
                        stance != null
                                && (trial.rules().blankAndVoidCount()
                                        || (stance != Stance.BLANK && stance != Stance.VOID));
                    case EXPRESSED -> stance == Stance.FOR || stance == Stance.AGAINST;
                };
                base += counted ? hundredths(right, share.by()) : 0;
            }
            return base;
        }

        private boolean tie(Measure by) {
            return sum(by, Stance.FOR) == sum(by, Stance.AGAINST);
        }

        private boolean casting() {
            return trial.rules().castingVote()
                    && trial.chair() != null
                    && trial.ballots().get(trial.chair()) == Stance.FOR;
        }

        private long sum(Measure by, Stance stance) {
            var sum = 0L;
            for (var ballot : trial.ballots().entrySet()) {
                var right = voting.get(ballot.getKey());
                if (ballot.getValue() == stance && right != null) {
                    sum += hundredths(right, by);
                }
            }
            return sum;
        }

        private static long hundredths(VotingRight right, Measure by) {
            return switch (by) {
                case HEADS -> 100;
                case WEIGHT -> right.weight().multiply(BigDecimal.valueOf(100)).longValueExact();
                case POPULATION -> {
                    var population = right.population();
                    yield population == null ? 0 : 100 * population;
                }
            };
        }

        private static boolean passes(Rule.Share share, long amount, long base) {
            var left = BigInteger.valueOf(amount)
                    .multiply(BigInteger.valueOf(share.threshold().denominator()));
            var right = BigInteger.valueOf(base)
                    .multiply(BigInteger.valueOf(share.threshold().numerator()));
            return share.test() == Rule.Test.EXCEEDED ? left.compareTo(right) > 0 : left.compareTo(right) >= 0;
        }
    }
}
