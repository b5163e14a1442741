/** Words for people, in Italian and English: findings, times, lists, outcomes. */
@NullMarked
package org.plenum.projection.wording;

import org.jspecify.annotations.NullMarked;
