/** What goes wrong over HTTP, always told as an RFC 9457 problem, whoever finds it. */
@NullMarked
package org.plenum.web.problem;

import org.jspecify.annotations.NullMarked;
