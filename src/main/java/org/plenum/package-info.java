/** Plenum: an event-sourced ledger for meetings and votes. This package only puts the parts together. */
@NullMarked
package org.plenum;

import org.jspecify.annotations.NullMarked;
