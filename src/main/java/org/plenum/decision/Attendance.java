package org.plenum.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.decision.counting.Presence;
import org.plenum.decision.counting.Unnamed;
import org.plenum.vocabulary.Delegate;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.Movement;
import org.plenum.vocabulary.SeatId;

/**
 * Which seats are there, as far as names are known. Paper minutes also let people come and go without names; then the
 * number stays known and the names become uncertain: of the named, {@code unnamedDeparted} have left, and of the others,
 * {@code unnamedArrived} have come.
 */
public final class Attendance {
    /** How a present seat is present. */
    public record Present(Mode mode, @Nullable Delegate delegate) {}

    /** What can be said of one seat. */
    public enum Certainty {
        PRESENT,
        ABSENT,
        UNKNOWN
    }

    /** What happened to a seat's presence, by its position. */
    private sealed interface Passage {
        long position();

        record Came(long position, Present how) implements Passage {}

        record Changed(
                long position,
                @Nullable Mode mode,
                @Nullable Delegate delegate) implements Passage {}

        record Went(long position) implements Passage {}
    }

    private final Map<SeatId, Present> named = new LinkedHashMap<>();
    private final Map<SeatId, List<Passage>> passages = new HashMap<>();
    private final Map<Long, SeatId> seatByPosition = new HashMap<>();
    private boolean everStated;
    private boolean everUncertain;
    private int unnamedArrived;
    private int unnamedDeparted;

    /** Nothing was said yet about who is there. */
    public boolean neverStated() {
        return !everStated;
    }

    /** Whether names were uncertain at any time. */
    public boolean wasEverUncertain() {
        return everUncertain;
    }

    /** Whether the names of all who are there are known. */
    public boolean isCertain() {
        return everStated && unnamedArrived == 0 && unnamedDeparted == 0;
    }

    /** How many are there, with or without names. */
    public int count() {
        return named.size() + unnamedArrived - unnamedDeparted;
    }

    /** How many have come without names. */
    public int unnamedArrived() {
        return unnamedArrived;
    }

    /** How many of the named have left without names. */
    public int unnamedDeparted() {
        return unnamedDeparted;
    }

    /**
     * What this comes to for counting, for an item or a vote.
     *
     * @param roll all seats that can be there
     * @param represented absent seats that a present one represents
     * @param recused seats that a conflict of interest takes out of the count
     * @param declined seats that take no part
     */
    public Presence forCounting(Set<SeatId> roll, Set<SeatId> represented, Set<SeatId> recused, Set<SeatId> declined) {
        if (isCertain()) {
            return new Presence(inMode(false), inMode(true), represented, recused, declined, Unnamed.NONE);
        }
        // A represented seat is an absent one: it is not among those who came or left without a name.
        var among = new LinkedHashSet<>(unnamedArrived > 0 || !everStated ? roll : named.keySet());
        among.removeAll(represented);
        if (!everStated) {
            return new Presence(
                    Set.of(), Set.of(), represented, recused, declined, new Unnamed(among, 0, among.size()));
        }
        if (unnamedDeparted > 0) {
            return new Presence(
                    Set.of(), Set.of(), represented, recused, declined, new Unnamed(among, count(), count()));
        }
        among.removeAll(named.keySet());
        return new Presence(
                inMode(false),
                inMode(true),
                represented,
                recused,
                declined,
                new Unnamed(among, unnamedArrived, unnamedArrived));
    }

    private Set<SeatId> inMode(boolean remote) {
        var seats = new LinkedHashSet<SeatId>();
        named.forEach((seat, how) -> {
            if ((how.mode() == Mode.REMOTE) == remote) {
                seats.add(seat);
            }
        });
        return seats;
    }

    /** What can be said of a seat. */
    public Certainty of(SeatId seat) {
        if (named.containsKey(seat)) {
            return unnamedDeparted > 0 ? Certainty.UNKNOWN : Certainty.PRESENT;
        }
        return !everStated || unnamedArrived > 0 ? Certainty.UNKNOWN : Certainty.ABSENT;
    }

    /** Whether a seat is among those named as present. */
    public boolean isNamed(SeatId seat) {
        return named.containsKey(seat);
    }

    /** How a seat named as present is present. */
    public Optional<Present> find(SeatId seat) {
        return Optional.ofNullable(named.get(seat));
    }

    /** Those named as present, in the order in which they came. */
    public Set<SeatId> named() {
        return named.keySet();
    }

    /** Whether a seat was ever recorded as present. */
    public boolean wasEverNamed(SeatId seat) {
        return passages.getOrDefault(seat, List.of()).stream().anyMatch(Passage.Came.class::isInstance);
    }

    /** Whether a seat was named as present at a position, or came after it, as corrections leave it. */
    boolean wasThereSince(SeatId seat, long since) {
        var there = false;
        for (var passage : passages.getOrDefault(seat, List.of())) {
            if (there && passage.position() > since) {
                return true;
            }
            there = switch (passage) {
                case Passage.Came _ -> true;
                case Passage.Changed _ -> there;
                case Passage.Went _ -> false;
            };
        }
        return there;
    }

