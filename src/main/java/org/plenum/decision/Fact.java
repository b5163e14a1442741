package org.plenum.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenum.event.Event;
import org.plenum.vocabulary.Finding;
import org.plenum.vocabulary.StatedTime;

/** An event that a decision brings about, when it is stated to have happened, and what was noticed about it. */
public record Fact<E extends Event>(E event, @Nullable StatedTime stated, List<Finding> findings) {
    /** Keeps its own copy of the findings. */
    public Fact {
        findings = List.copyOf(findings);
    }
}
