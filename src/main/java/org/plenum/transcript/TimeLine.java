package org.plenum.transcript;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenum.json.Place;
import org.plenum.json.StrictObject;
import org.plenum.vocabulary.LocalPoint;
import org.plenum.vocabulary.Malformed;
import org.plenum.vocabulary.Span;
import org.plenum.vocabulary.TimeWords;
import org.plenum.vocabulary.When;

/**
 * The stated times of a record, one after another: which day a bare time means, and whether the zone's clocks ever showed
 * it. Nothing is checked where the session's own day or zone could not be read.
 */
final class TimeLine {
    private final @Nullable LocalDate day;
    private final @Nullable ZoneId zone;
    private @Nullable LocalDateTime before;
    private final Map<String, LocalDateTime> beforeStep = new HashMap<>();

    TimeLine(@Nullable LocalDate day, @Nullable ZoneId zone) {
        this.day = day;
        this.zone = zone;
    }

    /** Remembers what was stated last before a step, so that its correction means the same day. */
    void reach(String step) {
        if (before != null) {
            beforeStep.put(step, before);
        }
    }

    /** Takes in when a step happened; what the clocks never showed is a fault. */
    void follow(StrictObject step, When when) {
        check(step, when, before);
        if (day != null) {
            before = Stream.of(when.at(), when.notAfter(), when.notBefore())
                    .flatMap(Stream::ofNullable)
                    .findFirst()
                    .flatMap(words -> point(words, before))
                    .map(LocalPoint::time)
                    .orElse(before);
        }
    }

    /** The session goes on another day: bare times from here on are of that day. */
    void goOn(When to) {
        before = Stream.of(to.at(), to.notBefore(), to.notAfter())
                .flatMap(Stream::ofNullable)
                .findFirst()
                .flatMap(words -> point(words, before))
                .map(LocalPoint::time)
                .orElse(before);
    }

    /** The corrected time of an earlier step, with its day written out. */
    When meantAt(StrictObject correction, String target, When when) {
        var then = beforeStep.get(target);
        check(correction, when, then);
        return new When(dated(when.at(), then), dated(when.notBefore(), then), dated(when.notAfter(), then));
    }

    /** Checks a time that has its own day. */
    void alone(Place place, TimeWords words) {
        span(words, null, place::fault);
    }

    /** Checks a time of the session's day. */
    void alone(StrictObject object, String field, @Nullable TimeWords words) {
        span(words, null, refused -> object.refused(field, refused));
    }

    private void check(StrictObject step, When when, @Nullable LocalDateTime then) {
        span(when.at(), then, refused -> step.refused("at", refused));
        var from = span(when.notBefore(), then, refused -> step.refused("notBefore", refused));
        var until = span(when.notAfter(), then, refused -> step.refused("notAfter", refused));
        if (from != null && until != null && !from.from().isBefore(until.until())) {
            step.impossible(
                    "notAfter",
                    "i limiti si contraddicono: notAfter viene prima di notBefore",
                    "the bounds contradict each other: notAfter comes before notBefore");
        }
    }

    private @Nullable Span span(@Nullable TimeWords words, @Nullable LocalDateTime then, Consumer<Malformed> refuse) {
        if (words == null || day == null || zone == null) {
            return null;
        }
        try {
            return words.resolve(day, then).in(zone);
        } catch (Malformed refused) {
            refuse.accept(refused);
            return null;
        }
    }

    private Optional<LocalPoint> point(TimeWords words, @Nullable LocalDateTime then) {
        try {
            return day == null ? Optional.empty() : Optional.of(words.resolve(day, then));
        } catch (Malformed alreadyTold) {
            return Optional.empty();
        }
    }

    private @Nullable TimeWords dated(@Nullable TimeWords words, @Nullable LocalDateTime then) {
        if (words == null) {
            return null;
        }
        return point(words, then)
                .map(point -> new TimeWords(
                        point.time().toLocalDate(), point.time().toLocalTime(), point.toTheSecond(), point.offset()))
                .orElse(words);
    }
}
