/** What the ledger says to people, in Italian and in English: why a command was refused, and what to do then. */
@NullMarked
package org.plenum.language;

import org.jspecify.annotations.NullMarked;
