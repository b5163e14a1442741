/** What pages are told while it happens. */
@NullMarked
package org.plenum.web.live;

import org.jspecify.annotations.NullMarked;
