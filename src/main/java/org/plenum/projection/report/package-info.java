/** A session told whole: the fold that runs all its views along, and the report of any moment. */
@NullMarked
package org.plenum.projection.report;

import org.jspecify.annotations.NullMarked;
