/** What became of each vote: who was there, who voted how, what was counted, what minutes and chair say. */
@NullMarked
package org.plenum.projection.results;

import org.jspecify.annotations.NullMarked;
