package org.plenum.vocabulary;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** When a commanded fact happened, as the caller states it: a point, bounds, or nothing. */
public record When(
        @Nullable TimeWords at,
        @Nullable TimeWords notBefore,
        @Nullable TimeWords notAfter) {
    /** Nothing is stated: live, the fact happens as it is recorded; transcribed, its time is unknown. */
    public static final When NOT_STATED = new When(null, null, null);

    /** Throws {@link Malformed} if a point and bounds are stated at once. */
    public When {
        if (at != null && (notBefore != null || notAfter != null)) {
            throw new Malformed(Malformed.Fault.TIME, "at", at + " " + notBefore + " " + notAfter);
        }
    }

    /** A point in time. */
    public static When at(String written) {
        return new When(TimeWords.parse("at", written), null, null);
    }

    /** The times meant within a session, or null where nothing is stated. */
    public @Nullable StatedTime resolve(LocalDate sessionDay, @Nullable LocalDateTime before) {
        if (at == null && notBefore == null && notAfter == null) {
            return null;
        }
        return new StatedTime(
                at == null ? null : at.resolve(sessionDay, before),
                notBefore == null ? null : notBefore.resolve(sessionDay, before),
                notAfter == null ? null : notAfter.resolve(sessionDay, before));
    }
}
