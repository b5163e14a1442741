package org.plenum.decision;

import java.time.Instant;
import java.util.ArrayList;
import org.plenum.command.Refusal;
import org.plenum.command.SessionCommand.ConveneSession;
import org.plenum.command.SessionCommand.Told;
import org.plenum.command.SessionCommand.TranscribeSession;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.Provenance;

/** A whole session from paper minutes: each command is decided on what those before it amount to, all or none. */
final class Transcribing {
    private Transcribing() {}

    static Decision<SessionEvent> decide(SessionState state, TranscribeSession c, Instant now) {
        if (state.isConvened()) {
            return new Decision.Refused<>(new Refusal.SessionExists(c.session()));
        }
        var convenes = !c.record().isEmpty()
                && c.record().getFirst().command() instanceof ConveneSession first
                && first.provenance() == Provenance.TRANSCRIBED;
        if (!convenes) {
            return misplaced("convening");
        }
        var told = new SessionState();
        var facts = new ArrayList<Fact<SessionEvent>>();
        for (var next : c.record()) {
            if (!next.command().session().equals(c.session()) || next.command() instanceof TranscribeSession) {
                return misplaced(next.command().getClass().getSimpleName());
            }
            switch (decide(told, next, now)) {
                case Decision.Refused<SessionEvent> refused -> {
                    return refused;
                }
                case Decision.Accepted<SessionEvent>(var more, var _) -> facts.addAll(more);
            }
        }
        return new Decision.Accepted<>(facts);
    }

    private static Decision<SessionEvent> decide(SessionState told, Told next, Instant now) {
        var decision = SessionDecision.decide(told, next.command(), next.when(), now);
        if (decision instanceof Decision.Accepted<SessionEvent>(var facts, var _)) {
            // Who types and when does not bear on what is decided.
            facts.forEach(fact -> told.evolve(new Recorded<>(
                    told.position() + 1, now, fact.stated(), Actor.LOCAL, fact.findings(), fact.event())));
        }
        return decision;
    }

    private static Decision<SessionEvent> misplaced(String what) {
        return new Decision.Refused<>(new Refusal.NotWellFormed(Malformed.Fault.WORD, "transcript", what));
    }
}
