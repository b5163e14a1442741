package org.plenum.proof.witness;

import org.plenum.proof.merkle.Hash;
import org.plenum.proof.merkle.Merkle;

/** The size and root of a tree: all that a witness must remember of a log. */
public record TreeHead(long size, Hash root) {

    /** What a witness knows of a log that it never cosigned for. */
    public static final TreeHead NONE = new TreeHead(0, Merkle.emptyRoot());
}
