/** Which assemblies and sessions there are, and in which sessions a person or a seat took part. */
@NullMarked
package org.plenum.projection.directory;

import org.jspecify.annotations.NullMarked;
