package org.plenum.audit;

import org.plenum.vocabulary.Bilingual;

/** A bundle that cannot be made as asked: no such session, or nothing to withhold at a position. */
public final class UnknownToExport extends RuntimeException {
    private final transient Bilingual why;

    UnknownToExport(Bilingual why) {
        super(why.en());
        this.why = why;
    }

    /** Why not. */
    public Bilingual why() {
        return why;
    }
}
