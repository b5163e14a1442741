package org.plenum.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plenum.command.Refusal;
import org.plenum.command.SessionCommand;
import org.plenum.command.SessionCommand.*;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.vocabulary.*;

/** A session in a test: commands are decided and their events folded, with a clock that moves a second each time. */
public final class SessionScenario {
    /** When scenarios begin: 18:00 in Rome. */
    public static final Instant START = Instant.parse("2026-03-10T17:00:00Z");

    /** The session of every scenario. */
    public static final SessionId SESSION = new SessionId("council-2026-03-10");

    private final SessionState state = new SessionState();
    private final List<Recorded<SessionEvent>> history = new ArrayList<>();
    private Instant now = START;
    private List<Fact<SessionEvent>> last = List.of();
    private @Nullable Refusal refusal;

    /** A live session convened with seats "a", "b", … of weight one. */
    public static SessionScenario live(int seats) {
        return live(seats, rules -> rules);
    }

    /** The same with rules of its own. */
    public static SessionScenario live(int seats, UnaryOperator<RulesOfProcedure.Draft> rules) {
        var draft = rules.apply(RulesOfProcedure.defaults().change());
        return convened(convene(Provenance.LIVE, roll(seats), draft.build(), null));
    }

    /** A transcribed session convened with such seats and no rules stated. */
    public static SessionScenario transcribed(int seats) {
        return convened(convene(Provenance.TRANSCRIBED, roll(seats), null, null));
    }

    /** A session convened by this command. */
    public static SessionScenario convened(ConveneSession command) {
        return new SessionScenario().accepted(command);
    }

    /** A convening command. */
    public static ConveneSession convene(
            Provenance provenance, List<Seat> roll, @Nullable RulesOfProcedure rules, @Nullable LocalTime scheduled) {
        return new ConveneSession(
                SESSION,
                new AssemblyId("council"),
                "The council",
                "Session of 10 March",
                LocalDate.of(2026, 3, 10),
                ZoneId.of("Europe/Rome"),
                provenance,
                1,
                null,
                "Town hall",
                scheduled,
                null,
                null,
                null,
                List.of(item("1"), item("2"), item("3/bis")),
                roll,
                rules,
                Map.of());
    }

    /** Seats "a", "b", … with a delegate each. */
    public static List<Seat> roll(int seats) {
        return IntStream.range(0, seats)
                .mapToObj(i -> {
                    var id = i < 26 ? Character.toString('a' + i) : "s" + i;
                    return new Seat(
                            new SeatId(id),
                            "Seat " + id,
                            i + 1,
                            BigDecimal.ONE,
                            null,
                            null,
                            true,
                            Delegate.named("Delegate " + id));
                })
                .toList();
    }

    /** An item of the agenda. */
    public static AgendaItem item(String number) {
        return new AgendaItem(new ItemNumber(number), "Item " + number, null);
    }

    /** Seats by their identifiers. */
    public static SeatId seat(String id) {
        return new SeatId(id);
    }

    /** A vote by its identifier. */
    public static VoteId vote(String id) {
        return new VoteId(id);
    }

    /** Any reason. */
    public static final FreeText REASON = new FreeText("because");

    /** Opens the session with these seats present. */
    public SessionScenario openWith(String... seats) {
        for (var id : seats) {
            arrive(id);
        }
        return accepted(new OpenSession(SESSION));
    }

    /** A seat arrives. */
    public SessionScenario arrive(String id) {
        return accepted(new RegisterArrival(SESSION, seat(id), Mode.IN_PERSON, null));
    }

    /** A seat leaves. */
    public SessionScenario depart(String id) {
        return accepted(new RegisterDeparture(SESSION, seat(id), null));
    }

    /** A vote by show of hands opens. */
    public SessionScenario openVote(String id) {
        return accepted(question(id));
    }

    /** A question by show of hands. */
    public static OpenVote question(String id) {
        return question(id, null);
    }

    /** A question by show of hands, decided by a rule of its own. */
    public static OpenVote question(String id, @Nullable Rule majority) {
        return new OpenVote(
                SESSION,
                vote(id),
                List.of(),
                "Question " + id,
                Method.SHOW_OF_HANDS,
                majority,
                false,
                null,
                null,
                null,
                null);
    }

