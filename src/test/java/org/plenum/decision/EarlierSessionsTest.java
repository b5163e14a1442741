package org.plenum.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenum.decision.SessionScenario.REASON;
import static org.plenum.decision.SessionScenario.SESSION;
import static org.plenum.decision.SessionScenario.convene;
import static org.plenum.decision.SessionScenario.convened;
import static org.plenum.decision.SessionScenario.live;
import static org.plenum.decision.SessionScenario.question;
import static org.plenum.decision.SessionScenario.roll;
import static org.plenum.decision.SessionScenario.seat;
import static org.plenum.decision.SessionScenario.transcribed;
import static org.plenum.decision.SessionScenario.vote;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plenum.command.EarlierSession;
import org.plenum.command.Refusal.AnotherVoteOpen;
import org.plenum.command.Refusal.DecidedByStages;
import org.plenum.command.Refusal.EarlierSessionNeeded;
import org.plenum.command.Refusal.NotAStage;
import org.plenum.command.Refusal.NotEarlierSession;
import org.plenum.command.Refusal.NotInElectorate;
import org.plenum.command.Refusal.StageBringsMajority;
import org.plenum.command.Refusal.StageNotDecided;
import org.plenum.command.Refusal.StageOutOfTerm;
import org.plenum.command.Refusal.UnknownSession;
import org.plenum.command.Refusal.WhoSatUnknown;
import org.plenum.command.SessionCommand.AnnulVote;
import org.plenum.command.SessionCommand.CastBallot;
import org.plenum.command.SessionCommand.ConveneSession;
import org.plenum.command.SessionCommand.CorrectAttendance;
import org.plenum.command.SessionCommand.CountRoll;
import org.plenum.command.SessionCommand.OpenSession;
import org.plenum.command.SessionCommand.OpenVote;
import org.plenum.command.SessionCommand.OpenVoteAcross;
import org.plenum.event.SessionEvent.StageNamed;
import org.plenum.event.SessionEvent.VoteOpened;
import org.plenum.event.SessionEvent.WhoSatNamed;
import org.plenum.vocabulary.Across;
import org.plenum.vocabulary.AssemblyId;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.Fraction;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.Outcome;
import org.plenum.vocabulary.Provenance;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.SessionId;
import org.plenum.vocabulary.Stage;
import org.plenum.vocabulary.Stages;
import org.plenum.vocabulary.When;

/** Votes in which earlier sessions have a part. */
class EarlierSessionsTest {
    private static final SessionId EARLIER = new SessionId("earlier");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    /**
     * Art. 6, c. 4, d.lgs. 267/2000: "Gli statuti sono deliberati dai rispettivi consigli con il voto favorevole dei due
     * terzi dei consiglieri assegnati. Qualora tale maggioranza non venga raggiunta, la votazione è ripetuta in successive
     * sedute da tenersi entro trenta giorni e lo statuto è approvato se ottiene per due volte il voto favorevole della
     * maggioranza assoluta dei consiglieri assegnati."
     */
    private static final Stages STATUTE = new Stages(
            share(new Fraction(2, 3), Rule.Test.REACHED),
            share(Fraction.HALF, Rule.Test.EXCEEDED),
            2,
            Period.ofDays(30),
            null);

    private static Rule share(Fraction threshold, Rule.Test test) {
        return new Rule.Share(Rule.Base.SEATS, threshold, test, Measure.HEADS);
    }

    private static OpenVote tied(Across across) {
        return tied(across, null);
    }

    private static OpenVote tied(Across across, @Nullable Rule majority) {
        var q = question("v", majority);
        return new OpenVote(
                q.session(),
                q.vote(),
                q.items(),
                q.subject(),
                q.method(),
                q.majority(),
                false,
                null,
                null,
                null,
                null,
                across);
    }

    /** A session as later ones know it, on a day of its own. */
    private static EarlierSession earlier(SessionScenario session, SessionId id, LocalDate date) {
        var known = EarlierSessions.of(session.state());
        return new EarlierSession(
                id, known.assembly(), date, known.upTo(), known.sat(), known.namesCertain(), known.staged());
    }

    private static SessionScenario twelve() {
        return live(12).openWith("a", "b", "c", "d", "e", "f", "g", "h", "i");
    }

