/** What somebody may see of a session: the record, its report and its journal without what is withheld from them. */
@NullMarked
package org.plenum.projection.sight;

import org.jspecify.annotations.NullMarked;
