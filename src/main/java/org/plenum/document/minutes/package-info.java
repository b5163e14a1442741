/** Minutes as a document: sentences that name the events they rest on. */
@org.jspecify.annotations.NullMarked
package org.plenum.document.minutes;
