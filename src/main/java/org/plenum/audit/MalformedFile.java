package org.plenum.audit;

import org.plenum.vocabulary.Bilingual;

/** A file of a bundle that does not keep to its form. */
final class MalformedFile extends Exception {
    private final transient Bilingual what;

    MalformedFile(String it, String en) {
        super(en);
        this.what = new Bilingual(it, en);
    }

    /** What is wrong with it. */
    Bilingual what() {
        return what;
    }
}
