/** The legal question: when was this seat there, relative to this vote? */
@NullMarked
package org.plenum.projection.presence;

import org.jspecify.annotations.NullMarked;
