/** The notary: feeds the ledger's entries to the transparency log, signs its heads, and keeps both. */
@NullMarked
package org.plenum.proof.notary;

import org.jspecify.annotations.NullMarked;
