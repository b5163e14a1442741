/** The command line: thin entry points to everything that Plenum can do without a browser. */
@NullMarked
package org.plenum.cli;

import org.jspecify.annotations.NullMarked;
