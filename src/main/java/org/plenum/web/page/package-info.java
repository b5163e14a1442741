/** The pages: for president, clerk, delegates, the wall, auditors and everybody who reads. */
@NullMarked
package org.plenum.web.page;

import org.jspecify.annotations.NullMarked;
