/** C2SP {@code signed-note}: texts signed by one or more keys, the keys, and cosignatures with a time. */
@NullMarked
package org.plenum.proof.note;

import org.jspecify.annotations.NullMarked;
