/** The quorum as presence makes it, change by change. */
@NullMarked
package org.plenum.projection.quorum;

import org.jspecify.annotations.NullMarked;
