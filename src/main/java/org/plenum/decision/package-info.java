/** The heart: the state of a session or an assembly, what it decides about a command, and how an event changes it. */
@NullMarked
package org.plenum.decision;

import org.jspecify.annotations.NullMarked;
