package org.plenum.decision.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenum.decision.counting.ElectionFound.AnotherRound;
import org.plenum.decision.counting.ElectionFound.Complete;
import org.plenum.decision.counting.ElectionFound.DrawLots;
import org.plenum.decision.counting.ElectionFound.How;
import org.plenum.decision.counting.ElectionFound.Unknown;
import org.plenum.decision.counting.ElectionFound.Vacant;
import org.plenum.vocabulary.Candidate;
import org.plenum.vocabulary.CandidateId;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.ElectionRule;
import org.plenum.vocabulary.ElectionRule.Round;
import org.plenum.vocabulary.ElectionRule.Ties;
import org.plenum.vocabulary.Fraction;
import org.plenum.vocabulary.Lot;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.RulesOfProcedure;
import org.plenum.vocabulary.SeatId;

class ElectionTest {
    private static final RulesOfProcedure USUAL = RulesOfProcedure.defaults();
    private static final Candidate ROSSI = candidate("rossi", "1950-03-01");
    private static final Candidate BIANCHI = candidate("bianchi", "1960-03-01");
    private static final Candidate VERDI = candidate("verdi", "1960-03-01");
    private static final Candidate NERI = candidate("neri", null);
    private static final List<Candidate> ALL = List.of(ROSSI, BIANCHI, VERDI, NERI);

    /**
     * The president of a municipal council: two thirds of the members at the first round, their absolute majority at the
     * second, then a run-off between the two with the most votes, as many statutes have it.
     */
    private static final ElectionRule PRESIDENT = new ElectionRule(
            1,
            1,
            List.of(
                    new Round(share(Rule.Base.SEATS, "2/3", Rule.Test.REACHED), null),
                    new Round(share(Rule.Base.SEATS, "1/2", Rule.Test.EXCEEDED), null),
                    new Round(null, 2)),
            Ties.SENIORITY,
            Measure.HEADS);