    private static SessionScenario on(LocalDate date) {
        var c = convene(Provenance.LIVE, roll(12), null, null);
        var scenario = convened(new ConveneSession(
                c.session(),
                c.assembly(),
                c.assemblyName(),
                c.title(),
                date,
                c.zone(),
                c.provenance(),
                c.call(),
                c.secondCallOf(),
                c.place(),
                c.scheduled(),
                c.president(),
                c.clerk(),
                c.source(),
                c.agenda(),
                c.roll(),
                c.rules(),
                c.sheet()));
        return scenario.openWith("a", "b", "c", "d", "e", "f", "g", "h", "i");
    }

    private static void ballots(SessionScenario s, int inFavour, int against) {
        IntStream.range(0, inFavour + against)
                .forEach(i -> s.accepted(new CastBallot(
                        SESSION,
                        vote("v"),
                        seat(Character.toString('a' + i)),
                        i < inFavour ? Choice.Stance.FOR : Choice.Stance.AGAINST)));
        s.closeVote("v");
    }

    private static SessionScenario first(int inFavour, int against) {
        var s = twelve().accepted(tied(Across.first(STATUTE)));
        ballots(s, inFavour, against);
        return s;
    }

    private static OpenVoteAcross next(EarlierSession earlier) {
        return new OpenVoteAcross(SESSION, tied(Across.after(earlier.session(), vote("v"))), earlier);
    }

    private static String told(SessionScenario s) {
        var known = s.state().vote(vote("v")).orElseThrow();
        return VoteCount.of(s.state(), known).explain(s.state(), known).en();
    }

    // ---- minutes

    @Test
    void minutesAreApprovedByThoseWhoSatThen() {
        var then = live(5).openWith("a", "b", "c").depart("b").arrive("d");
        var now = live(5).openWith("a", "d", "e");
        now.accepted(new OpenVoteAcross(SESSION, tied(Across.minutesOf(EARLIER)), earlier(then, EARLIER, DAY)));
        assertThat(now.events().getFirst())
                .isEqualTo(new WhoSatNamed(
                        vote("v"),
                        EARLIER,
                        then.state().position(),
                        List.of(seat("a"), seat("b"), seat("c"), seat("d"))));
        assertThat(((VoteOpened) now.events().getLast()).electorate()).isEqualTo(2);
        now.refused(
                new CastBallot(SESSION, vote("v"), seat("e"), Choice.Stance.FOR),
                new NotInElectorate(vote("v"), seat("e")));
        now.cast("v", "a+", "d+").closeVote("v");
        assertThat(now.state().vote(vote("v")).orElseThrow().outcome()).isEqualTo(Outcome.CARRIED);
    }

    @Test
    void whoLeftBeforeTheOpeningOrWasPutThereByMistakeDidNotSit() {
        var then = live(5).arrive("a").arrive("b").arrive("c").depart("b").accepted(new OpenSession(SESSION));
        assertThat(then.state().sat()).containsExactly(seat("a"), seat("c"));
        then.arrive("d");
        var mistake = then.state().position();
        then.accepted(new CorrectAttendance(SESSION, mistake, true, null, When.NOT_STATED, null, null, REASON));
        assertThat(then.state().sat()).containsExactly(seat("a"), seat("c"));
        assertThat(live(3).arrive("a").state().sat()).isEmpty();
    }

    @Test
    void aNewcomerWhoDidNotSitThenDoesNotVoteEvenWhereNewcomersDo() {
        var then = live(5).openWith("a", "b", "c");
        var now = live(5, rules -> rules.newcomersVote(true)).openWith("a", "d", "e");
        now.accepted(new OpenVoteAcross(SESSION, tied(Across.minutesOf(EARLIER)), earlier(then, EARLIER, DAY)));
        now.arrive("b");
        now.cast("v", "b+");
        now.refused(
                new CastBallot(SESSION, vote("v"), seat("d"), Choice.Stance.FOR),
                new NotInElectorate(vote("v"), seat("d")));
    }

