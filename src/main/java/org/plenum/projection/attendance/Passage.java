package org.plenum.projection.attendance;

import org.jspecify.annotations.Nullable;
import org.plenum.projection.Moment;

/**
 * An arrival or a departure.
 *
 * @param moment when it happened, corrections applied
 * @param correctedAt the position of the last correction of it, null where there is none
 */
public record Passage(Moment moment, @Nullable Long correctedAt) {
    /** The position at which the ledger came to know it as it stands here. */
    public long knownAt() {
        return correctedAt == null ? moment.position() : correctedAt;
    }
}
