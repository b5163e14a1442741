/** The transparency log: what its proofs, signatures and texts have in common. */
@NullMarked
package org.plenum.proof;

import org.jspecify.annotations.NullMarked;