    @Test
    void manyWhoSatTakeSeveralEntries() {
        var many = IntStream.range(0, 1000).mapToObj(i -> seat("seat-" + i)).toList();
        var named = new Ties(new Ties.WhoSat(EARLIER, 7, new LinkedHashSet<>(many)), null).named(vote("v"));
        assertThat(named.size()).isGreaterThan(1);
        var together = BeforeVote.NOTHING;
        for (var event : named) {
            together = together.with((WhoSatNamed) event);
        }
        var known = together.of(vote("v")).ties().whoSat();
        assertThat(known).isNotNull();
        assertThat(new ArrayList<>(known.seats())).isEqualTo(many);
        assertThat(together.of(vote("w")).ties()).isEqualTo(Ties.NONE);
    }

    @Test
    void theEarlierSessionMustBeOneOfTheSameAssemblyAndKnownByName() {
        var now = live(5).openWith("a", "b", "c");
        var minutes = tied(Across.minutesOf(EARLIER));
        now.refused(minutes, new EarlierSessionNeeded(EARLIER));
        now.refused(new OpenVoteAcross(SESSION, minutes, null), new UnknownSession(EARLIER));
        var then = live(5).openWith("a");
        now.refused(
                new OpenVoteAcross(SESSION, tied(Across.minutesOf(SESSION)), earlier(then, SESSION, DAY)),
                new NotEarlierSession(SESSION));
        var stranger = new EarlierSession(EARLIER, new AssemblyId("another"), DAY, 9, List.of(), true, Map.of());
        now.refused(new OpenVoteAcross(SESSION, minutes, stranger), new NotEarlierSession(EARLIER));
        var numbers = transcribed(5).accepted(new CountRoll(SESSION, 4)).accepted(new OpenSession(SESSION));
        now.refused(new OpenVoteAcross(SESSION, minutes, earlier(numbers, EARLIER, DAY)), new WhoSatUnknown(EARLIER));
        now.openVote("w");
        now.refused(new OpenVoteAcross(SESSION, minutes, earlier(then, EARLIER, DAY)), new AnotherVoteOpen(vote("w")));
    }

    // ---- stages

    @Test
    void twoThirdsAdoptAStatuteAtOnce() {
        var s = twelve().accepted(tied(Across.first(STATUTE)));
        assertThat(s.events().getFirst()).isEqualTo(new StageNamed(vote("v"), STATUTE, List.of()));
        assertThat(((VoteOpened) s.events().getLast()).majority()).isEqualTo(STATUTE.outright());
        ballots(s, 8, 1);
        assertThat(told(s)).endsWith("adopted at the first vote, and no other is needed");
        on(DAY.plusDays(3)).refused(next(earlier(s, EARLIER, DAY)), new DecidedByStages(EARLIER, vote("v")));
    }

