package org.plenum.decision;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.Actor;
import org.plenum.vocabulary.Choice;
import org.plenum.vocabulary.SeatId;

/**
 * What each seat cast in a vote, in the order of casting, with the event that made it so. A session may hold a million
 * ballots, so each takes some thirty bytes, and a {@link #snapshot} shares them. Only the vote's own state changes it, by
 * one thread at a time; a snapshot never changes, and any thread may read it.
 */
public final class StandingBallots extends AbstractMap<SeatId, Choice> {
    private static final int LEAST = 8;
    private static final int NOWHERE = -1;

    // Places below the size of a snapshot are never written again: what changes is copied, what is added comes after
    // them.
    private SeatId[] seats;
    private Choice[] choices;
    private long[] positions;
    private Actor[] actors;
    private int size;

    /** Where each seat stands, plus one: open addressing, at most half full; a place beyond the size counts as taken. */
    private int[] index;

    /** A ballot as it stands: of whom, what, the position of the event that made it so, and who gave that command. */
    public record Ballot(SeatId seat, Choice choice, long position, Actor by) {}

    /** None yet. */
    StandingBallots() {
        seats = new SeatId[LEAST];
        choices = new Choice[LEAST];
        positions = new long[LEAST];
        actors = new Actor[LEAST];
        index = new int[2 * LEAST];
    }

    private StandingBallots(StandingBallots other) {
        seats = other.seats;
        choices = other.choices;
        positions = other.positions;
        actors = other.actors;
        size = other.size;
        index = other.index;
    }

    /** These as they stand now, whatever comes after. */
    public StandingBallots snapshot() {
        return new StandingBallots(this);
    }

    /** Each with what made it so; it follows these, so that of a snapshot never changes. */
    public List<Ballot> inOrder() {
        return new AbstractList<>() {
            @Override
            public Ballot get(int at) {
                var i = Objects.checkIndex(at, size);
                return new Ballot(seats[i], choices[i], positions[i], actors[i]);
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    /** Puts in a seat's ballot; one that is there already keeps its place. */
    void put(Ballot ballot) {
        var at = placeOf(ballot.seat());
        if (at == NOWHERE) {
            add(ballot);
            return;
        }
        choices = choices.clone();
        positions = positions.clone();
        actors = actors.clone();
        fill(at, ballot);
    }

    /** These without a seat's ballot. */
    StandingBallots without(SeatId seat) {
        var others = new StandingBallots();
        for (var ballot : inOrder()) {
            if (!ballot.seat().equals(seat)) {
                others.add(ballot);
            }
        }
        return others;
    }

    /** Gives back the room kept for more. */
    void trim() {
        resize(size);
    }

    private void add(Ballot ballot) {
        if (size == seats.length) {
            resize(Math.max(LEAST, size + size / 2));
        }
        if (2 * (size + 1) > index.length) {
            reindex();
        }
        seats[size] = ballot.seat();
        fill(size, ballot);
        enter(index, size);
        size++;
    }

    private void fill(int at, Ballot ballot) {
        choices[at] = ballot.choice();
        positions[at] = ballot.position();
        actors[at] = ballot.by();
    }

    private void resize(int room) {
        seats = Arrays.copyOf(seats, room);
        choices = Arrays.copyOf(choices, room);
        positions = Arrays.copyOf(positions, room);
        actors = Arrays.copyOf(actors, room);
    }

    private void reindex() {
        var wider = new int[2 * index.length];
        for (var i = 0; i < size; i++) {
            enter(wider, i);
        }
        index = wider;
    }

    private void enter(int[] slots, int at) {
        var slot = slot(seats[at], slots.length);
        while (slots[slot] != 0) {
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = at + 1;
    }

    private int placeOf(@Nullable Object seat) {
        if (!(seat instanceof SeatId)) {
            return NOWHERE;
        }
        for (var slot = slot(seat, index.length); index[slot] != 0; slot = (slot + 1) & (index.length - 1)) {
            var at = index[slot] - 1;
            if (at < size && seats[at].equals(seat)) {
                return at;
            }
        }
        return NOWHERE;
    }

    private static int slot(Object seat, int slots) {
        var hash = seat.hashCode();
        return (hash ^ (hash >>> 16)) & (slots - 1);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean containsKey(@Nullable Object seat) {
        return placeOf(seat) != NOWHERE;
    }

    @Override
    public @Nullable Choice get(@Nullable Object seat) {
        var at = placeOf(seat);
        return at == NOWHERE ? null : choices[at];
    }

    @Override
    public Set<Map.Entry<SeatId, Choice>> entrySet() {
        return new Entries();
    }

    private final class Entries extends AbstractSet<Map.Entry<SeatId, Choice>> {
        @Override
        public int size() {
            return size;
        }

        @Override
        public Iterator<Map.Entry<SeatId, Choice>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < size;
                }

                @Override
                public Map.Entry<SeatId, Choice> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    var entry = Map.entry(seats[next], choices[next]);
                    next++;
                    return entry;
                }
            };
        }
    }
}