    /** Seats cast a ballot each: "a+", "b-", "c=" for, against, abstain. */
    public SessionScenario cast(String id, String... ballots) {
        for (var ballot : ballots) {
            var end = ballot.length() - 1;
            accepted(new CastBallot(SESSION, vote(id), seat(ballot.substring(0, end)), stance(ballot.charAt(end))));
        }
        return this;
    }

    private static Choice.Stance stance(char sign) {
        return switch (sign) {
            case '+' -> Choice.Stance.FOR;
            case '-' -> Choice.Stance.AGAINST;
            case '=' -> Choice.Stance.ABSTAIN;
            case 'o' -> Choice.Stance.BLANK;
            case 'x' -> Choice.Stance.VOID;
            default -> throw new IllegalArgumentException("sign " + sign);
        };
    }

    /** A vote is closed. */
    public SessionScenario closeVote(String id) {
        return accepted(new CloseVote(SESSION, vote(id)));
    }

    /** Time passes. */
    public SessionScenario pass(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** Gives a command that must be accepted. */
    public SessionScenario accepted(SessionCommand command) {
        return accepted(command, When.NOT_STATED);
    }

    /** The same, stated to have happened at a time. */
    public SessionScenario accepted(SessionCommand command, When when) {
        give(command, when);
        assertThat(refusal).as("%s", command).isNull();
        return this;
    }

    /** Gives a command that must be refused, and so that nothing happens. */
    public SessionScenario refused(SessionCommand command, Refusal expected) {
        return refused(command, When.NOT_STATED, expected);
    }

    /** The same, stated to have happened at a time. */
    public SessionScenario refused(SessionCommand command, When when, Refusal expected) {
        var before = state.position();
        give(command, when);
        assertThat(refusal).as("%s", command).isEqualTo(expected);
        assertThat(state.position()).isEqualTo(before);
        REFUSED.add(expected.getClass());
        return this;
    }

    /** Every kind of refusal that some scenario has seen. */
    public static final Set<Class<?>> REFUSED = ConcurrentHashMap.newKeySet();

    private void give(SessionCommand command, When when) {
        now = now.plusSeconds(1);
        switch (SessionDecision.decide(state, command, when, now)) {
            case Decision.Accepted<SessionEvent>(var facts, var _) -> {
                refusal = null;
                last = facts;
                facts.forEach(this::record);
            }
            case Decision.Refused<SessionEvent>(var why) -> {
                refusal = why;
                last = List.of();
            }
        }
    }

    private void record(Fact<SessionEvent> fact) {
        var recorded = new Recorded<SessionEvent>(
                state.position() + 1,
                state.recordingTime(now),
                fact.stated(),
                Actor.LOCAL,
                fact.findings(),
                fact.event());
        history.add(recorded);
        state.evolve(recorded);
    }

    /** The events of the last command. */
    public List<SessionEvent> events() {
        return last.stream().map(Fact::event).toList();
    }

    /** The last command's only event. */
    public SessionEvent event() {
        assertThat(last).hasSize(1);
        return last.getFirst().event();
    }

    /** What was noticed about the last command. */
    public List<FindingCode> findings() {
        return last.stream()
                .flatMap(fact -> fact.findings().stream())
                .map(Finding::code)
                .toList();
    }

    /** The findings of the last command, whole. */
    public List<Finding> wholeFindings() {
        return last.stream().flatMap(fact -> fact.findings().stream()).toList();
    }

    /** The state now. */
    public SessionState state() {
        return state;
    }

    /** Everything recorded so far. */
    public List<Recorded<SessionEvent>> history() {
        return history;
    }

    /** The scenario's clock. */
    public Instant now() {
        return now;
    }

    /** The vote as the state has it. */
    public VoteState voteState(String id) {
        return state.vote(vote(id)).orElseThrow();
    }

    /** A vote's outcome as closed. */
    public @Nullable Outcome outcome(String id) {
        return voteState(id).outcome();
    }
}
