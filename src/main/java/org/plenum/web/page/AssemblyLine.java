package org.plenum.web.page;

import org.plenum.decision.AssemblyState;
import org.plenum.vocabulary.AssemblyId;

/** An assembly in a list. */
record AssemblyLine(String id, String name, int seats) {
    static AssemblyLine of(AssemblyId id, AssemblyState state) {
        return new AssemblyLine(id.value(), state.name(), state.seats().size());
    }
}
