package org.plenum.projection;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.plenum.event.SessionEvent.SessionConvened;
import org.plenum.vocabulary.Provenance;
import org.plenum.vocabulary.Span;
import org.plenum.vocabulary.StatedTime;

/** How a session's times are read: in its zone, and without the recorded ones where it is transcribed. */
public record SessionTime(ZoneId zone, LocalDate date, boolean transcribed) {
    /** The times of a session. */
    public static SessionTime of(SessionConvened convened) {
        return new SessionTime(convened.zone(), convened.date(), convened.provenance() == Provenance.TRANSCRIBED);
    }

    /** The stretch of time in which a fact happened: as stated; else, live, as recorded; else unknown. */
    public Span span(Moment moment) {
        return span(moment.stated(), moment.recordedAt());
    }

    Span span(@Nullable StatedTime stated, Instant recordedAt) {
        if (stated != null) {
            return stated.in(zone);
        }
        return transcribed ? Span.UNKNOWN : Span.of(recordedAt);
    }

    /** Which of two facts came first: by their times where these tell them apart, else by the order of the record. */
    public Sequence sequence(Moment one, Moment other) {
        var first = span(one);
        var second = span(other);
        if (first.overlaps(second)) {
            return new Sequence(one.position() < other.position(), Basis.ORDER_ONLY);
        }
        var stated = one.stated() != null || other.stated() != null;
        return new Sequence(first.whollyBefore(second), stated ? Basis.STATED : Basis.RECORDED);
    }

    /**
     * How long after one fact the other happened, negative where it happened before; to the minute where either time is
     * only known to the minute. Null where a time is unknown, only bounded, or too close to the other to tell.
     */
    public @Nullable Duration between(Moment one, Moment other) {
        if (!isPoint(one) || !isPoint(other) || span(one).overlaps(span(other))) {
            return null;
        }
        var first = span(one).from();
        var second = span(other).from();
        var exact = Duration.between(first, second);
        return width(one).plus(width(other)).compareTo(Duration.ofMinutes(1)) < 0
                ? exact
                : Duration.ofMinutes(
                        Math.floorDiv(second.getEpochSecond(), 60L) - Math.floorDiv(first.getEpochSecond(), 60L));
    }

    /** The start of the session's day. */
    Instant dawn() {
        return date.atStartOfDay(zone).toInstant();
    }

    private boolean isPoint(Moment moment) {
        var stated = moment.stated();
        return stated == null ? !transcribed : stated.at() != null;
    }

    private Duration width(Moment moment) {
        var span = span(moment);
        return Duration.between(span.from(), span.until());
    }
}
