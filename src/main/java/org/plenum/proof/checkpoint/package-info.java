/** Heads of a log as C2SP {@code tlog-checkpoint} writes them, and {@code tlog-proof}s that end in one. */
@NullMarked
package org.plenum.proof.checkpoint;

import org.jspecify.annotations.NullMarked;
