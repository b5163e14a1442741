package org.plenum.web.page;

import java.util.List;
import org.plenum.decision.SessionState;
import org.plenum.vocabulary.SeatId;

/** What seats are called on pages. */
final class SeatNames {
    private static final List<String> KINDS = List.of("Comune di ", "Comunità Montana ", "Municipality of ");

    private SeatNames() {}

    /** A seat's name, or its identifier where the roll does not have it. */
    static String of(SessionState state, SeatId seat) {
        var enrolled = state.roll().get(seat);
        return enrolled == null ? seat.value() : enrolled.name();
    }

    /** A seat's name without what all bodies of its kind begin with. */
    static String shortened(String name) {
        return KINDS.stream()
                .filter(name::startsWith)
                .findFirst()
                .map(kind -> name.substring(kind.length()))
                .orElse(name);
    }
}
