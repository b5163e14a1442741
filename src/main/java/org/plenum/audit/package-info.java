/** Verification of the ledger and of evidence bundles, and the making of bundles. Needs no server. */
@NullMarked
package org.plenum.audit;

import org.jspecify.annotations.NullMarked;
