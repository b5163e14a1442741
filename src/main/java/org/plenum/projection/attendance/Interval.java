package org.plenum.projection.attendance;

import org.jspecify.annotations.Nullable;
import org.plenum.projection.Moment;
import org.plenum.vocabulary.Delegate;
import org.plenum.vocabulary.Mode;

/**
 * A stretch in which a seat was there in one way. A stay, from arrival to departure, has several where the mode or the
 * delegate changed.
 *
 * @param from when it began
 * @param to when it ended, null where it has not
 * @param mode how the seat was there
 * @param delegate who acted for it: as recorded, else the one who usually does; null where nobody is known
 * @param arrival the arrival that began the stay
 * @param departure the departure that ended it; null while it lasts, and where its end has no event of its own
 * @param ending how the stay ended
 */
public record Interval(
        Moment from,
        @Nullable Moment to,
        Mode mode,
        @Nullable Delegate delegate,
        Passage arrival,
        @Nullable Passage departure,
        Ending ending) {

    /** How a stay ends. */
    public enum Ending {
        /** It has not ended. */
        LASTS,
        /** The seat left. */
        DEPARTED,
        /** Nobody saw it go, and it was missed afterwards. */
        MISSED,
        /** From here on only a number is known, and whether the seat is among it is not. */
        NAMES_LOST
    }
}
