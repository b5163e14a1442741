/** What people and other programs are handed: a session's report as data and as text. */
@NullMarked
package org.plenum.document;

import org.jspecify.annotations.NullMarked;
