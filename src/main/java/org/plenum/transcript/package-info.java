/** Paper minutes: a transcript file is read strictly, rehearsed as commands against the one decision, then recorded. */
@NullMarked
package org.plenum.transcript;

import org.jspecify.annotations.NullMarked;
