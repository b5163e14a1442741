/** The ledger itself: commands become entries of an immutable stream, durable before anyone is told; and its reading. */
@NullMarked
package org.plenum.ledger;

import org.jspecify.annotations.NullMarked;
