package org.plenum.audit;

import org.plenum.vocabulary.Bilingual;

/** A file that is no evidence bundle, or so damaged that nothing in it can be found. */
public final class NotABundle extends Exception {
    private final transient Bilingual why;

    NotABundle(String it, String en) {
        super(en);
        this.why = new Bilingual(it, en);
    }

    /** Why not. */
    public Bilingual why() {
        return why;
    }
}
