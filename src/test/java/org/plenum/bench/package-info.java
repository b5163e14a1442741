/** Measures what docs/performance.md tells: {@code scripts/bench} runs it. Not part of the product. */
package org.plenum.bench;
