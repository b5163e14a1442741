package org.plenum.projection.attendance;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plenum.projection.Moment;
import org.plenum.projection.attendance.Interval.Ending;
import org.plenum.vocabulary.Delegate;
import org.plenum.vocabulary.Mode;
import org.plenum.vocabulary.Seat;

/** What happened to one seat's presence, step by step, and the intervals that it comes to. */
final class SeatLog {
    /** What happened. A delegate is null where nobody named one. */
    sealed interface Step {
        Moment moment();

        record Came(Passage passage, Mode mode, @Nullable Delegate delegate) implements Step {
            @Override
            public Moment moment() {
                return passage.moment();
            }
        }

        record Changed(
                Moment moment,
                @Nullable Mode mode,
                @Nullable Delegate delegate) implements Step {}

        record Went(Passage passage, boolean inferred) implements Step {
            @Override
            public Moment moment() {
                return passage.moment();
            }
        }

        record NamesLost(Moment moment) implements Step {}
    }

    private final Seat seat;
    private final List<Step> steps = new ArrayList<>();
    private @Nullable List<Interval> intervals;

    SeatLog(Seat seat) {
        this.seat = seat;
    }

    void add(Step step) {
        steps.add(step);
        intervals = null;
    }

    /** Puts a step among those of other positions. */
    void insert(Step step) {
        var at = 0;
        while (at < steps.size()
                && steps.get(at).moment().position() <= step.moment().position()) {
            at++;
        }
        steps.add(at, step);
        intervals = null;
    }

    /** Takes out the arrival or departure recorded at a position. */
    Step remove(long position) {
        for (var step : steps) {
            if (step.moment().position() == position) {
                steps.remove(step);
                intervals = null;
                return step;
            }
        }
        throw new IllegalStateException("no arrival or departure of " + seat.id() + " at " + position);
    }

    boolean isThere() {
        var all = intervals();
        return !all.isEmpty() && all.getLast().to() == null;
    }

    List<Interval> intervals() {
        var known = intervals;
        if (known == null) {
            known = new Stays().of(steps);
            intervals = known;
        }
        return known;
    }

    /** Builds the intervals, stay by stay. */
    private final class Stays {
        private final List<Interval> done = new ArrayList<>();
        private final List<Interval> stay = new ArrayList<>();

        List<Interval> of(List<Step> all) {
            for (var step : all) {
                switch (step) {
                    case Step.Came came -> came(came);
                    case Step.Changed change -> changed(change);
                    case Step.Went(var passage, var inferred) ->
                        end(passage.moment(), passage, inferred ? Ending.MISSED : Ending.DEPARTED);
                    case Step.NamesLost(var moment) -> end(moment, null, Ending.NAMES_LOST);
                }
            }
            done.addAll(stay);
            return List.copyOf(done);
        }

        private void came(Step.Came came) {
            if (stay.isEmpty()) {
                stay.add(lasting(came.moment(), came.mode(), came.delegate(), came.passage()));
            } else {
                // Minutes may let a seat arrive that is already there: the stay goes on, perhaps in another way.
                var now = stay.getLast();
                goOn(
                        came.moment(),
                        came.mode() == Mode.NOT_STATED ? now.mode() : came.mode(),
                        came.delegate() == null ? now.delegate() : came.delegate());
            }
        }

        private void changed(Step.Changed change) {
            if (!stay.isEmpty()) {
                var now = stay.getLast();
                goOn(
                        change.moment(),
                        change.mode() == null ? now.mode() : change.mode(),
                        change.delegate() == null ? now.delegate() : change.delegate());
            }
        }

        private void goOn(Moment from, Mode mode, @Nullable Delegate delegate) {
            var now = stay.getLast();
            if (now.mode() != mode || !Objects.equals(now.delegate(), acting(delegate))) {
                stay.removeLast();
                stay.add(ended(now, from, null, Ending.LASTS));
                stay.add(lasting(from, mode, delegate, now.arrival()));
            }
        }

        private void end(Moment moment, @Nullable Passage departure, Ending ending) {
            for (var interval : stay) {
                var to = interval.to();
                done.add(ended(interval, to == null ? moment : to, departure, ending));
            }
            stay.clear();
        }

        private Interval lasting(Moment from, Mode mode, @Nullable Delegate delegate, Passage arrival) {
            return new Interval(from, null, mode, acting(delegate), arrival, null, Ending.LASTS);
        }

        private static Interval ended(Interval interval, Moment to, @Nullable Passage departure, Ending ending) {
            return new Interval(
                    interval.from(), to, interval.mode(), interval.delegate(), interval.arrival(), departure, ending);
        }

        private @Nullable Delegate acting(@Nullable Delegate named) {
            return named == null ? seat.delegate() : named;
        }
    }
}
