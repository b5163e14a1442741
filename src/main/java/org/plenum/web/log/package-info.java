/** The transparency log over HTTP, as C2SP tlog-tiles and tlog-proof want it, and evidence bundles to download. */
@NullMarked
package org.plenum.web.log;

import org.jspecify.annotations.NullMarked;
