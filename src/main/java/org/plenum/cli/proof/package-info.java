/** The questions of {@code proof}: what each reads as JSON, and what it answers. */
@NullMarked
package org.plenum.cli.proof;

import org.jspecify.annotations.NullMarked;
