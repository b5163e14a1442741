/** What may be asked, and every reason for which it may be refused. */
@NullMarked
package org.plenum.command;

import org.jspecify.annotations.NullMarked;
