/** A log as static files: hash tiles and entry bundles of C2SP {@code tlog-tiles}, 256 wide. */
@NullMarked
package org.plenum.proof.tile;

import org.jspecify.annotations.NullMarked;
