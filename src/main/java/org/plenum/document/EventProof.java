package org.plenum.document;

import org.jspecify.annotations.Nullable;

/**
 * The proof of one event: which entry it is, and that this entry is in the transparency log.
 *
 * @param entryHash of the entry, in hexadecimal
 * @param tlogProof the whole text of a C2SP tlog-proof; null as long as no checkpoint covers the entry
 */
public record EventProof(
        long position, String entryHash, @Nullable String tlogProof) {}
