/** The urns of secret votes: choices without seats, encrypted under keys that live as long as their vote is open. */
@NullMarked
package org.plenum.ledger.urn;

import org.jspecify.annotations.NullMarked;
