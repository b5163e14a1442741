/** C2SP {@code tlog-witness} without the network: what a log asks, what a witness decides, what the log makes of it. */
@NullMarked
package org.plenum.proof.witness;

import org.jspecify.annotations.NullMarked;