    @Test
    void orMoreThanHalfAdoptItTwiceWithinThirtyDays() {
        var s = first(7, 2);
        assertThat(s.state().vote(vote("v")).orElseThrow().outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(told(s))
                .endsWith(
                        "not enough at the first vote: in other sessions, 2 votes carried are needed (term: 9/4/2026)");

        var once = on(DAY.plusDays(7)).accepted(next(earlier(s, EARLIER, DAY)));
        assertThat(((VoteOpened) once.events().getLast()).majority()).isEqualTo(STATUTE.each());
        ballots(once, 7, 2);
        assertThat(told(once)).endsWith("votes carried: 1 of 2: the proposal is not adopted yet (term: 9/4/2026)");

        var second = new SessionId("second");
        var twice = on(DAY.plusDays(30)).accepted(next(earlier(once, second, DAY.plusDays(7))));
        assertThat(twice.events().getFirst())
                .isEqualTo(new StageNamed(
                        vote("v"),
                        STATUTE,
                        List.of(
                                new Stage(
                                        EARLIER,
                                        vote("v"),
                                        DAY,
                                        false,
                                        s.state().position()),
                                new Stage(
                                        second,
                                        vote("v"),
                                        DAY.plusDays(7),
                                        true,
                                        once.state().position()))));
        ballots(twice, 7, 2);
        assertThat(told(twice)).endsWith("votes carried: 2 of 2 (before: 17/3/2026): the proposal is adopted");
        assertThat(EarlierSessions.of(twice.state()).staged().get(vote("v")).adopted())
                .isTrue();
    }

    @Test
    void aVoteThatFailsInBetweenCountsForNothing() {
        var s = first(3, 6);
        var failed = on(DAY.plusDays(7)).accepted(next(earlier(s, EARLIER, DAY)));
        ballots(failed, 6, 3);
        assertThat(told(failed)).endsWith("votes carried: 0 of 2: the proposal is not adopted yet (term: 9/4/2026)");
    }

    @Test
    void afterTheTermTheVoteIsTooLate() {
        var s = first(7, 2);
        var late = DAY.plusDays(31);
        on(late).refused(next(earlier(s, EARLIER, DAY)), new StageOutOfTerm(late, null, DAY.plusDays(30)));
    }

    /** Art. 123, c. 2, Cost.: "con due deliberazioni successive adottate ad intervallo non minore di due mesi". */
    @Test
    void twoDeliberationsMustLieTwoMonthsApart() {
        var stages = new Stages(null, share(Fraction.HALF, Rule.Test.EXCEEDED), 2, null, Period.ofMonths(2));
        var s = twelve().accepted(tied(Across.first(stages)));
        ballots(s, 7, 2);
        assertThat(told(s)).endsWith("votes carried: 1 of 2: the proposal is not adopted yet");
        var soon = LocalDate.of(2026, 5, 9);
        on(soon).refused(next(earlier(s, EARLIER, DAY)), new StageOutOfTerm(soon, LocalDate.of(2026, 5, 10), null));
        var then = on(LocalDate.of(2026, 5, 10)).accepted(next(earlier(s, EARLIER, DAY)));
        ballots(then, 7, 2);
        assertThat(told(then)).endsWith("votes carried: 2 of 2 (before: 10/3/2026): the proposal is adopted");
    }

    @Test
    void onlyADecidedStageGoesOnAndNoMajorityIsChosenForIt() {
        var now = on(DAY.plusDays(7));
        now.refused(tied(Across.first(STATUTE), new Rule.MoreForThanAgainst()), new StageBringsMajority());
        var plain = twelve().openVote("v");
        ballots(plain, 5, 4);
        now.refused(next(earlier(plain, EARLIER, DAY)), new NotAStage(EARLIER, vote("v")));
        var open = twelve().accepted(tied(Across.first(STATUTE)));
        now.refused(next(earlier(open, EARLIER, DAY)), new StageNotDecided(EARLIER, vote("v")));
        var annulled = first(7, 2).accepted(new AnnulVote(SESSION, vote("v"), REASON));
        now.refused(next(earlier(annulled, EARLIER, DAY)), new StageNotDecided(EARLIER, vote("v")));
        now.refused(
                new OpenVoteAcross(
                        SESSION,
                        tied(Across.after(EARLIER, vote("v")), new Rule.MoreForThanAgainst()),
                        earlier(first(7, 2), EARLIER, DAY)),
                new StageBringsMajority());
    }

    @Test
    void whatRepeatsAnAnnulledVoteKeepsItsTies() {
        var s = first(7, 2).accepted(new AnnulVote(SESSION, vote("v"), REASON));
        s.refused(repetition(new Rule.MoreForThanAgainst()), new StageBringsMajority());
        s.accepted(repetition(null));
        assertThat(s.events().getFirst()).isEqualTo(new StageNamed(vote("again"), STATUTE, List.of()));
        assertThat(((VoteOpened) s.events().getLast()).majority()).isEqualTo(STATUTE.outright());

        var then = live(5).openWith("a", "b", "c");
        var now = live(5).openWith("a", "d", "e")
                .accepted(new OpenVoteAcross(SESSION, tied(Across.minutesOf(EARLIER)), earlier(then, EARLIER, DAY)));
        now.accepted(new AnnulVote(SESSION, vote("v"), REASON)).accepted(repetition(null));
        assertThat(((VoteOpened) now.events().getLast()).electorate()).isEqualTo(1);
        assertThat(now.events().getFirst()).isInstanceOf(WhoSatNamed.class);
    }

    private static OpenVote repetition(@Nullable Rule majority) {
        var q = question("again", majority);
        return new OpenVote(
                q.session(),
                q.vote(),
                q.items(),
                q.subject(),
                q.method(),
                majority,
                false,
                null,
                vote("v"),
                null,
                null);
    }
}
