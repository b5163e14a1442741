/** Sessions kept folded in memory, so that a question needs no replay: the read side of a running server. */
@NullMarked
package org.plenum.projection.live;

import org.jspecify.annotations.NullMarked;
