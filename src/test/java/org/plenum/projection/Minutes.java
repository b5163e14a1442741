package org.plenum.projection;

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
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.transcript.TranscriptReader;
import org.plenum.transcript.Translator;
import org.plenum.vocabulary.Actor;

/** Paper minutes recorded in memory, as the ledger would record them. */
public final class Minutes {
    /** When they are typed in. */
    public static final Instant TYPED = Instant.parse("2025-06-01T08:00:00Z");

    private Minutes() {}

    /** The real minutes that the project ships. */
    public static SessionHistory valleSeriana() {
        try (var in = Minutes.class.getResourceAsStream("/cases/valle-seriana-2024-11-13.json")) {
            return of(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The minutes of a transcript file. */
    public static SessionHistory of(String transcript) {
        return of(transcript, TYPED);
    }

    /** The minutes of a transcript file, typed in at that time. */
    public static SessionHistory of(String transcript, Instant typed) {
        var plan = Translator.translate(
                TranscriptReader.read(transcript.getBytes(StandardCharsets.UTF_8)),
                new AssemblyState(),
                typed,
                _ -> Optional.empty());
        var state = new SessionState();
        List<Recorded<SessionEvent>> events = new ArrayList<>();
        for (var told : plan.record()) {
            var decision = SessionDecision.decide(state, told.command(), told.when(), typed);
            if (!(decision instanceof Decision.Accepted<SessionEvent> accepted)) {
                throw new AssertionError("refused: " + decision);
            }
            for (var fact : accepted.facts()) {
                var recorded = new Recorded<>(
                        state.position() + 1, typed, fact.stated(), Actor.LOCAL, fact.findings(), fact.event());
                state.evolve(recorded);
                events.add(recorded);
            }
        }
        return SessionHistory.of(events);
    }

    /** Minutes of a small council of seats "a", "b", "c", "d" and "e" with these steps, separated by commas. */
    public static SessionHistory council(String steps) {
        return of("""
                { "plenum": "transcript/1", "source": "a test",
                  "assembly": { "id": "council", "name": "The council", "seats": [
                    { "id": "a", "name": "Ada" }, { "id": "b", "name": "Bea" }, { "id": "c", "name": "Cle" },
                    { "id": "d", "name": "Dea", "delegate": "Dora Neri" }, { "id": "e", "name": "Eva" } ] },
                  "session": { "id": "s", "title": "Session", "date": "2026-03-10", "zone": "Europe/Rome" },
                  "agenda": [ { "number": "1", "title": "Budget" }, { "number": "2", "title": "Any other" } ],
                  "record": [ %s ] }
                """.formatted(steps));
    }
}
