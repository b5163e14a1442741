package org.plenum.transcript;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.VoteState;
import org.plenum.vocabulary.SeatId;

/**
 * What a corrected list changes. It is the whole list as it should have been: who falls out of it belongs to the rest. In
 * a vote without a rest, who falls out has cast nothing; so it is where the list that was the rest is written out by name.
 * Only lists that name nobody who stood on them before are no new lists, and move the seats they name.
 */
final class VoteCorrection {
    private final Division before;
    private final Division correction;
    private final VoteState vote;
    private final Map<SeatId, Optional<Stand>> changes = new LinkedHashMap<>();

    VoteCorrection(Division before, Division correction, VoteState vote) {
        this.before = before;
        this.correction = correction;
        this.vote = vote;
    }

    /** Where each seat concerned should have stood; empty for nowhere. */
    Map<SeatId, Optional<Stand>> changes() {
        correction.named().forEach((stand, seats) -> seats.forEach(seat -> changes.put(seat, Optional.of(stand))));
        correction.named().keySet().forEach(this::dropped);
        if (correction.rest() != null) {
            var named = named();
            vote.electorate().seats().stream()
                    .filter(seat -> !named.contains(seat))
                    .forEach(seat -> changes.putIfAbsent(seat, Optional.of(correction.rest())));
        }
        return changes;
    }

    private void dropped(Stand stand) {
        var rest = rest();
        if (rest != null && rest != stand) {
            standing(stand).forEach(seat -> changes.putIfAbsent(seat, Optional.of(rest)));
        } else if (correction.named().keySet().stream().anyMatch(this::isWhole)) {
            standing(stand).forEach(seat -> changes.putIfAbsent(seat, Optional.empty()));
        }
    }

    /** Which list stands for everybody not named, once corrected. */
    private @Nullable Stand rest() {
        if (correction.rest() != null) {
            return correction.rest();
        }
        return correction.named().containsKey(before.rest()) ? null : before.rest();
    }

    private boolean isWhole(Stand stand) {
        var seats = correction.seats(stand);
        return seats.isEmpty() || seats.stream().anyMatch(standing(stand)::contains);
    }

    /** Who stands there as recorded now. */
    private Set<SeatId> standing(Stand stand) {
        if (stand == Stand.DECLINED) {
            return vote.declined();
        }
        var stance = stand.stance().orElse(null);
        var seats = new LinkedHashSet<SeatId>();
        vote.ballots().forEach((seat, choice) -> {
            if (choice == stance) {
                seats.add(seat);
            }
        });
        return seats;
    }

    /** Whom the lists name, those before where they are not corrected. */
    private Set<SeatId> named() {
        var named = new HashSet<SeatId>();
        for (var stand : Stand.values()) {
            @Nullable List<SeatId> corrected = correction.named().get(stand);
            named.addAll(corrected == null && stand != correction.rest() ? before.seats(stand) : orNone(corrected));
        }
        return named;
    }

    private static List<SeatId> orNone(@Nullable List<SeatId> seats) {
        return seats == null ? List.of() : seats;
    }
}
