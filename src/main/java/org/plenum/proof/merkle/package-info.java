/** The Merkle tree of RFC 6962 with SHA-256: growing it, proving from it, and checking proofs. */
@NullMarked
package org.plenum.proof.merkle;

import org.jspecify.annotations.NullMarked;
