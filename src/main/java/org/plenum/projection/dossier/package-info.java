/** What a delegate or a seat did across sessions: present when, for how long, and how it voted. */
@NullMarked
package org.plenum.projection.dossier;

import org.jspecify.annotations.NullMarked;
