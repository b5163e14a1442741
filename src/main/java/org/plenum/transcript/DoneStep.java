package org.plenum.transcript;

import java.util.List;
import java.util.function.Predicate;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;

/** A step with what it recorded, for later corrections. */
record DoneStep(Deed deed, List<Recorded<SessionEvent>> recorded) {
    static DoneStep of(Step step, Rehearsal rehearsal) {
        return new DoneStep(step.deed(), List.copyOf(rehearsal.ofStep()));
    }

    /** The position of its first event of a kind; the step's deed makes sure that there is one. */
    long position(Predicate<SessionEvent> kind) {
        return recorded.stream()
                .filter(each -> kind.test(each.event()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing to correct in " + deed))
                .position();
    }
}
