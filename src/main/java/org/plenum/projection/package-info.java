/** What all views share: a session's history and its two readings of the past, its times, its replay. */
@NullMarked
package org.plenum.projection;

import org.jspecify.annotations.NullMarked;