    /** The seat whose arrival or departure stands at a position. */
    public Optional<SeatId> seatAt(long position) {
        return Optional.ofNullable(seatByPosition.get(position));
    }

    void arrive(SeatId seat, long position, Present how) {
        everStated = true;
        var before = named.get(seat);
        // Of a seat that is there already, what its new arrival does not say stays as it was.
        named.put(
                seat,
                before == null
                        ? how
                        : changed(before, how.mode() == Mode.NOT_STATED ? null : how.mode(), how.delegate()));
        if (before != null && unnamedDeparted > 0) {
            // One of those who left without a name comes back with it.
            unnamedDeparted--;
        }
        pass(seat, new Passage.Came(position, how));
        seatByPosition.put(position, seat);
    }

    void depart(SeatId seat, long position) {
        everStated = true;
        if (named.remove(seat) == null && unnamedArrived > 0) {
            // One of those who came without a name leaves with it.
            unnamedArrived--;
        }
        unnamedDeparted = Math.min(unnamedDeparted, named.size());
        pass(seat, new Passage.Went(position));
        seatByPosition.put(position, seat);
    }

    /** A seat that is there goes on in another mode, or through another delegate; null where that stays. */
    void change(SeatId seat, long position, @Nullable Mode mode, @Nullable Delegate delegate) {
        // A transcribed session may record this of a seat that was not there: it changes nothing then.
        named.computeIfPresent(seat, (s, how) -> changed(how, mode, delegate));
        pass(seat, new Passage.Changed(position, mode, delegate));
    }

    void countOnly(long position, int present) {
        everStated = true;
        everUncertain = true;
        // Of those named so far nobody knows any longer whether they are among the number.
        named.keySet().forEach(seat -> pass(seat, new Passage.Went(position)));
        named.clear();
        unnamedDeparted = 0;
        unnamedArrived = present;
    }

    /** The roll is called by name: whatever was uncertain is so no longer. */
    void becomeCertain() {
        everStated = true;
        unnamedArrived = 0;
        unnamedDeparted = 0;
    }

    void move(Movement movement, int people) {
        everStated = true;
        everUncertain = true;
        switch (movement) {
            case ARRIVED -> unnamedArrived += people;
            case DEPARTED -> unnamedDeparted = Math.min(unnamedDeparted + people, named.size() + unnamedArrived);
            case RETURNED -> unnamedDeparted = Math.max(0, unnamedDeparted - people);
        }
    }

    /** Puts right the passage at a position: strikes it, or moves it to another seat or another way of being there. */
    void correct(long target, boolean struck, @Nullable SeatId seat, @Nullable Mode mode, @Nullable Delegate delegate) {
        var recorded = seatByPosition.get(target);
        var ofSeat = recorded == null ? null : passages.get(recorded);
        if (recorded == null || ofSeat == null) {
            throw new IllegalStateException("no arrival or departure at position " + target);
        }
        var passage =
                ofSeat.stream().filter(p -> p.position() == target).findFirst().orElseThrow();
        ofSeat.remove(passage);
        if (struck) {
            seatByPosition.remove(target);
        } else {
            var meant = seat == null ? recorded : seat;
            seatByPosition.put(target, meant);
            pass(meant, corrected(passage, mode, delegate));
            passages.getOrDefault(meant, List.of()).sort(Comparator.comparingLong(Passage::position));
            settle(meant);
        }
        settle(recorded);
    }

    private static Passage corrected(Passage passage, @Nullable Mode mode, @Nullable Delegate delegate) {
        return switch (passage) {
            case Passage.Came(var position, var how) -> new Passage.Came(position, changed(how, mode, delegate));
            case Passage.Changed _, Passage.Went _ -> passage;
        };
    }

    private static Present changed(Present how, @Nullable Mode mode, @Nullable Delegate delegate) {
        return new Present(mode == null ? how.mode() : mode, delegate == null ? how.delegate() : delegate);
    }

    private void settle(SeatId seat) {
        Present last = null;
        for (var passage : passages.getOrDefault(seat, List.of())) {
            last = switch (passage) {
                case Passage.Came(var _, var how) ->
                    last == null
                            ? how
                            : changed(last, how.mode() == Mode.NOT_STATED ? null : how.mode(), how.delegate());
                case Passage.Changed change -> last == null ? null : changed(last, change.mode(), change.delegate());
                case Passage.Went _ -> null;
            };
        }
        if (last == null) {
            named.remove(seat);
        } else {
            named.put(seat, last);
        }
    }

    private void pass(SeatId seat, Passage passage) {
        passages.computeIfAbsent(seat, s -> new ArrayList<>()).add(passage);
    }
}
