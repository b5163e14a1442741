package org.plenum.transcript;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.plenum.command.Refusal;
import org.plenum.command.SessionCommand;
import org.plenum.decision.Decision;
import org.plenum.decision.EarlierSessions;
import org.plenum.decision.SessionDecision;
import org.plenum.decision.SessionState;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;
import org.plenum.json.Faults;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.Bilingual;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.When;

/**
 * Tries commands against the one decision in memory, before anything is recorded. A step that is refused is noted with
 * its place; the rest goes on, so that all that is wrong comes to light.
 */
final class Rehearsal {
    private final SessionState state = new SessionState();
    private final List<Told> told = new ArrayList<>();
    private final Faults faults;
    private final Instant now;
    private final EarlierSessions.Lookup earlier;

    private String pointer = "";
    private boolean refused;
    private final List<Recorded<SessionEvent>> ofStep = new ArrayList<>();

    Rehearsal(Faults faults, Instant now, EarlierSessions.Lookup earlier) {
        this.faults = faults;
        this.now = now;
        this.earlier = earlier;
    }

    /** Begins a step that stands at a place in the file. */
    void begin(String at) {
        pointer = at;
        refused = false;
        ofStep.clear();
    }

    /** What is recorded if the command is accepted; nothing if it, or an earlier one of the same step, is refused. */
    List<Recorded<SessionEvent>> submit(SessionCommand command, When when) {
        if (refused) {
            return List.of();
        }
        return switch (SessionDecision.decide(state, EarlierSessions.inform(command, earlier), when, now)) {
            case Decision.Refused<SessionEvent>(var why) -> {
                refuse(why);
                yield List.of();
            }
            case Decision.Accepted<SessionEvent>(var facts, var _) -> {
                told.add(new Told(command, when, pointer));
                var recorded = new ArrayList<Recorded<SessionEvent>>();
                for (var fact : facts) {
                    var next = new Recorded<>(
                            state.position() + 1, now, fact.stated(), Actor.LOCAL, fact.findings(), fact.event());
                    state.evolve(next);
                    recorded.add(next);
                }
                ofStep.addAll(recorded);
                yield recorded;
            }
        };
    }

    /** Submits a fact whose time the minutes do not state. */
    List<Recorded<SessionEvent>> submit(SessionCommand command) {
        return submit(command, When.NOT_STATED);
    }

    private void refuse(Refusal why) {
        refused = true;
        if (why instanceof Refusal.NotWellFormed(var fault, var what, var value)) {
            faults.add(pointer, new Malformed(fault, what, value));
        } else {
            faults.addImpossible(pointer, RefusalText.of(why));
        }
    }

    /** Refuses the step for a reason of the transcript's own. */
    void refuse(String it, String en) {
        refused = true;
        faults.addImpossible(pointer, new Bilingual(it, en));
    }

    /** Whether the step was refused. */
    boolean isRefused() {
        return refused;
    }

    /** What the step has recorded so far. */
    List<Recorded<SessionEvent>> ofStep() {
        return ofStep;
    }

    /** What all accepted commands amount to. */
    SessionState state() {
        return state;
    }

    /** The commands accepted, in order. */
    List<Told> told() {
        return List.copyOf(told);
    }
}
