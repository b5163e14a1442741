package org.plenum.projection.quorum;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The quorum from one event on, until the next step.
 *
 * @param position the event that made it so
 * @param present how much is present, in the rule's measure; null where that is not certain
 * @param required the least that meets it; null where the rule has no single number
 * @param met whether it is met; null where presence is not certain enough to tell
 */
public record QuorumStep(
        long position,
        @Nullable BigDecimal present,
        @Nullable BigDecimal required,
        @Nullable Boolean met) {
    boolean saysTheSameAs(QuorumStep other) {
        return new QuorumStep(position, other.present, other.required, other.met).equals(this);
    }
}
