/** Counting: who may vote, whether there is a quorum, what a majority needs and whether it was reached. Exact and pure. */
@NullMarked
package org.plenum.decision.counting;

import org.jspecify.annotations.NullMarked;
