package org.plenum.event;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a look at the quorum found.
 *
 * @param present how much was present, in the rule's measure; null where it is not certain
 * @param required the least that meets it; null where the rule has no single number
 * @param met whether it was met; null where presence is not certain enough to tell
 */
public record QuorumAsFound(
        @Nullable BigDecimal present,
        @Nullable BigDecimal required,
        @Nullable Boolean met) {}
