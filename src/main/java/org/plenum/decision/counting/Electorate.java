package org.plenum.decision.counting;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.SeatId;

/**
 * Who may vote in one vote: the voting seats present or represented, less the recused.
 *
 * @param seats those known by name, in the order of the roll
 * @param unnamed those known by number alone
 */
public record Electorate(Set<SeatId> seats, Unnamed unnamed) {
    /** The electorate of a roll where this presence is found. */
    public static Electorate of(Roll roll, Presence presence) {
        var seats = new LinkedHashSet<SeatId>();
        for (var seat : roll.seats()) {
            var there = presence.inPerson().contains(seat)
                    || presence.remote().contains(seat)
                    || presence.represented().contains(seat);
            if (there && !presence.recused().contains(seat)) {
                seats.add(seat);
            }
        }
        var unnamed = presence.unnamed()
                .excluding(seat -> !roll.votes(seat) || presence.recused().contains(seat));
        return new Electorate(Collections.unmodifiableSet(seats), unnamed);
    }

    /** These seats, all known by name. */
    public static Electorate of(Set<SeatId> seats) {
        return new Electorate(Collections.unmodifiableSet(new LinkedHashSet<>(seats)), Unnamed.NONE);
    }

    /** How many may vote, null where that is not certain. */
    public @Nullable Integer size() {
        return unnamed.certainNumber() ? (Integer) (seats.size() + unnamed.atLeast()) : null;
    }

    /** What their votes are worth together, null where that is not certain. */
    public @Nullable BigDecimal weight(Roll roll) {
        var size = size();
        if (size == null) {
            return null;
        }
        if (unnamed.atMost() == 0) {
            return roll.totals(seats).weight();
        }
        if (unnamed.atLeast() == unnamed.among().size()) {
            return roll.totals(seats).plus(roll.totals(unnamed.among())).weight();
        }
        var common = roll.commonWeight();
        return common == null ? null : common.multiply(BigDecimal.valueOf(size));
    }

    /** With one more seat, known by name. */
    public Electorate with(SeatId seat) {
        var more = new LinkedHashSet<>(seats);
        more.add(seat);
        return new Electorate(Collections.unmodifiableSet(more), unnamed.less(Set.of(seat)));
    }

    /** Without a seat: where it is not known by name, it may or may not have been among the number. */
    public Electorate without(SeatId seat) {
        var fewer = new LinkedHashSet<>(seats);
        fewer.remove(seat);
        return new Electorate(Collections.unmodifiableSet(fewer), unnamed.excluding(seat::equals));
    }

    /** Only those who belong, or perhaps belong, to another electorate too. */
    public Electorate within(Electorate other) {
        var both = new LinkedHashSet<>(seats);
        both.removeIf(
                seat -> !other.seats.contains(seat) && !other.unnamed.among().contains(seat));
        return new Electorate(
                Collections.unmodifiableSet(both),
                unnamed.excluding(seat ->
                        !other.seats.contains(seat) && !other.unnamed.among().contains(seat)));
    }

    /** With these seats known by name, who turn out to be there because they voted. */
    Electorate knowing(Set<SeatId> voters) {
        if (unnamed.among().isEmpty()) {
            return this;
        }
        var all = new LinkedHashSet<>(seats);
        unnamed.among().stream().filter(voters::contains).sorted().forEach(all::add);
        return new Electorate(Collections.unmodifiableSet(all), unnamed.less(all));
    }
}
