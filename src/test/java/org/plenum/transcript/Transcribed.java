package org.plenum.transcript;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.plenum.decision.AssemblyState;
import org.plenum.decision.Decision;
import org.plenum.decision.SessionDecision;
import org.plenum.decision.SessionState;
import org.plenum.decision.VoteCount;
import org.plenum.decision.VoteState;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.Finding;
import org.plenum.vocabulary.SeatId;
import org.plenum.vocabulary.VoteId;

/** A transcript file recorded in memory: read, rehearsed, and then decided again. */
final class Transcribed {
    static final Instant NOW = Instant.parse("2025-06-01T08:00:00Z");

    private final SessionState state = new SessionState();
    private final List<Recorded<SessionEvent>> events = new ArrayList<>();
    private final Plan plan;

    private Transcribed(Plan plan) {
        this.plan = plan;
        plan.record().forEach(this::record);
    }

    private void record(Told told) {
        switch (SessionDecision.decide(state, told.command(), told.when(), NOW)) {
            case Decision.Refused<SessionEvent>(var why) -> throw new AssertionError("rehearsed, and refused: " + why);
            case Decision.Accepted<SessionEvent> accepted ->
                accepted.facts().forEach(fact -> {
                    var next = new Recorded<>(
                            state.position() + 1, NOW, fact.stated(), Actor.LOCAL, fact.findings(), fact.event());
                    state.evolve(next);
                    events.add(next);
                });
        }
    }

    static byte[] resource(String name) {
        try (var in = Objects.requireNonNull(Transcribed.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Transcribed file(String name) {
        return of(resource(name));
    }

    static Transcribed of(byte[] bytes) {
        return of(bytes, new AssemblyState());
    }

    static Transcribed of(byte[] bytes, AssemblyState existing) {
        return new Transcribed(
                Translator.translate(TranscriptReader.read(bytes), existing, NOW, _ -> Optional.empty()));
    }

    static Transcribed of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    Plan plan() {
        return plan;
    }

    SessionState state() {
        return state;
    }

    List<SessionEvent> events() {
        return events.stream().map(Recorded::event).toList();
    }

    <E extends SessionEvent> List<E> events(Class<E> kind) {
        return events().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<Recorded<SessionEvent>> recorded() {
        return events;
    }

    VoteState vote(String id) {
        return state.vote(new VoteId(id)).orElseThrow();
    }

    VoteCount count(String id) {
        return VoteCount.of(state, vote(id));
    }

    List<String> choosing(String vote, Choice choice) {
        return vote(vote).ballots().entrySet().stream()
                .filter(ballot -> ballot.getValue().equals(choice))
                .map(ballot -> ballot.getKey().value())
                .toList();
    }

    /** Each finding in brief: code, topic, seats, and what was expected and found. */
    List<String> findings() {
        return events.stream()
                .flatMap(recorded -> recorded.findings().stream())
                .map(Transcribed::brief)
                .toList();
    }

    private static String brief(Finding finding) {
        var brief = new StringBuilder(finding.code() + " " + finding.topic());
        if (!finding.seats().isEmpty()) {
            brief.append(finding.seats().stream().map(SeatId::value).toList());
        }
        if (finding.expected() != null || finding.found() != null) {
            brief.append(' ').append(finding.expected()).append('/').append(finding.found());
        }
        return brief.toString();
    }

    boolean isPresent(String seat) {
        return state.attendance().isNamed(new SeatId(seat));
    }
}
