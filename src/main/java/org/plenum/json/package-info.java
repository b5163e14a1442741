/** The JSON form of the domain's words: read strictly, with every fault by its place, and written in one way. */
@NullMarked
package org.plenum.json;

import org.jspecify.annotations.NullMarked;
