/** Pictures of a session as SVG text, drawn from plain numbers and words: pages show them, documents print them. */
@NullMarked
package org.plenum.document.picture;

import org.jspecify.annotations.NullMarked;
