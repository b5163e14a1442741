package org.plenum.decision;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.counting.Electorate;
import org.plenum.decision.counting.Presence;
import org.plenum.decision.counting.Quorum;
import org.plenum.decision.counting.QuorumFound;
import org.plenum.event.QuorumAsFound;
import org.plenum.vocabulary.AgendaItem;
import org.plenum.vocabulary.ItemNumber;
import org.plenum.vocabulary.SeatId;

/** The quorum of a session as its state shows it. */
public final class Quorums {
    /** Fewer voters than this, and a secret vote's numbers come close to telling who voted how. */
    public static final int FEW_FOR_SECRECY = 7;

    private Quorums() {}

    /** The session's quorum, apart from any item. */
    public static QuorumAsFound found(SessionState state) {
        return asFound(detail(state, List.of(), presence(state, Set.of(), Set.of())));
    }

    /** The quorum for some items with a presence: where they are of a kind with a quorum of its own, that one. */
    public static QuorumFound detail(SessionState state, Collection<ItemNumber> items, Presence presence) {
        return Quorum.of(state.rules(), state.countingRoll(), state.convened().call(), kindOf(state, items))
                .found(presence);
    }

    /**
     * Who is there now, as counting takes it.
     *
     * @param recused seats that a conflict of interest takes out of the count
     * @param declined seats that take no part
     */
    public static Presence presence(SessionState state, Set<SeatId> recused, Set<SeatId> declined) {
        // A copy: proxies lapse, and whoever keeps this presence keeps it as it was.
        var represented = new LinkedHashSet<>(state.proxies().keySet());
        return state.attendance().forCounting(state.roll().keySet(), represented, recused, declined);
    }

    /** What was found, as an event states it. */
    public static QuorumAsFound asFound(QuorumFound found) {
        return new QuorumAsFound(found.present(), found.required(), found.met());
    }

    /** The number of voting seats there, null where not certain. */
    public static @Nullable Integer voting(SessionState state) {
        var there = state.attendance().forCounting(state.roll().keySet(), Set.of(), Set.of(), Set.of());
        return Electorate.of(state.countingRoll(), there).size();
    }

    /** The kind of the first item that has one among the rules. */
    static @Nullable String kindOf(SessionState state, Collection<ItemNumber> items) {
        return items.stream()
                .flatMap(number -> state.item(number).stream())
                .map(AgendaItem::kind)
                .filter(kind -> kind != null && state.rules().quorumByKind().containsKey(kind))
                .findFirst()
                .orElse(null);
    }
}
