/** The ledger over HTTP: one table of endpoints that reads requests, answers them, and describes itself as OpenAPI. */
@NullMarked
package org.plenum.web.api;

import org.jspecify.annotations.NullMarked;
