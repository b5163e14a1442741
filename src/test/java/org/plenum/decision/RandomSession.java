package org.plenum.decision;

import static org.plenum.decision.SessionScenario.SESSION;
import static org.plenum.decision.SessionScenario.seat;
import static org.plenum.decision.SessionScenario.vote;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.plenum.command.Refusal;
import org.plenum.command.SessionCommand;
import org.plenum.command.SessionCommand.*;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.vocabulary.*;
import org.plenum.vocabulary.Across;
import org.plenum.vocabulary.Choice.Stance;
import org.plenum.vocabulary.Fraction;
import org.plenum.vocabulary.Measure;
import org.plenum.vocabulary.Rule;
import org.plenum.vocabulary.Stages;

/** A session made of random commands, likely and unlikely ones; the same seed makes the same session. */
public final class RandomSession {
    private static final Stages TWICE = new Stages(
            null, new Rule.Share(Rule.Base.SEATS, Fraction.HALF, Rule.Test.EXCEEDED, Measure.HEADS), 2, null, null);

    private static final FreeText REASON = new FreeText("reason");

    private final Random random;
    private final int seats;
    private final SessionState state = new SessionState();
    private final List<Recorded<SessionEvent>> history = new ArrayList<>();
    private Instant now = SessionScenario.START;
    private final List<Given> given = new ArrayList<>();
    private int refused;

    /**
     * A command as it was given, and what came of it.
     *
     * @param events how many events it made
     * @param refusal why it was refused; null where it was not
     */
    public record Given(
            SessionCommand command,
            When when,
            Instant now,
            int events,
            @Nullable Refusal refusal) {}

    /** A session of up to nine seats with rules drawn by chance. */
    public RandomSession(long seed, Provenance provenance) {
        random = new Random(seed);
        seats = 2 + random.nextInt(8);
        var rules = RulesOfProcedure.defaults()
                .change()
                .ballotChange(random.nextBoolean())
                .newcomersVote(random.nextBoolean())
                .proxiesPerHolder(random.nextInt(3))
                .castingVote(random.nextBoolean())
                .recusedLeave(random.nextBoolean())
                .build();
        give(SessionScenario.convene(provenance, SessionScenario.roll(seats), rules, null));
    }

    /** Gives so many random commands. */
    public RandomSession run(int commands) {
        for (var i = 0; i < commands; i++) {
            give(next());
        }
        return this;
    }

    /** Gives one command; true if it was accepted. */
    public boolean give(SessionCommand command) {
        now = now.plusMillis(random.nextInt(40_000) - 2_000L);
        var when = random.nextInt(10) == 0 ? When.at(timeOfDay()) : When.NOT_STATED;
        switch (SessionDecision.decide(state, command, when, now)) {
            case Decision.Accepted<SessionEvent>(var facts, var _) -> {
                given.add(new Given(command, when, now, facts.size(), null));
                facts.forEach(this::record);
            }
            case Decision.Refused<SessionEvent>(var why) -> {
                given.add(new Given(command, when, now, 0, why));
                refused++;
                return false;
            }
        }
        return true;
    }

    /** Every command that was given, in order. */
    public List<Given> given() {
        return given;
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

    private String timeOfDay() {
        var local = now.minus(Duration.ofMinutes(random.nextInt(30)))
                .atZone(ZoneId.of("Europe/Rome"))
                .toLocalDateTime();
        return local.truncatedTo(ChronoUnit.MINUTES).toString();
    }

    private SeatId anySeat() {
        return seat(Character.toString('a' + random.nextInt(seats)));
    }

    private VoteId anyVote() {
        var known = List.copyOf(state.votes().keySet());
        return state.openVote()
                .filter(open -> random.nextInt(4) > 0)
                .map(open -> open.opened().vote())
                .orElseGet(() -> known.isEmpty() ? vote("v1") : known.get(random.nextInt(known.size())));
    }

    private ItemNumber anyItem() {
        return new ItemNumber(List.of("1", "2", "3/bis").get(random.nextInt(3)));
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private SessionCommand next() {
        return switch (random.nextInt(32)) {
            case 0, 1 -> new OpenSession(SESSION);
            case 2, 3, 4, 5 -> new RegisterArrival(SESSION, anySeat(), any(Mode.values()), null);
            case 6, 7 -> new RegisterDeparture(SESSION, anySeat(), null);
            case 8 -> new ChangeMode(SESSION, anySeat(), any(Mode.values()));
            case 9 -> new TakeUpItem(SESSION, anyItem());
            case 10, 11, 12 ->
                new OpenVote(
                        SESSION,
                        null,
                        List.of(),
                        "Question",
                        Method.SHOW_OF_HANDS,
                        null,
                        false,
                        null,
                        random.nextInt(4) == 0 ? anyVote() : null,
                        null,
                        null,
                        random.nextInt(6) == 0 ? Across.first(TWICE) : null);
            case 13, 14, 15, 16, 17, 18, 19, 20 -> new CastBallot(SESSION, anyVote(), anySeat(), any(Stance.values()));
            case 21 -> new DeclineToParticipate(SESSION, anyVote(), anySeat());
            case 22 ->
                random.nextBoolean()
                        ? new Recuse(SESSION, anySeat(), anyItem(), null, REASON)
                        : new Recuse(SESSION, anySeat(), null, anyVote(), REASON);
            case 23, 24, 25 -> new CloseVote(SESSION, anyVote());
            case 26 -> new RecordBallots(SESSION, anyVote(), List.of(), new Part.Cast(any(Stance.values())));
            case 27 -> new GiveProxy(SESSION, anySeat(), anySeat());
            case 28 ->
                random.nextInt(4) == 0 ? new AnnulVote(SESSION, anyVote(), REASON) : new VerifyQuorum(SESSION, null);
            case 29 -> new CallRoll(SESSION, List.of(new RollEntry(anySeat(), Mode.NOT_STATED, null)), List.of());
            case 30 -> correction();
            default -> seldom();
        };
    }

    private SessionCommand correction() {
        return random.nextBoolean()
                ? new CorrectBallot(SESSION, anyVote(), anySeat(), any(Stance.values()), REASON)
                : new CorrectAttendance(
                        SESSION,
                        random.nextInt(history.size()) + 1L,
                        random.nextBoolean(),
                        random.nextBoolean() ? anySeat() : null,
                        When.NOT_STATED,
                        Mode.REMOTE,
                        null,
                        REASON);
    }

    private SessionCommand seldom() {
        return switch (random.nextInt(12)) {
            case 0 -> new SuspendSession(SESSION, null);
            case 1, 2 -> new ResumeSession(SESSION);
            case 3 -> new HandOverChair(SESSION, new Participant.OfSeat(anySeat()));
            case 4 -> new Proclaim(SESSION, anyVote(), any(Outcome.values()));
            case 5 -> new NoteUnnamed(SESSION, any(Movement.values()), 1);
            case 6 -> new CountRoll(SESSION, 1);
            case 7, 8 -> new CloseToPublic(SESSION, null);
            case 9, 10 -> new ReopenToPublic(SESSION);
            default -> new RecordStatement(SESSION, new Participant.OfSeat(anySeat()), REASON);
        };
    }

    /** The state after all commands. */
    public SessionState state() {
        return state;
    }

    /** Everything recorded. */
    public List<Recorded<SessionEvent>> history() {
        return history;
    }

    /** How many commands were refused. */
    public int refused() {
        return refused;
    }
}
