/** Witnesses over the network: a log that asks them to cosign, and a small one of our own. */
@NullMarked
package org.plenum.proof.cosigning;

import org.jspecify.annotations.NullMarked;
