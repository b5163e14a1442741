/** For each seat, the intervals in which it was there, corrections applied. */
@NullMarked
package org.plenum.projection.attendance;

import org.jspecify.annotations.NullMarked;