    @Test
    void thresholdsChangeByRound() {
        var first = Election.first(PRESIDENT, ALL, USUAL, MajorityTest.roll(17));
        var notEnough = first.found(secret("rossi*11", "bianchi*4", "blank*2"), 17, 0, List.of());
        assertThat(notEnough.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(notEnough.next()).isEqualTo(new AnotherRound(2, ids("rossi", "bianchi", "verdi", "neri"), 1));
        assertThat(notEnough.explain().en())
                .isEqualTo("nobody elected, most votes for Rossi, votes 11, needed 12: at least two thirds of 17 voting"
                        + " seats; places left 1, another round with Rossi, Bianchi, Verdi, Neri");
        var second = first.next((AnotherRound) notEnough.next());
        var elected = second.found(secret("rossi*9", "bianchi*8"), 17, 0, List.of());
        assertThat(elected.outcome()).isEqualTo(Outcome.CARRIED);
        assertThat(elected.explain().it())
                .isEqualTo(
                        "elezione di Rossi, voti 9, necessari 9: più della metà di 17 componenti con diritto di voto");
    }

    @Test
    void theRunOffIsBetweenTheTwoWithTheMostVotes() {
        var second = new Election(PRESIDENT, 2, ALL, 1, USUAL, MajorityTest.roll(17));
        var nobody = second.found(secret("neri*7", "bianchi*6", "rossi*4"), 17, 0, List.of());
        assertThat(nobody.next()).isEqualTo(new AnotherRound(3, ids("neri", "bianchi"), 1));
        var third = second.next((AnotherRound) nobody.next());
        assertThat(third.standing()).extracting(Candidate::name).containsExactly("Bianchi", "Neri");
        assertThat(third.found(secret("bianchi*3", "neri*2", "blank*12"), 17, 0, List.of())
                        .elected())
                .extracting(elected -> elected.poll().candidate())
                .containsExactly(BIANCHI);
    }

    @Test
    void equalVotesAtTheRunOffsEdgeGoBySeniority() {
        var second = new Election(PRESIDENT, 2, ALL, 1, USUAL, MajorityTest.roll(17));
        assertThat(second.found(secret("verdi*7", "bianchi*4", "rossi*4"), 17, 0, List.of())
                        .next())
                .isEqualTo(new AnotherRound(3, ids("verdi", "rossi"), 1));
        assertThat(second.found(secret("rossi*7", "bianchi*4", "verdi*4"), 17, 0, List.of())
                        .next())
                .isEqualTo(new DrawLots(ids("bianchi", "verdi"), 1, true));
        assertThat(second.found(secret("rossi*7", "bianchi*4", "verdi*4"), 17, 0, List.of(lot("verdi", "bianchi")))
                        .next())
                .isEqualTo(new AnotherRound(3, ids("rossi", "verdi"), 1));
    }

    @Test
    void aTieGoesToTheMoreSenior() {
        var most = rule(1, 1, Ties.SENIORITY);
        var found = election(most).found(secret("bianchi*5", "rossi*5"), 12, 2, List.of());
        assertThat(found.elected()).singleElement().satisfies(elected -> {
            assertThat(elected.poll().candidate()).isEqualTo(ROSSI);
            assertThat(elected.how()).isEqualTo(How.SENIORITY);
        });
        assertThat(found.explain().en()).isEqualTo("elected: Rossi, votes 5, of those equal the more senior");
        assertThat(found.counts().heads().declined()).isEqualTo(BigDecimal.TWO);
    }

    @Test
    void theSameSeniorityOrAnUnknownOneGoesToTheLot() {
        var most = election(rule(1, 1, Ties.SENIORITY));
        var same = most.found(secret("bianchi*5", "verdi*5"), 12, 0, List.of());
        assertThat(same.outcome()).isEqualTo(Outcome.UNDETERMINED);
        assertThat(same.next()).isEqualTo(new DrawLots(ids("bianchi", "verdi"), 1, false));
        assertThat(most.found(secret("neri*5", "verdi*5"), 12, 0, List.of()).next())
                .isEqualTo(new DrawLots(ids("verdi", "neri"), 1, false));
        var drawn = most.found(secret("bianchi*5", "verdi*5"), 12, 0, List.of(lot("verdi", "bianchi")));
        assertThat(drawn.elected()).singleElement().satisfies(elected -> {
            assertThat(elected.poll().candidate()).isEqualTo(VERDI);
            assertThat(elected.how()).isEqualTo(How.LOT);
        });
    }

    @Test
    void seniorityDecidesAsFarAsItCan() {
        var two = election(rule(2, 1, Ties.SENIORITY));
        var ballots = secret("bianchi*3", "verdi*3", "rossi*3");
        var found = two.found(ballots, 9, 0, List.of());
        assertThat(found.elected())
                .extracting(elected -> elected.poll().candidate())
                .containsExactly(ROSSI);
        assertThat(found.next()).isEqualTo(new DrawLots(ids("bianchi", "verdi"), 1, false));
        assertThat(two.found(ballots, 9, 0, List.of(lot("bianchi", "verdi"))).elected())
                .extracting(elected -> elected.poll().candidate())
                .containsExactly(ROSSI, BIANCHI);
    }

    @Test
    void aLotBetweenOthersDecidesNothing() {
        var found = election(rule(1, 1, Ties.LOT))
                .found(secret("bianchi*5", "verdi*5"), 12, 0, List.of(lot("rossi", "verdi")));
        assertThat(found.next()).isEqualTo(new DrawLots(ids("bianchi", "verdi"), 1, false));
    }

    @Test
    void equalsMayStandAgain() {
        var found =
                election(rule(2, 1, Ties.REPEAT)).found(secret("rossi*4", "bianchi*3", "verdi*3"), 10, 0, List.of());
        assertThat(found.elected())
                .extracting(elected -> elected.poll().candidate())
                .containsExactly(ROSSI);
        assertThat(found.next()).isEqualTo(new AnotherRound(2, ids("bianchi", "verdi"), 1));
    }

    @Test
    void aBallotMayPreferSeveral() {
        // Three auditors, at most two preferences each: the minority keeps a chance.
        var election = election(rule(3, 2, Ties.SENIORITY));
        var ballots = new LinkedHashMap<SeatId, Choice>();
        for (var i = 1; i <= 10; i++) {
            ballots.put(new SeatId("s" + i), i <= 6 ? prefer("rossi", "bianchi") : prefer("neri"));
        }
        var found = election.found(MajorityTest.roll(12).seats(), ballots, Set.of(), List.of());
        assertThat(found.elected())
                .extracting(elected -> elected.poll().candidate())
                .containsExactly(ROSSI, BIANCHI, NERI);
        assertThat(found.next()).isEqualTo(new Complete());
        assertThat(found.counts().heads().inFavour()).isEqualTo(BigDecimal.TEN);
        assertThat(found.counts().heads().didNotVote()).isEqualTo(BigDecimal.TWO);
    }

    @Test
    void halfOfTheBallotsIsReachedByTwo() {
        var rule = new ElectionRule(
                2,
                2,
                List.of(new Round(share(Rule.Base.EXPRESSED, "1/2", Rule.Test.REACHED), null)),
                Ties.LOT,
                Measure.HEADS);
        var found = election(rule).found(secret("rossi*5", "bianchi*5", "blank*3"), 13, 0, List.of());
        assertThat(found.next()).isEqualTo(new Complete());
        assertThat(found.explain().en())
                .startsWith("elected: Rossi, votes 5, needed 5: at least half of 10 ballots with a preference");
    }

    @Test
    void nobodyIsElectedWithoutAVote() {
        var found = election(rule(2, 1, Ties.LOT)).found(secret("blank*5", "rossi*1"), 6, 0, List.of());
        assertThat(found.elected()).hasSize(1);
        assertThat(found.next()).isEqualTo(new AnotherRound(2, ids("bianchi", "verdi", "neri"), 1));
        var alone = Election.first(rule(2, 1, Ties.LOT), List.of(ROSSI), USUAL, MajorityTest.roll(5));
        assertThat(alone.found(secret("rossi*3"), 5, 0, List.of()).next()).isEqualTo(new Vacant(1));
    }

    @Test
    void weightsAndPopulationsCountWhereTheRuleSays() {
        var roll = new Roll(List.of(
                new VotingRight(new SeatId("s1"), new BigDecimal("60.5"), 100L, null, true),
                new VotingRight(new SeatId("s2"), new BigDecimal("20"), 900L, null, true),
                new VotingRight(new SeatId("s3"), new BigDecimal("19.5"), null, null, true)));
        Map<SeatId, Choice> ballots = Map.of(
                new SeatId("s1"), prefer("rossi"),
                new SeatId("s2"), prefer("bianchi"),
                new SeatId("s3"), prefer("bianchi"));
        assertThat(winner(Measure.WEIGHT, roll, ballots)).isEqualTo("Rossi");
        assertThat(winner(Measure.HEADS, roll, ballots)).isEqualTo("Bianchi");
        var byPopulation = new ElectionRule(1, 1, List.of(Round.MOST_VOTES), Ties.LOT, Measure.POPULATION);
        var unknown = Election.first(byPopulation, ALL, USUAL, roll).found(roll.seats(), ballots, Set.of(), List.of());
        assertThat(unknown.next()).isEqualTo(new Unknown());
        assertThat(unknown.outcome()).isEqualTo(Outcome.UNDETERMINED);
    }

    private static String winner(Measure by, Roll roll, Map<SeatId, Choice> ballots) {
        var rule = new ElectionRule(1, 1, List.of(Round.MOST_VOTES), Ties.LOT, by);
        return Election.first(rule, ALL, USUAL, roll)
                .found(roll.seats(), ballots, Set.of(), List.of())
                .elected()
                .getFirst()
                .poll()
                .candidate()
                .name();
    }

    @Test
    void aChoiceMustBeOneThatTheElectionKnows() {
        var election = election(rule(1, 1, Ties.LOT));
        for (var choice :
                List.of(Choice.Stance.FOR, Choice.Stance.AGAINST, prefer("rossi", "verdi"), prefer("nobody"))) {
            assertThatThrownBy(() -> election.check(choice)).isInstanceOf(Malformed.class);
        }
        election.check(Choice.Stance.BLANK);
        election.check(prefer("neri"));
    }

    @Test
    void aRuleMustBeOne() {
        assertThatThrownBy(() -> rule(0, 1, Ties.LOT)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> rule(1, 0, Ties.LOT)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new ElectionRule(1, 1, List.of(), Ties.LOT, Measure.HEADS))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new ElectionRule(1, 1, List.of(new Round(null, 2)), Ties.LOT, Measure.HEADS))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new ElectionRule(
                        1, 1, List.of(new Round(new Rule.MoreForThanAgainst(), null)), Ties.LOT, Measure.HEADS))
                .isInstanceOf(Malformed.class);
    }

    /** Plurality against a naive count: whoever has fewer votes is never elected before one who has more. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void randomElectionsElectTheMostVoted(long seed) {
        var random = new Random(seed);
        for (var i = 0; i < 300; i++) {
            var candidates = new ArrayList<Candidate>();
            for (var c = 0; c < 2 + random.nextInt(6); c++) {
                candidates.add(new Candidate(
                        new CandidateId("c" + c),
                        "C" + c,
                        random.nextInt(4) == 0 ? null : LocalDate.of(1950 + random.nextInt(3), 1, 1)));
            }
            var places = 1 + random.nextInt(3);
            var preferences = 1 + random.nextInt(2);
            var ballots = new ArrayList<Choice>();
            var naive = new TreeMap<String, Integer>();
            for (var b = 0; b < random.nextInt(20); b++) {
                var ids = candidates.stream().map(Candidate::id).collect(Collectors.toCollection(ArrayList::new));
                Collections.shuffle(ids, random);
                var preferred = ids.subList(0, 1 + random.nextInt(preferences));
                preferred.forEach(id -> naive.merge(id.value(), 1, Integer::sum));
                ballots.add(new Choice.Preferences(preferred));
            }
            var found = Election.first(
                            rule(places, preferences, Ties.SENIORITY), candidates, USUAL, MajorityTest.roll(20))
                    .found(ballots, 20, 0, List.of());
            var as = "seed " + seed + ", case " + i + ": " + naive + ", places " + places + ", " + candidates;
            var elected = found.elected().stream()
                    .map(one -> one.poll().candidate().id().value())
                    .toList();
            assertThat(elected).as(as).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(places);
            assertThat(naive.keySet()).as(as).containsAll(elected);
            var worst = elected.stream().mapToInt(naive::get).min().orElse(Integer.MAX_VALUE);
            var left = new TreeMap<>(naive);
            elected.forEach(left::remove);
            var best = left.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            switch (found.next()) {
                case Complete _ -> assertThat(best).as(as).isLessThanOrEqualTo(worst);
                case DrawLots draw -> {
                    assertThat(draw.places()).as(as).isEqualTo(places - elected.size());
                    assertThat(draw.among().stream()
                                    .map(id -> naive.get(id.value()))
                                    .distinct())
                            .as(as)
                            .containsExactly(best);
                    assertThat(draw.among()).as(as).hasSizeGreaterThan(draw.places());
                }
                case AnotherRound another -> {
                    assertThat(left).as(as).isEmpty();
                    assertThat(another.places()).as(as).isEqualTo(places - elected.size());
                }
                case Vacant _ -> assertThat(elected).as(as).hasSize(candidates.size());
                case Unknown _ -> throw new AssertionError(as);
            }
        }
    }

    private static Election election(ElectionRule rule) {
        return Election.first(rule, ALL, USUAL, MajorityTest.roll(20));
    }

    private static ElectionRule rule(int places, int preferences, Ties ties) {
        return new ElectionRule(places, preferences, List.of(Round.MOST_VOTES), ties, Measure.HEADS);
    }

    private static Rule share(Rule.Base base, String threshold, Rule.Test test) {
        return new Rule.Share(base, Fraction.parse(threshold), test, Measure.HEADS);
    }

    private static Candidate candidate(String id, String seniority) {
        var name = id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
        return new Candidate(new CandidateId(id), name, seniority == null ? null : LocalDate.parse(seniority));
    }

    /** Ballots such as "rossi*3" or "blank*2". */
    private static List<Choice> secret(String... bundles) {
        var ballots = new ArrayList<Choice>();
        Function<String, Choice> choice = word -> word.equals("blank") ? Choice.Stance.BLANK : prefer(word);
        for (var bundle : bundles) {
            var word = bundle.substring(0, bundle.indexOf('*'));
            for (var i = 0; i < Integer.parseInt(bundle.substring(bundle.indexOf('*') + 1)); i++) {
                ballots.add(choice.apply(word));
            }
        }
        return ballots;
    }

    private static Choice prefer(String... candidates) {
        return new Choice.Preferences(ids(candidates));
    }

    private static List<CandidateId> ids(String... candidates) {
        return List.of(candidates).stream().map(CandidateId::new).toList();
    }

    private static Lot lot(String... drawn) {
        return new Lot(ids(drawn));
    }
}
