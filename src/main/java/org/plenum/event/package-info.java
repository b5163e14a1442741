/** What happened: the sealed events of sessions and assemblies, and the circumstances in which each was recorded. */
@NullMarked
package org.plenum.event;

import org.jspecify.annotations.NullMarked;
