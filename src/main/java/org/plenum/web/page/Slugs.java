package org.plenum.web.page;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;

/** Identifiers made of names, so that addresses can be read aloud. */
final class Slugs {
    private static final int LONGEST = 60;

    private Slugs() {}

    /** An identifier like the name that is not among those taken. */
    static String of(String name, Collection<String> taken) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        var short_ = plain.length() > LONGEST ? plain.substring(0, LONGEST).replaceAll("-+$", "") : plain;
        var base = short_.isEmpty() ? "x" : short_;
        var slug = base;
        for (var i = 2; taken.contains(slug); i++) {
            slug = base + "-" + i;
        }
        return slug;
    }
}
