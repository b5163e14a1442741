package org.plenum.transcript;

import org.jspecify.annotations.Nullable;
import org.plenum.vocabulary.FreeText;
import org.plenum.vocabulary.When;

/**
 * One thing that the minutes say happened.
 *
 * @param index its place in the record, from 0
 * @param id the name by which a later correction speaks of it
 * @param when when it happened, as far as the minutes state it
 * @param note what the minutes add in their own words
 */
public record Step(
        int index, @Nullable String id, When when, @Nullable FreeText note, Deed deed) {
    /** Where it stands in the file, as a JSON pointer. */
    public String pointer() {
        return pointer(index);
    }

    static String pointer(int index) {
        return "/record/" + index;
    }
}
