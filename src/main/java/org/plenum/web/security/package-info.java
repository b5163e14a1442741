/** Who is who and may do and see what: sign-in, roles, the table of permissions, and the one rule of visibility. */
@NullMarked
package org.plenum.web.security;

import org.jspecify.annotations.NullMarked;
