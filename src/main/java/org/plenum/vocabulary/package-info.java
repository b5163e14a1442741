/** The domain's words as small value types: identifiers, choices, weights, times, rules. Imports nothing but the JDK. */
@NullMarked
package org.plenum.vocabulary;

import org.jspecify.annotations.NullMarked;
