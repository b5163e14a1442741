package org.plenum.projection.sight;

import org.jspecify.annotations.Nullable;
import org.plenum.event.Recorded;
import org.plenum.event.SessionEvent;

/**
 * A place in the journal, as somebody sees it.
 *
 * @param recorded what stands there; null where that is withheld whole, because the public was out
 * @param choiceShown whether the choice that it tells, if it tells one, may be seen
 * @param seatShown whether the seat that it tells of, and who acted for it, may be seen
 */
public record SeenEvent(
        long position, @Nullable Recorded<SessionEvent> recorded, boolean choiceShown, boolean seatShown) {}
